package command

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsbot/bot/block"
	"newsbot/digest/render"
)

// word is a word or a quoted phrase of what a reader typed.
type word struct {
	Key    string // "from" in from:courier, --from courier and --from=courier
	Text   string // without quotes, and without what Slack puts around it
	Ref    string // what Slack knows it to be: an address, the ID of a user or channel; may be ""
	Quoted bool
	Not    bool // it was written with a minus: -word
	Dashed bool // its Key was written with dashes, and so is meant as one
}

// joinWords returns words as one line.
func joinWords(words []word) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.Text
	}
	return strings.Join(texts, " ")
}

// written returns the word in a form that split reads again.
func (w word) written() string {
	s := w.Text
	if w.Quoted {
		s = `"` + s + `"`
	}
	switch {
	case w.Dashed:
		s = "--" + w.Key + "=" + s
	case w.Key != "":
		s = w.Key + ":" + s
	}
	if w.Not {
		s = "-" + s
	}
	return s
}

// writtenWords returns each of some words in such a form.
func writtenWords(words []word) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.written()
	}
	return out
}

// address returns the address that a word is, if it is one.
func (w word) address() string {
	if w.Ref != "" {
		return w.Ref
	}
	return w.Text
}

// isAddress reports whether a word is an address.
func (w word) isAddress() bool { return w.isBare() && render.Link(w.address()) != "" }

// Marks that phones put in the place of those on a keyboard.
const (
	quoteMarks = "\"“”„‟«»″＂"
	minusSigns = "-–−" // an en dash and a minus sign too
)

// split takes a line apart into words. Every line can be: a quotation mark that
// is not closed closes at the end.
func split(line string) []word {
	s := scanner{rest: render.Inert(line)}
	var words []word
	for s.space(); s.rest != ""; s.space() {
		if w := s.word(); w.Key != "" || w.Text != "" {
			words = append(words, w)
		}
	}
	return words
}

// scanner reads a line from its beginning.
type scanner struct{ rest string }

func (s *scanner) space() { s.rest = strings.TrimLeftFunc(s.rest, unicode.IsSpace) }

// peek returns the next character, 0 at the end.
func (s *scanner) peek() rune {
	if s.rest == "" {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s.rest)
	return r
}

func (s *scanner) skip(r rune) { s.rest = s.rest[utf8.RuneLen(r):] }

func (s *scanner) word() word {
	var w word
	if key, ok := s.dashes(); ok {
		w.Key, w.Dashed = key, true
		if r := s.peek(); r == '=' || r == ':' {
			s.skip(r)
		} else {
			s.space()
		}
		s.value(&w)
		return w
	}
	if r := s.peek(); strings.ContainsRune(minusSigns, r) && isWordStart(s.rest[utf8.RuneLen(r):]) {
		w.Not = true
		s.skip(r)
	}
	w.Key = s.key()
	s.value(&w)
	return w
}

// isWordStart reports whether what stands behind a minus makes it a sign and
// not a dash.
func isWordStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(quoteMarks+"<&#@", r) && s != ""
}

// dashes reads the name of an option that is written --name; phones make one
// long dash of the two.
func (s *scanner) dashes() (key string, ok bool) {
	rest, ok := strings.CutPrefix(s.rest, "--")
	if !ok {
		rest, ok = strings.CutPrefix(s.rest, "—")
	}
	if n := letters(rest); ok && n > 0 {
		s.rest = rest[n:]
		return strings.ToLower(rest[:n]), true
	}
	return "", false
}

// key reads the name in name:value, which an address is not.
func (s *scanner) key() string {
	n := letters(s.rest)
	if n == 0 || !strings.HasPrefix(s.rest[n:], ":") || strings.HasPrefix(s.rest[n:], "://") {
		return ""
	}
	if r, _ := utf8.DecodeRuneInString(s.rest[n+1:]); len(s.rest) == n+1 || unicode.IsSpace(r) {
		return ""
	}
	key := strings.ToLower(s.rest[:n])
	s.rest = s.rest[n+1:]
	return key
}

// letters returns how many ASCII letters s begins with.
func letters(s string) int {
	n := 0
	for n < len(s) && (s[n]|0x20) >= 'a' && (s[n]|0x20) <= 'z' {
		n++
	}
	return n
}

// value reads a phrase up to its closing mark, or a word up to the next space.
func (s *scanner) value(w *word) {
	end := unicode.IsSpace
	if r := s.peek(); r != 0 && strings.ContainsRune(quoteMarks, r) {
		w.Quoted = true
		s.skip(r)
		end = func(r rune) bool { return strings.ContainsRune(quoteMarks, r) }
	}
	var b strings.Builder
	pieces := 0
	for ; s.rest != ""; pieces++ {
		r, n := utf8.DecodeRuneInString(s.rest)
		if end(r) || pieces == 1 && w.Ref != "" && s.closing(end) {
			break
		}
		if label, ref, ok := s.escaped(); ok {
			b.WriteString(label)
			w.Ref = ref
			continue
		}
		b.WriteString(s.rest[:n])
		s.rest = s.rest[n:]
	}
	if w.Quoted && s.rest != "" {
		s.skip(s.peek())
	}
	if pieces != 1 {
		w.Ref = ""
	}
	w.Text = render.Inert(b.String())
}

// closing takes the marks that end a sentence, if nothing else is left of a word.
func (s *scanner) closing(end func(rune) bool) bool {
	rest := strings.TrimLeft(s.rest, "?!.,;:")
	if r, _ := utf8.DecodeRuneInString(rest); rest != "" && !end(r) {
		return false
	}
	s.rest = rest
	return true
}

// escaped reads what Slack writes in another form than the reader did: &amp;
// and its kin, <@U1|ann>, <#C1|news>, <!here> and <https://a.example|a>.
func (s *scanner) escaped() (label, ref string, ok bool) {
	for _, entity := range []string{"&amp;", "&lt;", "&gt;"} {
		if rest, ok := strings.CutPrefix(s.rest, entity); ok {
			s.rest = rest
			return block.Unescape(entity), "", true
		}
	}
	inner, ok := strings.CutPrefix(s.rest, "<")
	if !ok {
		return "", "", false
	}
	inner, rest, ok := strings.Cut(inner, ">")
	if !ok {
		return "", "", false
	}
	if label, ref, ok = resolve(inner); ok {
		s.rest = rest
	}
	return label, ref, ok
}

// resolve returns what stands between < and > as the reader wrote it, and what
// Slack knows it to be.
func resolve(inner string) (label, ref string, ok bool) {
	ref, label, named := strings.Cut(inner, "|")
	label = block.Unescape(label)
	switch {
	case ref == "":
		return "", "", false
	case ref[0] == '@' || ref[0] == '#' || ref[0] == '!':
		mark, id := ref[:1], ref[1:]
		if mark == "!" {
			mark, id = "@", strings.TrimPrefix(id, "subteam^")
		}
		if !named {
			label = id
		}
		return mark + strings.TrimPrefix(label, mark), id, id != ""
	case strings.Contains(ref, "://") || strings.HasPrefix(ref, "mailto:") || strings.HasPrefix(ref, "tel:"):
		ref = block.Unescape(ref)
		if !named || label == "" {
			label = ref
		}
		return label, ref, true
	}
	return "", "", false
}

// alternatives returns the parts of words between which OR stands.
func alternatives(words []word) [][]word {
	var parts [][]word
	begin := 0
	for i := range words {
		if isOr(words, i) {
			parts = append(parts, words[begin:i])
			begin = i + 1
		}
	}
	parts = append(parts, words[begin:])
	return slices.DeleteFunc(parts, func(part []word) bool { return len(part) == 0 })
}

// isOr reports whether the word at i stands between alternatives: OR, not at an end, nor
// before a comma as in "Portland OR, Boise ID".
func isOr(words []word, i int) bool {
	return words[i].isBare() && words[i].Text == "OR" && 0 < i && i < len(words)-1 && words[i+1].Text != ","
}
