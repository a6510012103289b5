package feed

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// decode returns data in valid UTF-8. It believes, in this order, a byte order
// mark, the bytes (what is valid UTF-8 is UTF-8, whatever is declared), the
// charset that contentType or the document itself declares, and what the bytes
// look like: Windows-1252 if like nothing else.
func decode(data []byte, contentType string) []byte {
	if bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
		return bytes.ToValidUTF8(data[3:], []byte("\uFFFD"))
	}
	if e := wide(data); e != nil {
		return decodeWith(e, data)
	}
	if !utf8.Valid(data) && mostlyUTF8(data) {
		return mixedUTF8(data)
	}
	if bytes.Contains(data, []byte("\x1b$")) || bytes.Contains(data, []byte("~{")) && isHZ(data) || !utf8.Valid(data) {
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

// wide returns the encoding of data whose first characters cannot be those of a
// text in ASCII's successors, nil for none: UTF-16, UTF-32 and EBCDIC.
func wide(data []byte) encoding.Encoding {
	if len(data) < 4 {
		return nil
	}
	switch [4]byte(data) {
	case [4]byte{0xff, 0xfe, 0, 0}, [4]byte{'<', 0, 0, 0}:
		return utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)
	case [4]byte{0, 0, 0xfe, 0xff}, [4]byte{0, 0, 0, '<'}:
		return utf32.UTF32(utf32.BigEndian, utf32.UseBOM)
	case [4]byte{0x4c, 0x6f, 0xa7, 0x94}: // "<?xm" in EBCDIC
		return ebcdic(data)
	}
	if isUTF16(data) {
		return utf16Of(data)
	}
	return nil
}

// ebcdic returns the code page that a document in EBCDIC declares. All of them
// agree on the letters of the declaration.
func ebcdic(data []byte) encoding.Encoding {
	if e := declaredXML(decodeWith(charmap.CodePage037, data[:min(len(data), 200)])); e != nil {
		return e
	}
	return charmap.CodePage037
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

// declaredXML returns the encoding that an XML declaration names, nil for none.
func declaredXML(data []byte) encoding.Encoding {
	m := xmlEncoding.FindSubmatch(data[:min(len(data), 1024)])
	if m == nil {
		return nil
	}
	return namedEncoding(string(m[1]))
}

// namedEncoding returns the encoding of a name, nil for none that is known, and
// for those in Unicode, which the bytes tell better. Browsers' names go first:
// what calls itself Latin 1 is Windows-1252.
func namedEncoding(name string) encoding.Encoding {
	switch e, standard := charset.Lookup(name); {
	case strings.HasPrefix(standard, "utf-"):
		return nil
	case e != nil:
		return e
	}
	e, err := ianaindex.IANA.Encoding(name)
	if err != nil {
		return nil
	}
	return e
}

// isHZ tells whether a document says that it is in HZ, which looks like ASCII.
func isHZ(data []byte) bool {
	m := xmlEncoding.FindSubmatch(data[:min(len(data), 1024)])
	return m != nil && strings.EqualFold(string(m[1]), "hz-gb-2312")
}

// declared returns the encoding of data that is not valid UTF-8 throughout.
func declared(data []byte, contentType string) encoding.Encoding {
	if isHZ(data) {
		return simplifiedchinese.HZGB2312
	}
	e, name, certain := charset.DetermineEncoding(data, contentType)
	x := declaredXML(data)
	switch {
	case x != nil && (!certain || name == "windows-1252"): // the default of many servers
		return x
	case certain && !strings.HasPrefix(name, "utf-"): // its bytes tell that it is none
		return e
	}
	return guessed(data)
}

// sampleSize is how much of a text is looked at to guess its encoding.
const sampleSize = 64 << 10

// minConfidence is how sure the guess must be, of 100. Latin letters tell little,
// so that only encodings of other scripts are guessed.
const minConfidence = 40

// guessed returns the encoding that the bytes look like.
func guessed(data []byte) encoding.Encoding {
	best, err := chardet.NewHtmlDetector().DetectBest(data[:min(len(data), sampleSize)])
	if err == nil && best.Confidence >= minConfidence && otherScript.MatchString(best.Charset) {
		if e := namedEncoding(best.Charset); e != nil {
			return e
		}
	}
	return charmap.Windows1252
}

var otherScript = regexp.MustCompile(`(?i)^(?:shift_jis|euc-jp|euc-kr|big5|gb-?18030|koi8-r|windows-125[1356]|iso-8859-[5678])`)

// mixedUTF8 returns UTF-8 of which some is Windows-1252, as where an author pasted
// it: a byte that is no character is one of those, unless it begins one that is cut
// off or no text has it.
func mixedUTF8(data []byte) []byte {
	out := make([]byte, 0, len(data)+len(data)/16)
	damaged := false // the last one
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		goesOn := len(data) > 1 && !utf8.RuneStart(data[1]) || damaged && !utf8.RuneStart(data[0])
		if r == utf8.RuneError && n == 1 && data[0] < lastLetter && !goesOn {
			r = charmap.Windows1252.DecodeByte(data[0])
		}
		if r != utf8.RuneError || !damaged {
			out = utf8.AppendRune(out, r)
		}
		data, damaged = data[n:], r == utf8.RuneError
	}
	return out
}

// lastLetter is the code from which on those of Windows-1252 hardly turn up.
const lastLetter = 0xfd

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
