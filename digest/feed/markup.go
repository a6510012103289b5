package feed

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/mmcdole/gofeed"
)

// readMarkup reads an XML document: an RSS, Atom or RDF feed, or the feeds that
// an OPML file lists. cut says why data is only the beginning of it, nil where
// it is all.
func (r *Reader) readMarkup(s *sink, o origin, data []byte, cut error) {
	data = blankXML(decode(data, o.contentType))
	shape, err := survey(data, r.limits.Items)
	switch {
	case err != nil:
		s.fail(o, err)
		return
	case shape.root == "opml":
		r.readOutlines(s, o, data)
		return
	case cut != nil || shape.err != nil || shape.more:
		data = shape.close(data)
	}
	f, err := gofeed.NewParser().Parse(bytes.NewReader(data))
	switch {
	case err != nil && cut != nil:
		s.fail(o, plainReadError(cut))
		return
	case err != nil:
		s.fail(o, notAFeed(errors.Join(shape.err, err)))
		return
	}
	r.readItems(s, o, f)
	switch {
	case shape.more:
		s.fail(o, fmt.Errorf("has more than %d items; only the first %d are read", r.limits.Items, r.limits.Items))
	case cut != nil:
		s.fail(o, plainReadError(cut))
	case shape.err != nil:
		s.fail(o, plainly(shape.err, "is broken XML; only the items before the mistake are read"))
	}
}

func notAFeed(err error) error {
	return plainly(err, "is no feed in RSS, Atom or JSON; check the address or the file")
}

// blankXML drops the XML declaration, whose encoding no longer holds, and
// replaces the control characters that XML forbids by spaces.
func blankXML(data []byte) []byte {
	data = bytes.TrimSpace(data)
	if bytes.HasPrefix(data, []byte("<?xml")) {
		if i := bytes.Index(data, []byte("?>")); i >= 0 {
			data = data[i+2:]
		}
	}
	data = bytes.Clone(data)
	for i, c := range data {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' {
			data[i] = ' '
		}
	}
	return data
}
