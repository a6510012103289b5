package blockhtml

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"newsbot/bot/block"
)

// mrkdwn reads Slack's mrkdwn
// (https://docs.slack.dev/messaging/formatting-message-text).
func (o Options) mrkdwn(s string) []*html.Node {
	const fence = "```"
	var out []*html.Node
	for {
		before, rest, open := strings.Cut(s, fence)
		inside, after, closed := strings.Cut(rest, fence)
		if !open || !closed {
			return append(out, o.quoted(s)...)
		}
		out = append(out, o.quoted(before)...)
		out = append(out, el("pre", nil, text(block.Unescape(strings.TrimSuffix(strings.TrimPrefix(inside, "\n"), "\n")))))
		s = after
	}
}

// quoted puts lines that begin with a quote mark into a quotation.
func (o Options) quoted(s string) []*html.Node {
	const mark = "&gt;"
	var out []*html.Node
	all := strings.Split(s, "\n")
	for len(all) > 0 {
		quote := strings.HasPrefix(all[0], mark)
		n := slices.IndexFunc(all, func(line string) bool { return strings.HasPrefix(line, mark) != quote })
		if n < 0 {
			n = len(all)
		}
		var inside []*html.Node
		for i, line := range all[:n] {
			if i > 0 {
				inside = append(inside, el("br", nil))
			}
			if quote {
				line = strings.TrimPrefix(strings.TrimPrefix(line, mark), " ")
			}
			inside = append(inside, o.spans(line)...)
		}
		if quote {
			inside = []*html.Node{el("blockquote", at{"dir", "auto"}, inside...)}
		}
		out, all = append(out, inside...), all[n:]
	}
	return out
}

// spans reads one line.
func (o Options) spans(s string) []*html.Node {
	var out []*html.Node
	plain := 0 // where what has no markup begins
	flush := func(end int) {
		if plain < end {
			out = append(out, text(withEmoji(block.Unescape(s[plain:end]))))
		}
	}
	for i := 0; i < len(s); {
		n, end := o.marked(s, i)
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

// marked reads the markup that begins at a place, and returns where it ends; nil
// where there is none.
func (o Options) marked(s string, i int) (n *html.Node, end int) {
	switch c := s[i]; c {
	case '`':
		if length := strings.IndexByte(s[i+1:], c); length > 0 {
			end = i + 1 + length
			return el("code", nil, text(block.Unescape(s[i+1:end]))), end + 1
		}
	case '<':
		if length := strings.IndexByte(s[i:], '>'); length > 0 {
			return o.reference(s[i+1 : i+length]), i + length + 1
		}
	case '*', '_', '~':
		return o.emphasis(s, i)
	}
	return nil, 0
}

// emphasis reads a text between two equal marks: each of them stands at the end
// of a word.
func (o Options) emphasis(s string, start int) (*html.Node, int) {
	if !pauses(s[:start], utf8.DecodeLastRuneInString) {
		return nil, 0
	}
	mark := s[start]
	for end := start + 1; ; end++ {
		length := strings.IndexByte(s[end:], mark)
		if length < 0 {
			return nil, 0
		}
		end += length
		inside := s[start+1 : end]
		if inside != "" && inside == strings.TrimSpace(inside) && pauses(s[end+1:], utf8.DecodeRuneInString) {
			return el(styles[mark], nil, o.spans(inside)...), end + 1
		}
	}
}

// pauses reports whether a text that stands beside a mark ends there, or has a
// space or punctuation next to it.
func pauses(beside string, next func(string) (rune, int)) bool {
	r, size := next(beside)
	return size == 0 || unicode.IsSpace(r) || strings.ContainsRune("()[]{}.,;:!?'\"/–—-*_~", r)
}

// reference draws what stands between < and >.
func (o Options) reference(s string) *html.Node {
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
		return link(block.Unescape(what), text(withEmoji(label)))
	}
	return link(block.Unescape(what), text(block.Unescape(what)))
}

// dateReference draws !date^SECONDS^PATTERN^ADDRESS, of which the address may be
// missing.
func (o Options) dateReference(fields []string, label string) *html.Node {
	shown := label
	if seconds, err := strconv.ParseInt(fields[1], 10, 64); err == nil && len(fields) > 2 {
		shown = o.date(seconds, block.Unescape(fields[2]))
	}
	n := el("time", at{"title", label}, text(shown))
	if len(fields) > 3 {
		return link(block.Unescape(fields[3]), n)
	}
	return n
}
