package text

import (
	"strings"
	"unicode/utf8"
)

// maxSentence bounds the length of a sentence in bytes: a text without stops
// is cut at a token.
const maxSentence = 4000

// maxClosers bounds how many further stops, quotes and brackets a stop takes
// into its sentence.
const maxClosers = 8

// splitter appends the sentences and tokens of one stretch after another to a
// document.
type splitter struct {
	*Document
	caseless bool // capitals do not tell where sentences begin
}

// split adds the sentences of a stretch of text that no sentence crosses, and
// reports whether there was any.
func (s *splitter) split(in Span, paragraph int) bool {
	first := len(s.Tokens)
	s.Tokens = tokenize(s.Tokens, s.Text, in.Start, in.End)
	last := len(s.Tokens)
	if first == last {
		return false
	}
	quoted := false // inside straight quotes
	start := first
	for i := first; i < last; {
		if i > start && s.Tokens[i].End-s.Tokens[start].Start > maxSentence || paragraph > 0 && !quoted && s.runsIn(i, start, last) {
			s.add(start, i, paragraph)
			start, quoted = i, false
		}
		end := i + 1
		if s.isStop(i) {
			end = s.closers(i+1, min(last, i+maxClosers), s.Tokens[start].Start+maxSentence, quoted)
			if end < last && s.endsAt(i, end, start, last) {
				s.add(start, end, paragraph)
				start, quoted = end, false
				i = end
				continue
			}
		}
		for ; i < end; i++ {
			quoted = quoted != (s.word(i) == `"`)
		}
	}
	s.add(start, last, paragraph)
	return true
}

func (s *splitter) add(first, last, paragraph int) {
	s.Sentences = append(s.Sentences, Sentence{
		Span:      Span{s.Tokens[first].Start, s.Tokens[last-1].End},
		Paragraph: paragraph,
		First:     first,
		Last:      last,
	})
}

func (s *splitter) word(i int) string { return s.Tokens[i].In(s.Text) }

// isStop reports whether a sentence may end with token i.
func (s *splitter) isStop(i int) bool {
	switch c := s.Text[s.Tokens[i].End-1]; {
	case c == '.' || c == '!' || c == '?':
		return true
	case c < utf8.RuneSelf:
		return false
	}
	w := s.word(i)
	return w == "…" || isWideStop(w)
}

func isWideStop(w string) bool {
	switch w {
	case "。", "！", "？", "｡", "।", "؟", "۔":
		return true
	}
	return false
}

// closers returns the first token from i on that does not belong to a stop: a
// further stop, a closing quote or bracket, or a note. None of them may end behind limit.
func (s *splitter) closers(i, last, limit int, quoted bool) int {
	for i < last && s.Tokens[i].End <= limit {
		w := s.word(i)
		adjacent := s.Tokens[i].Start == s.Tokens[i-1].End
		switch w {
		case "!", "?", "…", "''", ")", "]", "}", "”", "»", "」", "』", "）", "〟", "！", "？", "。":
		case `"`:
			if !adjacent && !quoted {
				return i
			}
			quoted = false
		case "'", "’", "...", ".":
			if !adjacent {
				return i
			}
		case "[":
			end := s.noteEnd(i, last)
			if !adjacent || end == i || s.Tokens[end-1].End > limit {
				return i
			}
			i = end - 1
		default:
			return i
		}
		i++
	}
	return i
}

// endsAt reports whether the sentence that began at token start ends with the
// stop at token i, given the token that follows the stop and its closers.
func (s *splitter) endsAt(i, next, start, last int) bool {
	stop := s.word(i)
	if isWideStop(stop) { // 「…。」と言った goes on behind the quotation
		return next == i+1 || s.gap(next) || isOpener(s.word(next))
	}
	open := next
	for open < last-1 && isOpener(s.word(open)) {
		open++
	}
	r, _ := decode(s.Text, s.Tokens[open].Start)
	switch c := s.Text[s.Tokens[next].Start]; {
	case open == next && c < utf8.RuneSelf && ascii[c] == symbol && strings.IndexByte("$#@*+", c) < 0:
		return strings.HasPrefix(s.word(next), "-") && !strings.HasPrefix(s.word(next), "--") && s.gap(next) && s.gap(next+1)
	case isLower(r) && !s.caseless && !isLowerName(s.word(open)):
		return false
	case r == '—' || r == '–':
		return false
	case !s.gap(next) && next == i+1 && !isUpper(r) && open == next:
		return false
	}
	switch {
	case s.hasStop(i+1, next): // "(D-Conn.)."
		return true
	case stop == ".":
		return !s.isOrdinal(i, start, open) && !s.isDecimal(i, next, start, last)
	case len(stop) > 1 && stop[len(stop)-1] == '.' && stop[0] != '.':
		return i > start && s.abbreviationEnds(i, next, open, last)
	case stop == "!" && i > start && exclaimed.Has(s.word(i-1)):
		return startWords.Has(s.word(open))
	case stop == "!" || stop == "?":
		return !s.attributes(i, next, last)
	}
	return true
}

// maxNote is how many tokens stand between the brackets of a note.
const maxNote = 2

// noteEnd returns the first token behind the note in brackets that begins at token
// i, or i: "[2]", "[note 3]", "[citation needed]".
func (s *splitter) noteEnd(i, last int) int {
	for k := i + 2; k <= min(i+1+maxNote, last-1); k++ {
		if s.word(k) == "]" {
			return k + 1
		}
	}
	return i
}

// hasStop reports whether a full stop is among tokens.
func (s *splitter) hasStop(first, last int) bool {
	for i := first; i < last; i++ {
		if s.word(i) == "." {
			return true
		}
	}
	return false
}

// gap reports whether there is space before token i.
func (s *splitter) gap(i int) bool {
	return i < len(s.Tokens) && i > 0 && s.Tokens[i].Start > s.Tokens[i-1].End
}

func isOpener(w string) bool {
	switch w {
	case `"`, "'", "``", "“", "‘", "«", "(", "[", "「", "『", "¿", "¡", "„", "‚":
		return true
	}
	return false
}

// isLowerName reports whether a word is a name that begins with a small letter, as
// "iPhone", "macOS", "al-Shabab" and "npm" do.
func isLowerName(w string) bool {
	return strings.ContainsFunc(w, isUpper) && !strings.ContainsAny(w, "/.:=_") || lowerNames.Has(w)
}

// isOrdinal reports whether the stop at token i marks a number: the item of a
// list at the start of a sentence, or a day before its month.
func (s *splitter) isOrdinal(i, start, next int) bool {
	if i == start || !isDigit(s.Text[s.Tokens[i-1].Start]) || s.Tokens[i-1].Len() > 2 {
		return false
	}
	return i-1 == start || monthNames.Has(s.word(next))
}

// scaleWords follow a number that counts them.
var scaleWords = WordSet(`percent per % million billion trillion crore crores lakh lakhs`)

// numberMarks stand before a number.
var numberMarks = WordSet(`$ £ € ₹ Rs. M magnitude`)

// numberEnds are written to a number without a space: "£1.7m", "10.30am".
var numberEnds = WordSet(`am pm m mn bn tn`)

// isDecimal reports whether the stop at token i is the point of a number behind
// which a space has got in: "magnitude 5. 9", "$1. 2 billion".
func (s *splitter) isDecimal(i, next, start, last int) bool {
	if i == start || next != i+1 || s.gap(i) || !isNumber(s.word(i-1)) || s.Tokens[i-1].Len() > 3 {
		return false
	}
	digits := strings.TrimRight(s.word(next), "abmnpt")
	if !isNumber(digits) {
		return false
	}
	return i-2 >= start && numberMarks.Has(s.word(i-2)) || numberEnds.Has(s.word(next)[len(digits):]) ||
		next+1 < last && scaleWords.Has(s.word(next+1))
}

// isNumber reports whether a word is digits.
func isNumber(w string) bool { return w != "" && strings.Trim(w, "0123456789") == "" }

// abbreviationEnds reports whether the stop of the abbreviation at token i
// ends its sentence too.
func (s *splitter) abbreviationEnds(i, next, open, last int) bool {
	word := strings.TrimSuffix(s.word(i), ".")
	following := s.word(open)
	begins := startWords.Has(following)
	if s.caseless {
		begins = firmStarts.Has(capitalized(following))
	}
	switch abbreviationOf(word) {
	case starter:
		return begins || open > next && s.word(open-1) != "(" && isOpener(s.word(next))
	case clock:
		return begins || !zoneWords.Has(following) && !s.caseless && !isDigit(following[0]) &&
			!(open+1 < last && s.word(open+1) == "time") && following != strings.ToUpper(following)
	}
	r, n := decode(word, 0)
	return n == len(word) && isUpper(r) && (firmStarts.Has(following) || lowerNames.Has(following) || s.isLabel(i))
}

// lettered stand before a letter that tells which one is meant, and is no initial.
var lettered = WordSet(`plan vitamin vitamins group pool grade category class hepatitis influenza type appendix schedule
	series gate terminal platform block wing camp exhibit`)

// isLabel reports whether the single letter at token i is a name by itself: "hepatitis C.",
// "in Group B.", "confirmed on X."
func (s *splitter) isLabel(i int) bool {
	before := strings.ToLower(s.word(i - 1))
	return lettered.Has(before) || s.word(i) == "X." && (before == "on" || before == "to" || before == "via")
}

// speechVerbs tell that a name before them says what was quoted.
var speechVerbs = WordSet(`said says asked asks told tells added adds wrote writes shouted cried replied exclaimed tweeted
	posted joked demanded wondered yelled screamed declared insisted`)

// attributes reports whether what follows a quotation that ended with token i
// names its speaker: "“Why now?” Smith asked."
func (s *splitter) attributes(i, next, last int) bool {
	if next == i+1 {
		return false
	}
	for k := next; k < min(next+4, last); k++ {
		w := s.word(k)
		if speechVerbs.Has(w) {
			return k > next
		}
		if r, _ := decode(w, 0); !isUpper(r) {
			return false
		}
	}
	return false
}

// capitalized returns an ASCII word with a capital at its head.
func capitalized(w string) string {
	if w == "" || w[0] < 'a' || w[0] > 'z' {
		return w
	}
	return string(w[0]-('a'-'A')) + w[1:]
}
