package feed

import (
	"bytes"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"newsbot/digest"
)

// readPlain reads a text: the first line is the title, the rest the text. Its
// source is the file's name.
func (r *Reader) readPlain(s *sink, o origin, data []byte) {
	data = bytes.TrimSpace(decode(data, o.contentType))
	first, rest, _ := bytes.Cut(bytes.ReplaceAll(data, []byte("\r"), []byte("\n")), []byte("\n"))
	a := digest.Article{Title: cleanLine(string(first)), Source: baseName(o.name)}
	if utf8.RuneCountInString(a.Title) > maxTitle { // a paragraph, no title
		rest = data
	}
	a.Title = truncate(a.Title, maxTitle)
	a.Text = cleanText(string(rest))
	if o.url != nil {
		a.URL, a.Source = o.url.String(), outletOf(o.url.String())
	}
	if a.Title == "" && a.Text == "" {
		s.fail(o, errNoText)
		return
	}
	s.article(o, a, "")
}

// baseName returns a file name without its endings.
func baseName(name string) string {
	name = trimGzip(name)
	return cleanName(strings.TrimSuffix(name, filepath.Ext(name)))
}
