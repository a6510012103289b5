package entity

import (
	"regexp"
	"strings"

	"newsbot/digest/text"
)

// creditHead begins a sentence that tells who wrote, took or sent something, if
// nothing but names follows.
var creditHead = regexp.MustCompile(`^\(?(?:By|BY|(?i:(?:additional |extra )?(?:reporting|writing|editing|photos?|photographs?|pictures?|images?|video|graphics?|illustrations?)(?: credits?)?(?: by|:))) `)

// maxCredit bounds the bytes of a credit.
const maxCredit = 300

// creditWords may stand between the names of a credit.
var creditWords = text.WordSet(`by and in of for from via with at the additional extra reporting writing editing photo photos photograph photographs
	picture pictures image images video graphic graphics illustration illustrations credit credits courtesy file staff
	writer writers reporter reporters correspondent correspondents editor editors`)

// contributed ends a credit.
var contributed = regexp.MustCompile(`\bcontributed (?:reporting )?to this (?:report|story|article|dispatch)\b`)

// isCredit reports whether a sentence only tells who wrote, took or sent a text or
// its pictures: "By Jane Hartwell", "(Reporting by Jane Hartwell in Oslo)".
func isCredit(sentence string) bool {
	if len(sentence) > maxCredit {
		return false
	}
	if strings.Contains(sentence, "contributed ") && contributed.MatchString(sentence) {
		return true
	}
	if !creditHead.MatchString(sentence) {
		return false
	}
	for word := range strings.FieldsFuncSeq(sentence, func(r rune) bool { return strings.ContainsRune(" \n\u00a0,;:/()", r) }) {
		if 'a' <= word[0] && word[0] <= 'z' && !creditWords[strings.TrimRight(word, ".")] {
			return false
		}
	}
	return true
}

// maxDateline bounds the bytes before the agency of a dateline.
const maxDateline = 80

// afterAgency is what stands behind the agency of a dateline.
var afterAgency = regexp.MustCompile(`^[^()\n]{0,12}\) ?(?:[-–—]|\n|$)`)

// isAgency reports whether a name is that of the agency in the dateline that a
// sentence of the document s begins with: "COPENHAGEN, Denmark (Meridian) —".
func isAgency(s string, sentence text.Span, m Mention) bool {
	return m.Start > sentence.Start && m.Start-sentence.Start <= maxDateline && s[m.Start-1] == '(' &&
		afterAgency.MatchString(s[m.End:])
}

// creditsOnly reports whether a document names an entity only to tell who wrote,
// took or sent it.
func creditsOnly(d *text.Document, e *Entity) bool {
	for _, m := range e.Mentions {
		s := d.Sentences[m.Sentence]
		if s.Paragraph == 0 || !isAgency(d.Text, s.Span, m) && !isCredit(s.In(d.Text)) {
			return false
		}
	}
	return true
}
