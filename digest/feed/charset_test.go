package feed

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// TestEncodings reads feeds in encodings that are declared rightly, wrongly
// and not at all.
func TestEncodings(t *testing.T) {
	const russian, japaneseText, chinese, taiwanese = "Мэр открыл новый мост через реку", "新しい橋が川に開通しました", "市长为新大桥揭幕", "市長為新大橋揭幕"
	const russianText = "Городской совет сообщил, что движение по новому мосту будет открыто на следующей неделе. Министр транспорта отметил, что работы закончены раньше срока, а расходы остались в пределах сметы."
	long := func(s string) string { return strings.Repeat(s+". ", 12) }
	for _, c := range []struct {
		declared string
		in       encoding.Encoding
		title    string
		text     string
	}{
		{"utf-8", charmap.Windows1252, "“Café” – naïve", ""},
		{"", charmap.Windows1252, "“Café” – naïve", ""},
		{"iso-8859-1", charmap.Windows1252, "“Café” – naïve", ""},
		{"us-ascii", charmap.Windows1252, "Café", ""},
		{"iso-8859-1", unicode.UTF8, "“Café” – naïve", ""},
		{"utf-16", unicode.UTF8, "Café", ""},
		{"x-user-defined-nonsense", unicode.UTF8, "Café", ""},
		{"utf-8", unicode.UTF8BOM, "Café", ""},
		{"iso-8859-15", charmap.ISO8859_15, "Prix : 5 €", ""},
		{"windows-1250", charmap.Windows1250, "Příliš žluťoučký kůň", ""},
		{"iso-8859-7", charmap.ISO8859_7, "Νέα γέφυρα", ""},
		{"windows-1251", charmap.Windows1251, russian, ""},
		{"", charmap.Windows1251, russian, russianText},
		{"utf-8", charmap.Windows1251, russian, russianText},
		{"koi8-r", charmap.KOI8R, russian, ""},
		{"", charmap.KOI8R, russian, russianText},
		{"macintosh", charmap.Macintosh, "Café", ""},
		{"ibm850", charmap.CodePage850, "Café", ""},
		{"cp437", charmap.CodePage437, "Café", ""},
		{"shift_jis", japanese.ShiftJIS, japaneseText, ""},
		{"", japanese.ShiftJIS, japaneseText, long(japaneseText)},
		{"euc-jp", japanese.EUCJP, japaneseText, ""},
		{"iso-2022-jp", japanese.ISO2022JP, japaneseText, ""},
		{"gb2312", simplifiedchinese.GBK, chinese, ""},
		{"gb18030", simplifiedchinese.GB18030, chinese, ""},
		{"hz-gb-2312", simplifiedchinese.HZGB2312, chinese, ""},
		{"big5", traditionalchinese.Big5, taiwanese, ""},
		{"", traditionalchinese.Big5, taiwanese, long(taiwanese)},
		{"euc-kr", korean.EUCKR, "새 다리가 열렸다", ""},
		{"utf-16", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "Café 😀", ""},
		{"utf-16", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "Café 😀", ""},
		{"utf-16", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "Café 😀", ""},
		{"iso-8859-1", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "Café 😀", ""},
		{"utf-32", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "Café 😀", ""},
		{"utf-32", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "Café 😀", ""},
		{"ebcdic-cp-us", charmap.CodePage037, "Cafe (EBCDIC)", ""},
		{"ibm1047", charmap.CodePage1047, "Cafe [EBCDIC]", ""},
	} {
		head := ""
		if c.declared != "" {
			head = fmt.Sprintf(`<?xml version="1.0" encoding="%s"?>`, c.declared)
		} else if c.in == charmap.CodePage037 {
			head = `<?xml version="1.0"?>`
		}
		doc := head + fmt.Sprintf(`<rss version="2.0"><channel><title>T</title><item><title>%s</title><description>%s</description></item></channel></rss>`, c.title, c.text)
		data, err := c.in.NewEncoder().Bytes([]byte(doc))
		if err != nil {
			t.Fatalf("%s: %v", c.declared, err)
		}
		items, errs := readAll(t, newTestReader(), write(t, "a.xml", data), "")
		if len(items) != 1 || len(errs) != 0 || items[0].Article.Title != c.title {
			t.Errorf("%v declared %q: %v %v, want %q", c.in, c.declared, items, errs, c.title)
		}
	}
}

// TestMixedUTF8 reads UTF-8 with bytes in it that are none.
func TestMixedUTF8(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"Ö, Größe, Gr\xf6\xdfe", "Ö, Größe, Größe"},
		{"“A” and “B” it\x92s", "“A” and “B” it’s"},
		{"Größe, Maß, cut \xe2\x80", "Größe, Maß, cut \uFFFD"},
		{"Größe, Maß, Öl \xff\xfe\xfd.", "Größe, Maß, Öl \uFFFD."},
	} {
		if got := string(decode([]byte(c.data), "")); got != c.want {
			t.Errorf("%q: %q, want %q", c.data, got, c.want)
		}
	}
}
