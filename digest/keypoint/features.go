package keypoint

import (
	"math"
	"slices"
	"strings"

	"newsbot/digest/text"
)

// The features that a candidate is scored by. All are of the order of one.
const (
	bias      = iota
	lead      // it is the first sentence
	early     // 1 over its place
	depth     // logarithm of its place, 1 at the end of the text
	far       // logarithm of its place beyond the first sentences of a short text
	title     // share of the title's terms that it says, by weight
	echo      // share of the first sentence's terms that it says, behind it
	novel     // share of its terms that nothing before it says
	central   // mean weight of its terms
	close     // its cosines to other sentences, 1 for the one with most
	recurring // share of its pairs of terms that stand elsewhere too
	names     // logarithm of the number of its names
	begun     // it begins with a name
	salience  // of the entities it names
	length    // logarithm of its number of words
	brevity   // how far it falls short of 14 words
	excess    // how far it exceeds 30 words
	clause    // the end of its sentence was left out
	quotation // share within quotation marks
	source    // it says who said it
	leaning   // it may lean on what was told before (leans, strangers)
	fronted   // something stands before its subject: a phrase, a clause, a quotation
	fresh     // it is the first sentence, or the first behind a scene, and its subject and tense tell news: "has broken", "on Monday"
	ahead     // it says what is to come of it, or who is against it
	sums      // it tells a share or a sum of money
	past      // it says what somebody or something is, or what was years ago
	wording   // how much its words speak for it (Wording)
	featureCount
)

type features [featureCount]float64

// weighed returns the sum of the features by weights of theirs.
func (f *features) weighed(by []float64) float64 {
	sum := 0.0
	for i, v := range f {
		sum += by[i] * v
	}
	return sum
}

// measure returns the features of a candidate with so many sentences of the
// body before it.
func (a *article) measure(c *candidate, before int) features {
	var f features
	f[bias] = 1
	f[lead] = indicator(before == 0)
	f[early] = 1 / float64(1+before)
	f[depth] = math.Log1p(float64(before)) / math.Log1p(float64(a.body))
	f[far] = math.Log1p(max(0, float64(before)-6) / 6)
	a.measureTerms(&f, c.sentence)
	a.measureWords(&f, c.first, c.last)
	f[close] = a.cosines[c.sentence]
	f[recurring] = a.recurrence(c.sentence)
	f[salience] = min(a.names[c.sentence], 2)
	f[quotation] = a.quoted(c.first, c.last)
	f[leaning] = indicator(len(c.strangers) > 0 || before > 0 && a.leans(c.first, c.last))
	f[begun] = indicator(a.beginsWithName(c.first))
	f[fronted] = indicator(a.isFronted(c.first))
	f[fresh] = indicator(before == 0 && f[fronted] == 0 && len(c.strangers) == 0 && !c.surname && a.isFresh(c.first, c.last))
	f[clause] = indicator(c.last != a.Sentences[c.sentence].Last)
	return f
}

// measureTerms sets the features that come of what a sentence says.
func (a *article) measureTerms(f *features, sentence int) {
	terms := a.distinct[sentence]
	if len(terms) == 0 {
		return
	}
	sum, inTitle, unsaid := 0.0, 0.0, 0
	for _, t := range terms {
		w := a.index.Terms[t].Weight
		sum += w
		if a.title[t] {
			inTitle += w
		}
		if a.saidIn[t] == sentence {
			unsaid++
		}
	}
	n := float64(len(terms))
	if a.titleWeight > 0 {
		f[title] = inTitle / a.titleWeight
	}
	if first := len(a.Sentences) - a.body; sentence > first {
		f[echo] = float64(intersection(terms, a.distinct[first])) / float64(max(1, len(a.distinct[first])))
	}
	f[novel] = float64(unsaid) / n
	f[central] = sum / n
}

// measureWords sets the features that come of how tokens first to last say it.
func (a *article) measureWords(f *features, first, last int) {
	named := 0
	for i := first; i < last; i++ {
		if i > first && isName(a.word(i)) {
			named++
		}
		low := a.low[i]
		if reporting.Has(low) {
			f[source] = 1
		}
		if coming.Has(low) || i > first && a.isAhead(i) {
			f[ahead] = 1
		}
		if shares.Has(low) || isSum(low) {
			f[sums] = 1
		}
		if low == "ago" || low == "decades" || low == "years" && a.low[max(i-1, first)] == "for" {
			f[past] = 1
		}
	}
	if a.isPortrait(first, last) {
		f[past] = 1
	}
	f[wording] = a.wording(first, last)
	n := float64(last - first)
	f[names] = math.Log1p(float64(named))
	f[length] = math.Log(n) - 3
	f[brevity] = max(0, 14-n) / 10
	f[excess] = max(0, n-30) / 10
}

// coming are words for what is to come and for who is against it, shares those of a share or a sum.
var (
	coming = text.WordSet(`will must due expected scheduled planned plans deadline appeal appeals denied denies rejected disputed disagreed contradicted`)
	shares = text.WordSet(`% percent cent million billion bn m`)
)

// isAhead reports whether token i and the one before it tell when something is to come: "is
// to", "by June", "next week".
func (a *article) isAhead(i int) bool {
	switch next := a.low[i]; a.low[i-1] {
	case "is", "are":
		return next == "to"
	case "by", "from", "until":
		return present.Has(next) && isName(a.word(i)) || next == "next"
	case "next":
		return present.Has(next)
	}
	return false
}

// isPortrait reports whether the first verb of tokens first to last says what its subject is:
// "Nordline is a ferry owner".
func (a *article) isPortrait(first, last int) bool {
	verb := a.firstVerb(first, last)
	if verb+1 >= last {
		return false
	}
	switch a.low[verb] {
	case "is", "are", "was", "were":
		return articles.Has(a.low[verb+1]) || a.low[verb+1] == "one"
	}
	return false
}

// beginsWithName reports whether the word at token i, the first of a sentence,
// is likely to be a name.
func (a *article) beginsWithName(i int) bool {
	low := a.low[i]
	return isName(a.word(i)) && !openers.Has(low) && !articles.Has(low)
}

// isFronted reports whether a sentence that begins with token i begins with something
// else than who did what: "In March", "There was", a quotation.
func (a *article) isFronted(i int) bool {
	low, next := a.low[i], a.low[min(i+1, len(a.low)-1)]
	if low == "only" && (isDigit(next[0]) || counts.Has(next) || next == "one") {
		return spans.Has(strings.TrimSuffix(a.low[min(i+2, len(a.low)-1)], "s")) // "Only two weeks ago"
	}
	if low == "at" && next == "least" || low == "as" && next == "many" || low == "over" && isDigit(next[0]) { // "At least nine people were killed"
		return false
	}
	return isQuote(a.word(i)) || openers.Has(low) || low == "there" || low == "it" || low == "like" || low == "so"
}

// isFresh reports whether tokens first to last tell what is news: what somebody has done
// or is to do, or the day of it, and is no short remark.
func (a *article) isFresh(first, last int) bool {
	if last-first < leastFresh {
		return false
	}
	for i := first + 1; i < last-1; i++ {
		w, next := a.low[i], a.low[i+1]
		switch {
		case (w == "has" || w == "have") && (next == "been" || a.isVerb(i+1) || strings.HasSuffix(next, "en") || participles.Has(next)), // "has broken"
			(w == "is" || w == "are") && (next == "to" || isParticiple(next) || next == "being" || next == "suing" || next == "set"), w == "will",
			w == "plans" && next == "to", days.Has(w) && !a.place[i], w == "last" && next == "night":
			return true
		}
	}
	return false
}

// longestScene is how many sentences a scene has at most that a text begins with.
const longestScene = 8

// findNews gives the first candidate that tells news behind a scene the mark that a first sentence
// has which does.
func (a *article) findNews(candidates []candidate) {
	first := len(a.Sentences) - a.body
	if len(candidates) == 0 || a.titleWeight == 0 || slices.ContainsFunc(candidates, func(c candidate) bool { return c.features[fresh] > 0 }) {
		return
	}
	if lead := a.Sentences[first]; slices.ContainsFunc(a.low[lead.First:lead.Last], days.Has) || a.isFresh(lead.First, lead.Last) {
		return
	}
	if lead := &candidates[0]; lead.sentence == first && lead.features[fronted] == 0 && len(lead.strangers) == 0 && !lead.surname {
		return
	}
	for i := range candidates {
		c := &candidates[i]
		if first < c.sentence && c.sentence <= first+longestScene && c.features[fronted] == 0 && a.isFresh(c.first, c.last) {
			c.features[fresh] = 1
			return
		}
	}
}

// participles are those that end in no "en" or "ed" and are none of verbs.
var participles = text.WordSet(`become begun sunk spent seen gone done shown known grown flown drawn thrown withdrawn worn torn sworn sung rung swum shrunk overcome
	come run hit quit shut split spread burst hurt`)

// leastFresh is how many tokens the first sentence of a report has at least.
const leastFresh = 14

// days tell when news was made.
var days = text.WordSet(`monday tuesday wednesday thursday friday saturday sunday today yesterday tonight`)

// leans reports whether tokens first to last may take something for told: they
// begin with "the" and a common noun, or say "also" without saying beside what.
func (a *article) leans(first, last int) bool {
	if a.low[first] == "the" && !a.caseless && !isName(a.word(first+1)) {
		return true
	}
	return slices.Contains(a.low[first:last], "also")
}

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// recurrence returns the share of a sentence's pairs of terms that stand
// elsewhere too.
func (a *article) recurrence(sentence int) float64 {
	terms := a.index.Sentences[sentence]
	again := 0
	for i := 1; i < len(terms); i++ {
		if _, found := slices.BinarySearch(a.again, pairOf(terms[i-1], terms[i])); found {
			again++
		}
	}
	return float64(again) / float64(max(1, len(terms)-1))
}
