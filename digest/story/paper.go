package story

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newsbot/digest/text"
)

// paperWords are words of the form of a paper, which any abstract has, whatever was found out.
const paperWords = `abstract background introduction objective aim purpose hypothesis design setting methods participants patients adults
	main primary secondary outcome endpoint measures results findings conclusions interpretation limitations funding registration
	trial study cohort register registry prospective retrospective nationwide population-based cross-sectional phase
	randomised randomized randomly assigned placebo double-blind open-label controlled controls group arm
	hazard odds rate relative risk ratio ci confidence interval significant adjusted associated association baseline median mean
	efficacy safety incidence adverse events follow-up compared aged age years months 95`

// paperTerms are the terms of these words.
var paperTerms = kindsOf(paperWords)

// sections are the words with which the parts of an abstract begin: "Methods We compared", "Main outcome measures:".
var sections = text.WordSet(`background introduction objective objectives aim aims purpose design setting method methods participants patients main
	measurements results findings conclusion conclusions interpretation discussion funding`)

// fewestSections are how many kinds of them an abstract has.
const fewestSections = 3

// statistics are what papers say of their results, and hardly ever the news.
var statistics = []string{"% CI", "confidence interval", "hazard ratio", "odds ratio", "rate ratio"}

// isPaper reports whether a document has the form of a paper: parts with headings, or statistics.
func isPaper(d *text.Document) bool {
	if anyOf(statistics, d.Text, strings.Contains) {
		return true
	}
	var found []string
	for _, s := range d.Sentences {
		if s.Paragraph == 0 {
			continue
		}
		if word := text.Fold(d.Tokens[s.First].In(d.Text)); sections.Has(word) && isHeading(d, s) {
			found = append(found, word)
		}
	}
	return len(distinct(found)) >= fewestSections
}

// isHeading reports whether the first word of a sentence is a heading: nothing, a colon or a capital follows it.
func isHeading(d *text.Document, s text.Sentence) bool {
	rest := strings.TrimLeft(d.Text[d.Tokens[s.First].End:s.End], " ")
	first, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || first == ':' || first == '.' || unicode.IsUpper(first)
}

// withoutForm returns terms without those of the form of a paper.
func withoutForm(terms []text.Term) []text.Term {
	forms := paperTerms()
	bare := make([]text.Term, 0, len(terms))
	for _, t := range terms {
		if forms[t.Word] == 0 {
			bare = append(bare, t)
		}
	}
	return bare
}
