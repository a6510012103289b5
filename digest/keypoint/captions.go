package keypoint

import (
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
	plurals = text.WordSet(`people men women children police`)
)

// longestSubject is how many tokens stand before the verb of a caption.
const longestSubject = 12

// isScene reports whether tokens first to last say what is seen in a picture: "A
// worker passes the bank", "Pelicans huddle in a cage", "Ada Lind speaks in Sund
// Monday, May 4, 2026".
func (a *article) isScene(first, last int) bool {
	one := a.low[first]
	if one == "the" || functionWords[one] && one != "a" && one != "an" || openers[one] {
		return false
	}
	dated := a.endsWithDate(first, last)
	scene := dated
	for i := first + 1; i < last; i++ {
		w, before := a.low[i], a.low[i-1]
		switch {
		case auxiliaries[w], reporting[w], verbs[w] && !scenesVerbs[w] && !sceneVerbs[w], (dated || !scene) && strings.HasSuffix(w, "ed"):
			return false
		case i < first+longestSubject && isLower(a.word(i)):
			scene = scene || scenesVerbs[w] && (plurals[before] || strings.HasSuffix(before, "s")) || sceneVerbs[w] && (one == "a" || one == "an") && !functionWords[before]
		}
	}
	return scene
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
// stands before: "Photograph: Ada Lind", "(By Ada Lind)".
func (a *article) isCredit(i int) bool {
	if i >= len(a.Sentences) || a.Sentences[i].Last-a.Sentences[i].First < 3 {
		return false
	}
	first := a.Sentences[i].First
	one, two := a.low[first], a.low[first+1]
	return credits[one] && two == ":" || one == "(" && (two == "by" || credits[two] || agencies[two] && credits[a.low[first+2]])
}

// credits begin the credit of a picture.
var credits = text.WordSet(`photograph photographs photo photos picture pictures image images credit`)

// hasVerb reports whether tokens first to last hold what may be a verb.
func (a *article) hasVerb(first, last int) bool {
	for i := first; i < last; i++ {
		switch w := a.low[i]; {
		case a.isVerb(i), plainVerbs[w], scenesVerbs[w], len(w) == 4 && strings.HasSuffix(w, "ed"):
			return true
		case w == "n't", strings.HasPrefix(w, "'"): // "doesn't", "they're"
			return true
		case isLower(a.word(i)) && len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
			return true
		}
	}
	return false
}
