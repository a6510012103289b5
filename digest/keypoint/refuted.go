package keypoint

import (
	"regexp"
	"slices"

	"newsbot/digest/text"
)

// refutation is what a title says of something that was told: that it is not so.
type refutation int

const (
	noRefutation refutation = iota
	corrected               // "Correction: ...", "Fact check: ..."
	cleared                 // "Lind acquitted", "Lind wins appeal against conviction"
	untrue                  // "Picture of shark is fake", "Nordline not in talks"
	denied                  // "Bank denies data leak"
)

// refutations are the forms of such titles, folded; the first one that fits counts.
var refutations = [...]*regexp.Regexp{
	corrected: regexp.MustCompile(`^(?:corrections?|clarifications?)(?: and clarifications?)? ?(?:$|[:.–—-])|^fact[ -]?check(?:ing)? ?(?:$|[:|–—-])`),
	untrue: regexp.MustCompile(`\b(?:is|are|was|were) (?:an? )?(?:old )?(?:fakes?|hoax|false|untrue|made up|debunked)\b|\b(?:debunked|no evidence (?:that|of|for)|no truth (?:in|to)|not in (?:\pL+ )?talks)\b` +
		`|\bfalsely (?:claims?|shows?)\b|\b(?:false|fake) (?:reports?|rumou?rs?)\b|\bhoax$`),
	cleared: regexp.MustCompile(`\bcleared (?:of|over)\b|\bcleared in\b.*\b(?:case|court|death|fraud|inquiry|investigation|killing|murder|probe|scandal|trial)\b|\bacquit(?:s|ted|tal)?\b|\b(?:found|ruled) not guilty\b|\b(?:quash|overturn)\w*\b.*\b(?:convict|verdict|sentence)|\b(?:conviction|verdict)s? .*\b(?:quashed|overturned)\b|\bwins appeal\b.*\b(?:convict|verdict|sentence)`),
	denied:  regexp.MustCompile(`\b(?:den(?:y|ies)|(?:dismiss(?:es|ed)?|reject(?:s|ed)?) (?:claims?|reports? (?:of|that)|rumou?rs?))\b`),
}

// alike finds what only looks like one of the forms: what is tidied up or refused, and a verdict that comes to nothing.
var alike = regexp.MustCompile(`\bcleared of (?:debris|ice|land ?mines|leaves|litter|mines|mud|people|protesters|rubbish|rubble|sand|snow|squatters|trees|waste|weeds?)\b` +
	`|\bden(?:y|ies) (?:\S+ ){0,3}(?:access|aid|appeal|asylum|bail|entry|parole|permi(?:ssion|ts?)|request|visas?)\b` +
	`|\b(?:overturn|quash)\w* (?:\S+ ){0,3}acquittal\b|\bacquittals? .*\b(?:overturned|quashed)\b`)

// refutes returns what a title says is not so. What somebody denies in court is still what they are
// charged with.
func (a *article) refutes() refutation {
	r := readRefutation(a.Title.In(a.Text))
	if r == denied && slices.ContainsFunc(a.low, proceedings.Has) {
		return noRefutation
	}
	return r
}

// Refutes reports whether a title says that something which was told is not so, and not only that
// somebody denies it.
func Refutes(title string) bool {
	r := readRefutation(title)
	return r != noRefutation && r != denied
}

func readRefutation(title string) refutation {
	title = text.Fold(title)
	if alike.MatchString(title) {
		return noRefutation
	}
	for r, form := range refutations {
		if form != nil && form.MatchString(title) {
			return refutation(r)
		}
	}
	return noRefutation
}

// readRefuted finds which sentences tell what an article of a claim has against it, and which only
// tell the claim.
func (a *article) readRefuted() {
	a.truth, a.claim = make([]bool, len(a.Sentences)), make([]bool, len(a.Sentences))
	a.refutation = a.refutes()
	kind, told := a.refutation, false
	for i, s := range a.Sentences {
		if s.Paragraph == 0 {
			continue
		}
		if kind == noRefutation {
			a.claim[i] = a.isCalledFalse(i)
			continue
		}
		a.truth[i] = a.tellsTruth(i, kind)
		told = told || a.truth[i]
		a.claim[i] = !a.truth[i] && (a.hadSaid(i, kind) || a.isCalledFalse(i) || !told && a.tellsClaim(i, kind))
	}
	if kind != cleared || !told {
		return
	}
	for i := range a.Sentences[:slices.Index(a.truth, true)] { // "Ada Lind killed her neighbour in 2011."
		s := a.Sentences[i]
		a.claim[i] = a.claim[i] || !a.isFresh(s.First, s.Last)
	}
}

// tellsTruth reports whether sentence i says that something is not so, or what became of it.
func (a *article) tellsTruth(i int, kind refutation) bool {
	words := a.wordsOf(i)
	for k, w := range words {
		switch {
		case refuting.Has(w), kind != cleared && negations.Has(w):
			return true
		case w == "appeal" && slices.ContainsFunc(words, winning.Has), w == "guilty" && k > 0 && words[k-1] == "not", w == "fact" && k == 1 && words[0] == "in":
			return true
		}
	}
	return false
}

// tellsClaim reports whether sentence i says that somebody claimed something or, in a text that corrects another, told
// something. Below any other title what somebody told may be the news: "The school was evacuated, police said."
func (a *article) tellsClaim(i int, kind refutation) bool {
	return slices.ContainsFunc(a.wordsOf(i), func(w string) bool {
		return claiming.Has(w) || w == "found" && kind == cleared || reporting.Has(w) && kind == corrected
	})
}

// hadSaid reports whether sentence i tells what somebody had said, or what messages say. What others had said
// of a matter that somebody only denies may be so.
func (a *article) hadSaid(i int, kind refutation) bool {
	s := a.Sentences[i]
	if messages.Has(a.low[s.First]) {
		return true
	}
	for k := s.First + 1; k < s.Last; k++ {
		if a.low[k-1] == "had" && (claiming.Has(a.low[k]) || kind != denied && reporting.Has(a.low[k])) {
			return true
		}
	}
	return false
}

// isCalledFalse reports whether the sentence behind sentence i calls what i tells false: "The
// report is wrong, a spokeswoman said."
func (a *article) isCalledFalse(i int) bool {
	if i+1 >= len(a.Sentences) {
		return false
	}
	s, next := a.Sentences[i], a.Sentences[i+1]
	words := a.low[next.First:next.Last]
	isCalled := len(words) > 3 && (words[0] == "the" || words[0] == "that" || words[0] == "this") && messages.Has(words[1]) && auxiliaries.Has(words[2]) &&
		slices.ContainsFunc(words[3:min(len(words), 6)], refuting.Has)
	return isCalled && (!seen.Has(words[1]) || slices.Contains(a.low[s.First:s.Last], words[1])) // not "A boy was held. The message was a hoax."
}

var (
	refuting = text.WordSet(`denied denies deny denying denial rejected rejects dismissed dismisses false falsely untrue fake fakes faked hoax wrong wrongly mistaken
		incorrect inaccurate misleading debunked baseless unfounded doctored staged manipulated generated retracted acquitted acquit acquits acquittal cleared quashed
		quash quashes overturned overturns exonerated innocent`)
	winning  = text.WordSet(`won wins winning allowed upheld`)
	claiming = text.WordSet(`claimed claims claim claiming alleged alleges allegedly accused accuses rumoured rumored rumours rumors reported report reports post posts shared
		viral convicted`)
	messages    = text.WordSet(`report reports claim claims rumour rumours rumor rumors post posts story picture pictures photo photos image images video videos message messages allegation allegations`)
	seen        = text.WordSet(`picture pictures photo photos image images video videos message messages`) // of the messages
	proceedings = text.WordSet(`charged charges trial pleaded pleads prosecutor prosecutors court sued sues lawsuit indicted tribunal inquest`)
)
