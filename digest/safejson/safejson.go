// Package safejson writes JSON of texts of unknown origin that a terminal shows and does
// not obey. Who reads the JSON gets every text as it was.
package safejson

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
)

// NewEncoder returns an encoder that leaves HTML as it is, and escapes every character
// that acts instead of being read.
func NewEncoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(escaper{w})
	enc.SetEscapeHTML(false)
	return enc
}

// escaper writes JSON, a whole value at a time as [json.Encoder] does.
type escaper struct{ to io.Writer }

func (e escaper) Write(value []byte) (int, error) {
	if !bytes.ContainsFunc(value, acts) {
		return e.to.Write(value)
	}
	var b bytes.Buffer
	for _, r := range string(value) {
		if !acts(r) {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	if _, err := e.to.Write(b.Bytes()); err != nil {
		return 0, err
	}
	return len(value), nil
}

// acts reports whether r is a control character that encoding/json does not escape, or
// one that is not seen and changes what is, as those that turn the direction of writing
// do. The joiners of scripts and emoji are read.
func acts(r rune) bool {
	const nonJoiner, joiner = '\u200c', '\u200d'
	return r >= 0x7f && r != nonJoiner && r != joiner && unicode.In(r, unicode.Cc, unicode.Cf)
}
