package feed

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/mmcdole/gofeed"
)

// readObject reads a JSON document: a JSON Feed, an article, or an array of
// articles, each in the form of a line.
func (r *Reader) readObject(s *sink, o origin, data []byte) {
	data = bytes.TrimSpace(decode(data, o.contentType))
	if len(data) == 0 {
		s.fail(o, errEmpty)
		return
	}
	if data[0] == '[' {
		r.readArray(s, o, data)
		return
	}
	if !isJSONFeed(data) {
		r.readElement(s, o, data, 0)
		return
	}
	f, err := gofeed.NewParser().Parse(bytes.NewReader(data))
	if err != nil {
		s.fail(o, plainJSONError(err))
		return
	}
	r.readItems(s, o, f)
}

// isJSONFeed tells a JSON Feed (jsonfeed.org) from an article.
func isJSONFeed(data []byte) bool {
	var probe struct {
		Items json.RawMessage `json:"items"`
	}
	return json.Unmarshal(data, &probe) == nil && len(probe.Items) > 0
}

func (r *Reader) readArray(s *sink, o origin, data []byte) {
	d := json.NewDecoder(bytes.NewReader(data))
	if _, err := d.Token(); err != nil {
		s.fail(o, plainJSONError(err))
		return
	}
	n := 0
	for d.More() && s.open() {
		var element json.RawMessage
		if err := d.Decode(&element); err != nil {
			s.fail(o, plainJSONError(err))
			return
		}
		n++
		r.readElement(s, o, element, n)
	}
	if _, err := d.Token(); err != nil {
		s.fail(o, plainJSONError(err))
		return
	}
	if n == 0 {
		s.fail(o, errors.New("is an empty list"))
	}
}

// readElement reads one article; n is its number in an array, from 1.
func (r *Reader) readElement(s *sink, o origin, data []byte, n int) {
	a, given, err := parseRecord(data)
	switch {
	case err != nil && n > 0:
		s.fail(o, fmt.Errorf("article %d %w", n, err))
	case err != nil:
		s.fail(o, err)
	default:
		s.article(o, a, given)
	}
}
