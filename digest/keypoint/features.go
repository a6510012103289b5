package keypoint

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsbot/digest/text"
)

// The features that a candidate is scored by. All are of the order of one.
const (
	bias      = iota
	lead      // it is the first sentence
	early     // 1 over its place
	depth     // logarithm of its place, 1 at the end of the text
	far       // logarithm of its place beyond the first sentences of a short text
	opens     // it opens a paragraph
	title     // share of the title's terms that it says, by weight
	central   // mean weight of its terms
	mass      // logarithm of the summed weight of its terms
	typical   // cosine of its terms and those of the text, by frequency
	hub       // its ties to other sentences, 1 for the one with most
	close     // its cosines to other sentences, 1 for the one with most
	shared    // how many other sentences its terms are in, mean of logarithms
	recurring // share of its pairs of terms that stand elsewhere too
	names     // logarithm of the number of its names
	begun     // it begins with a name
	salience  // of the entities it names
	numbers   // it has a number
	money     // it has a sum or a share
	length    // logarithm of its number of words
	brevity   // how far it falls short of 14 words
	excess    // how far it exceeds 30 words
	clause    // the end of its sentence was left out
	quotation // share within quotation marks
	source    // it says who said it
	when      // it names a day or month
	leaning   // behind the lead, it may lean on what was told before (leans)
	featureCount
)

type features [featureCount]float64

// measure returns the features of a candidate with so many sentences of the
// body before it.
func (a *article) measure(c *candidate, before int, opening bool) features {
	var f features
	f[bias] = 1
	f[lead] = indicator(before == 0)
	f[early] = 1 / float64(1+before)
	f[depth] = math.Log1p(float64(before)) / math.Log1p(float64(a.body))
	f[far] = math.Log1p(max(0, float64(before)-6) / 6)
	f[opens] = indicator(opening)
	a.measureTerms(&f, c.sentence)
	a.measureWords(&f, c.first, c.last)
	f[salience] = min(a.names[c.sentence], 2)
	f[quotation] = a.quoted(c.first, c.last)
	f[close] = a.cosines[c.sentence]
	f[recurring] = a.recurrence(c.sentence)
	f[typical] = a.typicality(c.sentence)
	f[leaning] = indicator(before > 0 && a.leans(c.first, c.last))
	f[begun] = indicator(a.beginsWithName(c.first))
	f[clause] = indicator(c.last != a.Sentences[c.sentence].Last)
	return f
}

// measureTerms sets the features that come of what a sentence says.
func (a *article) measureTerms(f *features, sentence int) {
	terms := a.distinct[sentence]
	if len(terms) == 0 {
		return
	}
	sum, inTitle, spread := 0.0, 0.0, 0.0
	for _, t := range terms {
		w := a.index.Terms[t].Weight
		sum += w
		if a.title[t] {
			inTitle += w
		}
		spread += math.Log(float64(a.spread[t]))
	}
	n := float64(len(terms))
	if a.titleWeight > 0 {
		f[title] = inTitle / a.titleWeight
	}
	f[central] = sum / n
	f[hub] = a.ties[sentence]
	f[mass] = math.Log1p(sum)
	f[shared] = spread / n
}

// measureWords sets the features that come of how tokens first to last say it.
func (a *article) measureWords(f *features, first, last int) {
	named := 0
	for i := first; i < last; i++ {
		w := a.word(i)
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsDigit(r):
			f[numbers] = 1
		case strings.ContainsRune("$£€¥%", r):
			f[money] = 1
		case unicode.IsUpper(r):
			if i > first {
				named++
			}
			if days[w] {
				f[when] = 1
			}
		}
		if reporting[a.low[i]] {
			f[source] = 1
		}
	}
	n := float64(last - first)
	f[names] = math.Log1p(float64(named))
	f[length] = math.Log(n) - 3
	f[brevity] = max(0, 14-n) / 10
	f[excess] = max(0, n-30) / 10
}

// beginsWithName reports whether the word at token i, the first of a sentence,
// is likely to be a name.
func (a *article) beginsWithName(i int) bool {
	low := a.low[i]
	return isName(a.word(i)) && !openers[low] && low != "the" && low != "a" && low != "an"
}

// leans reports whether tokens first to last may take something for told: they
// begin with "the" and a common noun, or say "also" without saying beside what.
func (a *article) leans(first, last int) bool {
	if a.low[first] == "the" && !a.caseless && !isName(a.word(first+1)) {
		return true
	}
	return slices.Contains(a.low[first:last], "also")
}

var days = text.WordSet(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
	September October November December Jan. Feb. Aug. Sept. Oct. Nov. Dec.`)

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
		if a.pairs[pair{terms[i-1], terms[i]}] > 1 {
			again++
		}
	}
	return float64(again) / float64(max(1, len(terms)-1))
}

// typicality returns the cosine of a sentence's terms and those of the text.
func (a *article) typicality(sentence int) float64 {
	terms := a.distinct[sentence]
	if len(terms) == 0 {
		return 0
	}
	sum := 0.0
	for _, t := range terms {
		sum += a.counts[t]
	}
	return sum / math.Sqrt(float64(len(terms))) / a.norm
}
