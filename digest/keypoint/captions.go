package keypoint

import (
	"slices"
	"strings"

	"newsbot/digest/text"
)

// What is seen in pictures is told in the present: these are its verbs, of one and
// of several.
var (
	sceneVerbs = text.WordSet(`stands sits walks looks holds passes shouts waves carries waits watches attends demonstrates prays arrives
		collects rides reacts celebrates poses smiles gestures speaks protests rests searches cheers chants marches lies sleeps
		crosses talks cries embraces hugs lights pulls pushes inspects patrols burns floats sweeps cleans reads eats drinks plays
		performs expresses drives leaves enters emerges stages listens points takes marks surrounds`)
	scenesVerbs = text.WordSet(`stand sit walk look hold pass shout wave carry wait huddle gather watch attend demonstrate pray arrive
		collect ride react celebrate pose smile gesture speak protest line rest search cheer chant clash march lie sleep cross
		talk cry embrace hug light pull push queue inspect patrol burn float sweep clean read eat drink play perform drive
		leave enter emerge stage listen take`)
	poses   = text.WordSet(`waves gestures smiles poses looks listens reacts watches walks sits stands shouts points hugs embraces`) // never plans
	plurals = text.WordSet(`people men women children police`)
	// suffered follow those to whom it happened where a heading leaves out "were".
	suffered = text.WordSet(`charged killed injured arrested accused jailed wounded hurt sentenced convicted indicted feared`)
)

// longestSubject is how many tokens stand before the verb of a caption.
const longestSubject = 12

// isScene reports whether tokens first to last say what is seen in a picture: "A
// worker passes the bank", "Pelicans huddle in a cage", "Ada Lind speaks in Sund
// Monday, May 4, 2026".
func (a *article) isScene(first, last int) bool {
	one := a.low[first]
	if a.placesSomebody(first, last) || a.isShown(first, last) {
		return true
	}
	if functionWords.Has(one) && one != "a" && one != "an" || openers.Has(one) {
		return false
	}
	dated := a.endsWithDate(first, last)
	scene := dated
	for i := first + 1; i < last; i++ {
		w, before := a.low[i], a.low[i-1]
		switch {
		case auxiliaries.Has(w), reporting.Has(w), verbs.Has(w) && !scenesVerbs.Has(w) && !sceneVerbs.Has(w), (dated || !scene) && strings.HasSuffix(w, "ed"):
			return false
		case i < min(first+longestSubject, last-1) && isLower(a.word(i)):
			seen := scenesVerbs.Has(w) && (plurals.Has(before) || strings.HasSuffix(before, "s")) || sceneVerbs.Has(w) && (one == "a" || one == "an") && !functionWords.Has(before)
			if seen && dated { // whatever happened before: "A man walks past palms after a storm made landfall"
				return true
			}
			scene = scene || seen ||
				poses.Has(w) && isName(a.word(i-1)) && (phraseStarts.Has(a.low[i+1]) || prepositions.Has(a.low[i+1])) && a.endsWithDay(last)
		}
	}
	return scene
}

// places say where in a picture somebody is.
var places = text.WordSet(`left right centre center seated pictured foreground background`)

// placesSomebody reports whether tokens first to last say where in a picture somebody
// is: "Minister Ada Lind, left, listens".
func (a *article) placesSomebody(first, last int) bool {
	for i := first + 2; i < last-1; i++ {
		if a.word(i-1) == "," && isName(a.word(i-2)) && places.Has(a.low[i]) && (a.word(i+1) == "," || sceneVerbs.Has(a.low[i+1])) {
			return true
		}
	}
	return false
}

// isShown reports whether tokens first to last say that something is seen: "The quay is
// seen from the sea", not "is seen as".
func (a *article) isShown(first, last int) bool {
	for i := first + 2; i < last-1; i++ {
		if shown.Has(a.low[i]) && (a.low[i-1] == "is" || a.low[i-1] == "are") && !views.Has(a.low[i+1]) {
			return true
		}
	}
	return false
}

var (
	shown = text.WordSet(`seen pictured shown displayed photographed`)
	views = text.WordSet(`as by to`) // behind "is seen" they say what is thought
)

// endsWithDay reports whether a day ends the tokens to last, as it does in captions told
// in the present: "waves in Sund on Monday.", "in Sund on May 4."
func (a *article) endsWithDay(last int) bool {
	return stampWords.Has(a.low[last-2]) && isName(a.word(last-2)) || isDigit(a.word(last - 2)[0]) && stampWords.Has(a.low[last-3])
}

// endsWithDate reports whether tokens first to last end with a date and its year, as
// captions do: "in Sund Monday, July 13, 2009."
func (a *article) endsWithDate(first, last int) bool {
	if last-first < 5 || a.word(last-1) != "." || a.word(last-3) != "," {
		return false
	}
	day, year := a.word(last-4), a.word(last-2)
	return isDigit(day[0]) && isDigit(year[0]) && len(year) == 4
}

// isCredit reports whether sentence i is the credit of a picture, which its caption
// stands before: "Photograph: Ada Lind", "(By Ada Lind)", "SUNDWIRE/Ada Lind".
func (a *article) isCredit(i int) bool {
	if i >= len(a.Sentences) || a.Sentences[i].Last-a.Sentences[i].First < 3 {
		return false
	}
	first := a.Sentences[i].First
	one, two := a.low[first], a.low[first+1]
	return credits.Has(one) && (two == ":" || two == "|") || a.isSigned(first, a.Sentences[i].Last) || one == "(" && (two == "by" || credits.Has(two) || agencies.Has(two) && credits.Has(a.low[first+2]))
}

// isSigned reports whether tokens first to last are the names of an agency and a photographer:
// "SUNDWIRE/Ada Lind".
func (a *article) isSigned(first, last int) bool {
	return isShout(a.word(first)) && a.word(first+1) == "/" && !slices.ContainsFunc(a.Tokens[first+2:last], func(t text.Token) bool { return !isName(t.In(a.Text)) })
}

// credits begin the credit of a picture.
var credits = text.WordSet(`photograph photographs photo photos picture pictures image images credit`)

// isHeading reports whether tokens first to last leave out the verb as a heading does:
// "2 men charged in death of teen who sang in Sund."
func (a *article) isHeading(first, last int) bool {
	heading := false
	for i := first + 1; i < last; i++ {
		w := a.low[i]
		if suffered.Has(w) && !heading {
			before := a.low[i-1]
			heading = (plurals.Has(before) || isPlural(before)) && phraseStarts.Has(a.low[min(i+1, last-1)])
			continue
		}
		if auxiliaries.Has(w) || reporting.Has(w) || verbs.Has(w) || !heading && (a.isVerb(i) || w == "the" || w == "a") {
			return false
		}
	}
	return heading
}

// hasVerb reports whether tokens first to last hold what may be a verb, be it a word that
// ends with an s, as a plural does.
func (a *article) hasVerb(first, last int) bool {
	return a.hasPlainVerb(first, last) || slices.ContainsFunc(a.Tokens[first:last], func(t text.Token) bool {
		w := t.In(a.Text)
		return isLower(w) && len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
	})
}

// hasPlainVerb reports whether tokens first to last hold a verb.
func (a *article) hasPlainVerb(first, last int) bool {
	for i := first; i < last; i++ {
		switch w := a.low[i]; {
		case a.isVerb(i), plainVerbs.Has(w), scenesVerbs.Has(w), len(w) == 4 && strings.HasSuffix(w, "ed"):
			return true
		case w == "n't", strings.HasPrefix(w, "'"): // "doesn't", "they're"
			return true
		}
	}
	return false
}
