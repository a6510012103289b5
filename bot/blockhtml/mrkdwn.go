package blockhtml

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"newsbot/bot/block"
	"newsbot/digest/dom"
)

// mrkdwn reads Slack's mrkdwn
// (https://docs.slack.dev/messaging/formatting-message-text).
func (o Options) mrkdwn(s string) []*dom.Node {
	const fence = "```"
	var out []*dom.Node
	for {
		before, rest, open := strings.Cut(s, fence)
		inside, after, closed := strings.Cut(rest, fence)
		if !open || !closed {
			return append(out, o.quoted(s)...)
		}
		out = append(out, o.quoted(before)...)
		out = append(out, dom.El("pre", nil, dom.Text(block.Unescape(strings.TrimSuffix(strings.TrimPrefix(inside, "\n"), "\n")))))
		s = after
	}
}

// quoted puts lines that begin with a quote mark into a quotation.
func (o Options) quoted(s string) []*dom.Node {
	const mark = "&gt;"
	var out []*dom.Node
	all := strings.Split(s, "\n")
	for len(all) > 0 {
		quote := strings.HasPrefix(all[0], mark)
		n := slices.IndexFunc(all, func(line string) bool { return strings.HasPrefix(line, mark) != quote })
		if n < 0 {
			n = len(all)
		}
		var inside []*dom.Node
		for i, line := range all[:n] {
			if i > 0 {
				inside = append(inside, dom.El("br", nil))
			}
			if quote {
				line = strings.TrimPrefix(strings.TrimPrefix(line, mark), " ")
			}
			inside = append(inside, o.spans(line)...)
		}
		if quote {
			inside = []*dom.Node{dom.El("blockquote", dom.At{"dir", "auto"}, inside...)}
		}
		out, all = append(out, inside...), all[n:]
	}
	return out
}

// spans reads one line.
func (o Options) spans(s string) []*dom.Node {
	line := line{Options: o, s: s, closed: strings.LastIndexByte(s, '>'), ends: map[byte][]int{}}
	var out []*dom.Node
	plain := 0 // where what has no markup begins
	flush := func(end int) {
		if plain < end {
			out = append(out, dom.Text(withEmoji(block.Unescape(s[plain:end]))))
		}
	}
	for i := 0; i < len(s); {
		n, end := line.marked(i)
		if n == nil {
			i++ // all marks are ASCII
			continue
		}
		flush(i)
		out = append(out, n)
		i, plain = end, end
	}
	flush(len(s))
	return out
}

// styles are the marks around a styled text, with their elements.
var styles = map[byte]string{'*': "strong", '_': "em", '~': "s"}

// line is one line of mrkdwn.
type line struct {
	Options
	s      string
	closed int            // where the last reference can end, -1 for nowhere
	ends   map[byte][]int // what ends returns for those marks that were looked for
}

// marked reads the markup that begins at a place, and returns where it ends; nil
// where there is none.
func (l line) marked(i int) (n *dom.Node, end int) {
	s := l.s
	switch c := s[i]; c {
	case '`':
		if length := strings.IndexByte(s[i+1:], c); length > 0 {
			end = i + 1 + length
			return dom.El("code", nil, dom.Text(block.Unescape(s[i+1:end]))), end + 1
		}
	case '<':
		if i > l.closed {
			return nil, 0
		}
		if length := strings.IndexByte(s[i:], '>'); length > 0 {
			return l.reference(s[i+1 : i+length]), i + length + 1
		}
	case '*', '_', '~':
		return l.emphasis(i)
	}
	return nil, 0
}

// emphasis reads a text between two equal marks: each of them stands at the end
// of a word, and no space inside.
func (l line) emphasis(start int) (*dom.Node, int) {
	mark, first := l.s[start], start+1
	if next, _ := utf8.DecodeRuneInString(l.s[first:]); unicode.IsSpace(next) || !pauses(l.s[:start], utf8.DecodeLastRuneInString) {
		return nil, 0
	}
	end := l.endsOf(mark)[min(first+1, len(l.s))]
	if end < 0 {
		return nil, 0
	}
	return dom.El(styles[mark], nil, l.spans(l.s[first:end])...), end + 1
}

// endsOf returns for every place of the line the first mark from there on that can
// end a styled text, -1 where there is none. So a line of many marks takes no longer
// than another one of its length.
func (l line) endsOf(mark byte) []int {
	if ends, known := l.ends[mark]; known {
		return ends
	}
	ends := make([]int, len(l.s)+1)
	next := -1
	for i := len(l.s); i >= 0; i-- {
		if i < len(l.s) && l.s[i] == mark {
			if before, _ := utf8.DecodeLastRuneInString(l.s[:i]); !unicode.IsSpace(before) && pauses(l.s[i+1:], utf8.DecodeRuneInString) {
				next = i
			}
		}
		ends[i] = next
	}
	l.ends[mark] = ends
	return ends
}

// pauses reports whether a text that stands beside a mark ends there, or has a
// space or punctuation next to it.
func pauses(beside string, next func(string) (rune, int)) bool {
	r, size := next(beside)
	return size == 0 || unicode.IsSpace(r) || strings.ContainsRune("()[]{}.,;:!?'\"/–—-*_~", r)
}

// reference draws what stands between < and >.
func (o Options) reference(s string) *dom.Node {
	what, label, labelled := strings.Cut(s, "|")
	label = block.Unescape(label)
	switch {
	case strings.HasPrefix(what, "@"):
		return mention("@" + nameOf(o.Users, what[1:]))
	case strings.HasPrefix(what, "#"):
		return mention("#" + nameOf(o.Channels, what[1:]))
	case strings.HasPrefix(what, "!date^"):
		return o.dateReference(strings.Split(what, "^"), label)
	case strings.HasPrefix(what, "!"):
		name, _, _ := strings.Cut(what[1:], "^")
		if labelled {
			return mention(label)
		}
		return mention("@" + name)
	case labelled:
		return link(block.Unescape(what), dom.Text(withEmoji(label)))
	}
	return link(block.Unescape(what), dom.Text(block.Unescape(what)))
}

// dateReference draws !date^SECONDS^PATTERN^ADDRESS, of which the address may be
// missing.
func (o Options) dateReference(fields []string, label string) *dom.Node {
	shown := label
	if seconds, err := strconv.ParseInt(fields[1], 10, 64); err == nil && len(fields) > 2 {
		shown = Date(time.Unix(seconds, 0), block.Unescape(fields[2]), o)
	}
	n := dom.El("time", dom.At{"title", label}, dom.Text(shown))
	if len(fields) > 3 {
		return link(block.Unescape(fields[3]), n)
	}
	return n
}
