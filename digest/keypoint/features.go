package keypoint

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The features that a candidate is scored by. All are of the order of one.
const (
	bias      = iota
	lead      // it is the first sentence
	early     // 1 over its place
	untitled  // 1 over its place where the text has no title
	depth     // logarithm of its place, 1 at the end of the text
	opens     // it opens a paragraph
	title     // share of the title's terms that it says, by weight
	central   // mean weight of its terms
	mass      // logarithm of the summed weight of its terms
	hub       // its ties to other sentences, 1 for the one with most
	shared    // how many other sentences its terms are in, mean of logarithms
	names     // logarithm of the number of its names
	salience  // of the entities it names
	numbers   // it has a number
	money     // it has a sum or a share
	length    // logarithm of its number of words
	brevity   // how far it falls short of 14 words
	quotation // share within quotation marks
	source    // it says who said it
	when      // it names a day or month
	definite  // it begins with "the" and a common noun, which may have been told before
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
	if a.titleWeight == 0 {
		f[untitled] = f[early]
	}
	f[opens] = indicator(opening)
	a.measureTerms(&f, c.sentence)
	a.measureWords(&f, c.first, c.last)
	f[salience] = min(a.names[c.sentence], 2)
	f[quotation] = a.quoted(c.first, c.last)
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
	if a.low[first] == "the" && !isName(a.word(first+1)) {
		f[definite] = 1
	}
	n := float64(last - first)
	f[names] = math.Log1p(float64(named))
	f[length] = math.Log(n) - 3
	f[brevity] = max(0, 14-n) / 10
}

var days = set(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
	September October November December Jan. Feb. Aug. Sept. Oct. Nov. Dec.`)

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
