package entity

import (
	"regexp"
	"strings"

	"newsbot/digest/text"
)

// creditHead begins a sentence that tells who wrote, took or sent something or whom to ask about it, if
// nothing but names follows.
var creditHead = regexp.MustCompile(`^\(?(?:By|BY|(?i:(?:additional |extra )?(?:reporting|writing|editing|interview|analysis|opinion|photos?|photographs?|pictures?|images?|video|graphics?|illustrations?)(?: credits?)?(?: by|:| [|/])|(?:media |press )?contacts?(?: for (?:the )?(?:media|press))?:)) `)

// maxCredit bounds the bytes of a credit.
const maxCredit = 300

// creditWords may stand between the names of a credit.
var creditWords = text.WordSet(`by and in of for from via with at the additional extra reporting writing editing photo photos photograph photographs
	picture pictures image images video graphic graphics illustration illustrations credit credits courtesy file staff
	writer writers reporter reporters correspondent correspondents editor editors officer contact contacts media press
	business city crime culture desk foreign news politics science sport sports technology`)

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
	return creditHead.MatchString(sentence) && onlyNames(sentence)
}

// onlyNames reports whether a sentence has no words but names and those that may stand between
// the names of a credit.
func onlyNames(sentence string) bool {
	for word := range strings.FieldsFuncSeq(sentence, func(r rune) bool { return strings.ContainsRune(" \n\u00a0,;:/()", r) }) {
		if 'a' <= word[0] && word[0] <= 'z' && !creditWords.Has(strings.TrimRight(word, ".")) && !strings.Contains(word, "@") {
			return false
		}
	}
	return true
}

// The line of the writers has at most maxByline bytes and is among the first bylineParagraphs.
const (
	maxByline        = 80
	bylineParagraphs = 4
)

// ended finds the end of a sentence, as lines before the text have none.
var ended = regexp.MustCompile(`[.!?]["'”’)]*$`)

// clock ends the line of the writers where it tells when they wrote.
var clock = regexp.MustCompile(` ?[—–|-] \d{1,2}[:.]\d\d ?(?:[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?$`)

// isByline reports whether a mention is in a line that stands alone before the text and has no
// more than who wrote it, "Jane Hartwell, Staff Writer" or "Jane Hartwell — 8:45 AM PST". Of what
// is no person's name such a line may tell where it was written.
func isByline(d *text.Document, e *Entity, m Mention) bool {
	s := d.Sentences[m.Sentence]
	line := s.In(d.Text)
	if len(line) > maxByline || s.Paragraph > bylineParagraphs || m.Sentence+1 == len(d.Sentences) || d.Sentences[m.Sentence+1].Paragraph == s.Paragraph {
		return false
	}
	for _, before := range d.Sentences[:m.Sentence+1] {
		if before.Paragraph > 0 && ended.MatchString(before.In(d.Text)) {
			return false
		}
	}
	names := clock.ReplaceAllString(line, "")
	return (e.Type == Person || names != line || strings.HasSuffix(names, " staff")) && onlyNames(names)
}

// writes follows the name of a writer of whom the last paragraph tells what else they do.
var writes = regexp.MustCompile(`^ (?:writes (?:about|for|on) |is (?:a|our|the) (?:[\w-]+ ){0,3}(?:columnist|correspondent|critic|editor|reporter|writer)\b)`)

// isOfWriter reports whether a mention begins the last paragraph of a document, which tells who
// wrote it: "Jane Hartwell writes on wine every Tuesday."
func isOfWriter(d *text.Document, e *Entity, m Mention) bool {
	s := d.Sentences[m.Sentence]
	return e.Type == Person && m.Sentence > 0 && m.Start == s.Start && s.Paragraph == d.Sentences[len(d.Sentences)-1].Paragraph &&
		d.Sentences[m.Sentence-1].Paragraph < s.Paragraph && writes.MatchString(d.Text[m.End:s.End])
}

// creditsOnly reports whether a document names an entity only to tell who wrote,
// took or sent it.
func creditsOnly(d *text.Document, e *Entity) bool {
	for _, m := range e.Mentions {
		s := d.Sentences[m.Sentence]
		if s.Paragraph == 0 || !isAgency(d.Text, s.Span, m) && !isCredit(s.In(d.Text)) && !isByline(d, e, m) && !isOfWriter(d, e, m) {
			return false
		}
	}
	return true
}
