package entity

import (
	"regexp"

	"newsbot/digest/text"
)

// maxDateline bounds the bytes before the agency of a dateline.
const maxDateline = 80

// afterAgency is what stands behind the agency of a dateline.
var afterAgency = regexp.MustCompile(`^[^()\n]{0,12}\) ?(?:[-–—]|\n|$)`)

// bareDateline is one in capitals that no dash ends: "STAVANGER (NP) A woman".
var bareDateline = regexp.MustCompile(`^\p{Lu}{3,}[\p{Lu} ,./-]* \(\p{Lu}{2,5}\) ["“‘']?\p{Lu}`)

// isAgency reports whether a name is that of the agency in the dateline that a
// sentence of the document s begins with: "COPENHAGEN, Denmark (Meridian) —".
func isAgency(s string, sentence text.Span, m Mention) bool {
	return m.Start > sentence.Start && m.Start-sentence.Start <= maxDateline && s[m.Start-1] == '(' &&
		(afterAgency.MatchString(s[m.End:]) || bareDateline.MatchString(s[sentence.Start:min(m.End+len(") “Å"), len(s))]))
}

// afterPlace is what stands behind the place of a dateline: a region or country, a day, an agency, of which the last or both
// stand there, and a dash.
var afterPlace = regexp.MustCompile(`^(?:, \p{Lu}[\p{L}.]+(?: \p{Lu}\p{L}+)?)?(?:,? (?:\p{Lu}\p{Ll}+\.? \d{1,2}|\d{1,2} \p{Lu}\p{Ll}+)(?:,? \d{4})?(?: \([^():\n]{2,40}\))?| \([^():\n]{2,40}\)) ?[-–—]`)

// placeDatelines makes places of the names in capitals that begin datelines and are of no known organization: "ALDERSUND
// (Meridian) —", "ALDERSUND, 11 May 2027 –".
func placeDatelines(d *text.Document, names []name) {
	for i := range names {
		n := &names[i]
		s := d.Sentences[n.Sentence]
		begins := n.Start == s.Start && s.Paragraph > 0 && (n.Sentence == 0 || d.Sentences[n.Sentence-1].Paragraph < s.Paragraph)
		if begins && n.kind != Place && n.classes&orgListed == 0 && shouted(n.form) && afterPlace.MatchString(d.Text[n.End:]) {
			n.kind, n.listed, n.form = Place, "", unshout(n.form)
		}
	}
}
