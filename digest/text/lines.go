package text

import (
	"iter"
	"strings"
)

// A text whose lines were broken to fit a width has lines no longer than
// maxWidth, and a quarter or more of its breaks stand before a word in lower case.
const (
	minWidth    = 40
	maxWidth    = 120
	wrapSamples = 400 // pairs of lines looked at
)

// lineEnd returns where the line of s that begins at start ends.
func lineEnd(s string, start int) int {
	if i := strings.IndexByte(s[start:], '\n'); i >= 0 {
		return start + i
	}
	return len(s)
}

// blocks yields the stretches of s from start on that sentences may not cross:
// a line each, or, where the text was wrapped, the lines of a paragraph.
func blocks(s string, start int) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		width := wrapWidth(s[start:])
		for start < len(s) {
			end := lineEnd(s, start)
			for width > 0 && end < len(s) && joins(s[start:end], s[end+1:lineEnd(s, end+1)], width) {
				end = lineEnd(s, end+1)
			}
			if end > start && !yield(Span{start, end}) {
				return
			}
			start = end + 1
		}
	}
}

// wrapWidth returns the length of the longest line of a text whose lines were
// broken to fit a width, or 0 for any other text.
func wrapWidth(s string) int {
	width, pairs, inside := 0, 0, 0
	prev := ""
	for start := 0; start < len(s) && pairs < wrapSamples; {
		end := lineEnd(s, start)
		line := s[start:end]
		start = end + 1
		if width = max(width, len(line)); width > maxWidth {
			return 0
		}
		if prev != "" && line != "" {
			pairs++
			if len(prev) >= minWidth && !endsSentence(prev) && beginsLower(line) {
				inside++
			}
		}
		prev = line
	}
	if width < minWidth || inside*4 < pairs {
		return 0
	}
	return width
}

// joins reports whether next goes on where the text that ends with the line
// last of prev breaks off, in a text wrapped to width.
func joins(prev, next string, width int) bool {
	line := prev[strings.LastIndexByte(prev, '\n')+1:]
	next = strings.TrimSuffix(next, "\r")
	if strings.TrimSpace(next) == "" || next[0] == ' ' || next[0] == '\t' || beginsItem(next) {
		return false
	}
	if len(line) >= minWidth && !endsSentence(line) && beginsLower(next) {
		return true
	}
	word := next
	if i := strings.IndexByte(next, ' '); i >= 0 {
		word = next[:i]
	}
	return len(line)+1+len(word) > width-width/8
}

// endsSentence reports whether a line ends with a stop, with or without a
// closing quote or bracket after it.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, " \t\r\"')]”’»")
	for _, stop := range []string{".", "!", "?", ":", "…", "。", "！", "？"} {
		if strings.HasSuffix(line, stop) {
			return true
		}
	}
	return false
}

func beginsLower(line string) bool {
	r, _ := decode(line, 0)
	return isLower(r)
}

// beginsItem reports whether a line begins with the mark of a list item.
func beginsItem(line string) bool {
	for _, mark := range []string{"- ", "* ", "+ ", "• ", "– ", "— ", "#", ">"} {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	digits := 0
	for digits < len(line) && isDigit(line[digits]) {
		digits++
	}
	return digits > 0 && digits < 3 && digits+1 < len(line) &&
		(line[digits] == '.' || line[digits] == ')') && line[digits+1] == ' '
}
