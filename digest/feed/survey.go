package feed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// Bounds of an XML document. Parsers of feeds recurse into elements, copy the
// name spaces of an element for those below it, and keep every unknown element.
const (
	maxXMLDepth      = 100
	maxXMLNodes      = 500_000 // elements and attributes
	maxXMLNamespaces = 100     // different prefixes
)

var errXMLShape = errors.New("is nested too deeply or has too many elements for a feed; nothing of it is read")

// shape is what a survey finds out about an XML document.
type shape struct {
	root  string   // local name of the first element
	items int      // complete items or entries
	end   int64    // offset of the end of the last of them
	open  []string // elements that are open there
	more  bool     // there are more items than asked for
	err   error    // what is wrong behind end
}

// survey walks through an XML document without building anything. It returns
// an error for one that is not safe to parse or has no element.
func survey(data []byte, maxItems int) (shape, error) {
	s := surveyor{d: xml.NewDecoder(bytes.NewReader(data)), prefixes: map[string]bool{}}
	s.d.Strict = false
	for s.items < maxItems && s.next() {
		if len(s.stack) > maxXMLDepth || s.nodes > maxXMLNodes || len(s.prefixes) > maxXMLNamespaces {
			return shape{}, errXMLShape
		}
	}
	if s.root == "" {
		return shape{}, notAFeed(errors.New("it has no XML element"))
	}
	s.more = s.items == maxItems && hasItem(data[s.end:])
	return s.shape, nil
}

// surveyor is a survey at work.
type surveyor struct {
	shape
	d        *xml.Decoder
	stack    []string // elements that are open
	nodes    int
	prefixes map[string]bool
}

// next looks at one token and tells whether there are more.
func (s *surveyor) next() bool {
	token, err := s.d.RawToken()
	switch {
	case err == io.EOF && len(s.stack) > 0 && s.items > 0:
		s.err = fmt.Errorf("it ends inside <%s>", s.stack[len(s.stack)-1])
	case err != nil && err != io.EOF:
		s.err = err
	}
	switch t := token.(type) {
	case xml.StartElement:
		s.start(t)
	case xml.EndElement:
		s.finish(t)
	}
	return err == nil
}

func (s *surveyor) start(t xml.StartElement) {
	if s.root == "" {
		s.root = t.Name.Local
	}
	s.stack = append(s.stack, qualified(t.Name))
	s.nodes += 1 + len(t.Attr)
	for _, a := range t.Attr {
		if a.Name.Space == "xmlns" {
			s.prefixes[a.Name.Local] = true
		}
	}
}

func (s *surveyor) finish(t xml.EndElement) {
	s.stack = s.stack[:max(0, len(s.stack)-1)]
	if isItem(t.Name.Local) && len(s.stack) <= 2 {
		s.items, s.end = s.items+1, s.d.InputOffset()
		s.open = append(s.open[:0], s.stack...)
	}
}

func isItem(local string) bool { return local == "item" || local == "entry" }

func hasItem(data []byte) bool {
	return bytes.Contains(data, []byte("<item")) || bytes.Contains(data, []byte("<entry"))
}

// qualified returns a name as it was written.
func qualified(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// close returns the document up to its last complete item, with the elements
// that are open there closed.
func (s shape) close(data []byte) []byte {
	if s.items == 0 {
		return data
	}
	data = data[:s.end:s.end]
	for i := len(s.open) - 1; i >= 0; i-- {
		data = fmt.Appendf(data, "</%s>", s.open[i])
	}
	return data
}
