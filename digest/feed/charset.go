package feed

import (
	"bytes"
	"regexp"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode returns data in valid UTF-8. It believes, in this order, a byte order
// mark, the bytes (what is valid UTF-8 is UTF-8, whatever is declared), the
// charset that contentType or the document itself declares, and Windows-1252.
func decode(data []byte, contentType string) []byte {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return bytes.ToValidUTF8(data[3:], []byte("\uFFFD"))
	case isUTF16(data):
		return decodeWith(utf16Of(data), data)
	case bytes.Contains(data, []byte("\x1b$")), !utf8.Valid(data):
		return decodeWith(declared(data, contentType), data)
	}
	return data
}

func decodeWith(e encoding.Encoding, data []byte) []byte {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		out = data
	}
	return bytes.ToValidUTF8(out, []byte("\uFFFD"))
}

// isUTF16 tells whether data begins with a byte order mark of UTF-16, or as
// only ASCII in UTF-16 would.
func isUTF16(data []byte) bool {
	if len(data) < 4 {
		return false
	}
	mark := data[0] == 0xff && data[1] == 0xfe || data[0] == 0xfe && data[1] == 0xff
	return mark || (data[0] == 0) != (data[1] == 0) && (data[0] == 0) == (data[2] == 0) &&
		(data[1] == 0) == (data[3] == 0)
}

func utf16Of(data []byte) encoding.Encoding {
	if data[0] == 0xfe || data[0] == 0 {
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
}

var xmlEncoding = regexp.MustCompile(`^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)`)

// declared returns the encoding of data that is not valid UTF-8 throughout.
func declared(data []byte, contentType string) encoding.Encoding {
	if mostlyUTF8(data) {
		return encoding.Nop
	}
	e, name, certain := charset.DetermineEncoding(data, contentType)
	if m := xmlEncoding.FindSubmatch(data[:min(len(data), 1024)]); m != nil && !certain {
		if x, n := charset.Lookup(string(m[1])); x != nil {
			e, name = x, n
		}
	}
	if name == "utf-8" {
		return charmap.Windows1252
	}
	return e
}

// mostlyUTF8 tells whether most of what is not ASCII is valid UTF-8, so that
// the rest is damage.
func mostlyUTF8(data []byte) bool {
	valid, invalid := 0, 0
	for len(data) > 0 {
		if data[0] < utf8.RuneSelf {
			data = data[1:]
			continue
		}
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			invalid++
		} else {
			valid++
		}
		data = data[n:]
	}
	return valid > invalid
}
