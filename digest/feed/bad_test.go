package feed

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

func zip(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func noise(n int) []byte {
	r := rand.New(rand.NewPCG(1, 2))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return b
}

func utf16le(s string) []byte {
	b := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

// item returns a feed of one item with the given title, with quotes as they are.
func item(title string) []byte {
	return fmt.Appendf(nil, `<rss version="2.0"><channel><title>T</title><item><title>%s</title><description>D</description></item></channel></rss>`, title)
}

func page200(text string) []byte {
	return fmt.Appendf(nil, `<html><head><title>Page</title></head><body><p>%s</p></body></html>`, text)
}

// TestBadFiles gives each bad input: what must come is a sound article, or one
// sentence that names the file.
func TestBadFiles(t *testing.T) {
	lines := []byte(`{"title":"One"}` + "\n" + `{"title":"Two"}` + "\n")
	long := strings.Repeat("word ", 2000)
	r := New(Config{Limits: Limits{Document: 2 << 20}})
	for _, c := range []struct {
		name   string
		data   []byte
		titles []string
		err    string
	}{
		{"empty.txt", nil, nil, "is empty"},
		{"blank.jsonl", []byte(" \n\t\n"), nil, "is empty"},
		{"empty.json", []byte("[]"), nil, "is an empty list"},
		{"noise.txt", noise(9000), nil, "binary"},
		{"noise.html", noise(9000), nil, "binary"},
		{"noise.jsonl", noise(9000), nil, "binary"},
		{"noise.xml", noise(9000), nil, "binary"},
		{"noise", noise(9000), nil, "binary"},
		{"photo.txt", append([]byte("\x89PNG\r\n\x1a\n\x00\x00"), noise(100)...), nil, "binary"},
		{"doc.txt", append([]byte("%PDF-1.7\n\x00\x01"), bytes.Repeat([]byte("text "), 500)...), nil, "binary"},
		{"letter.txt", []byte("%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj"), nil, "binary"},
		{"mail.eml", []byte("From: a@example.org\nSubject: One\n\n<html><body><p>The text of a mail.</p></body></html>"), nil, "is of no kind that is read; give a file that ends in .txt, "},
		{"table.CSV.gz", zip(t, []byte("title,text\nOne,Two")), nil, "is of no kind that is read"},
		{"notes.md", []byte("# One\n\nText"), nil, "and name a text .txt"},
		{"saved.php", page200("The text of a page goes on for a while, whatever its name is."), []string{"Page"}, ""},
		{"feed.rss", item("One"), []string{"One"}, ""},
		{"feed.rss2", item("One"), []string{"One"}, ""},
		{"lines.out", lines, []string{"One", "Two"}, ""},
		{"no ending", []byte("One\nText"), []string{"One"}, ""},
		{"tmp.Xk3vQ9aZb1", []byte("One\nText"), []string{"One"}, ""},
		{"2026.11.23", []byte("One\nText"), []string{"One"}, ""},
		{"latin1.txt", []byte("Caf\xe9 closes\nThe caf\xe9 in M\xfcnster closes."), []string{"Café closes"}, ""},
		{"win.html", page200("\x93Caf\xe9\x94 owners say that they will go on for as long as they can."), []string{"Page"}, ""},
		{"utf16.txt", utf16le("Café closes\nIt does."), []string{"Café closes"}, ""},
		{"utf16.html", utf16le(string(page200("Café owners say that they will go on."))), []string{"Page"}, ""},
		{"utf16.xml", utf16le(`<?xml version="1.0" encoding="utf-16"?>` + string(item("Café"))), []string{"Café"}, ""},
		{"utf16.jsonl", utf16le(`{"title":"Café"}` + "\n"), []string{"Café"}, ""},
		{"bom.jsonl", append([]byte("\xef\xbb\xbf"), lines...), []string{"One", "Two"}, ""},
		{"bom.txt", []byte("\xef\xbb\xbfOne\nText"), []string{"One"}, ""},
		{"declared.xml", append([]byte(`<?xml version="1.0" encoding="iso-8859-1"?>`), item("Caf\xe9")...), []string{"Café"}, ""},
		{"wrong.xml", append([]byte(`<?xml version="1.0" encoding="iso-8859-1"?>`), item("Café")...), []string{"Café"}, ""},
		{"wrong2.xml", append([]byte(`<?xml version="1.0" encoding="utf-8"?>`), item("Caf\xe9")...), []string{"Café"}, ""},
		{"odd.xml", append([]byte(`<?xml version="1.0" encoding="x-nonsense"?>`), item("Café")...), []string{"Café"}, ""},
		{"latin1.jsonl", []byte("{\"title\":\"Caf\xe9\"}\n"), []string{"Café"}, ""},
		{"ok.jsonl.gz", zip(t, lines), []string{"One", "Two"}, ""},
		{"ok.xml.gz", zip(t, item("One")), []string{"One"}, ""},
		{"ok.txt.gz", zip(t, []byte("One\nText")), []string{"One"}, ""},
		{"packed.jsonl", zip(t, lines), []string{"One", "Two"}, ""},
		{"not.jsonl.gz", lines, []string{"One", "Two"}, ""},
		{"name.txt.gz", zip(t, lines)[:10], nil, "is cut off"},
		{"head.txt.gz", []byte("\x1f\x8b\x08"), nil, "is cut off"},
		{"damaged.txt.gz", append([]byte("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"), noise(500)...), nil, "is damaged"},
		{"cut.txt.gz", zip(t, noise(900))[:600], nil, "binary"},
		{"bomb.txt.gz", zip(t, make([]byte, 3<<20)), nil, "binary"},
		{"spaces.txt.gz", zip(t, bytes.Repeat([]byte(" "), 3<<20)), nil, "is too large"},
		{"huge.txt", bytes.Repeat([]byte("a "), 3<<19), nil, "is too large"},
		{"huge.html", page200(strings.Repeat("a ", 3<<19)), nil, "is too large"},
		{"title.txt", []byte(strings.Repeat("Title ", 2000) + "\nText"), []string{strings.Repeat("Title ", 83)[:497] + "…"}, ""},
		{"title.xml", item(strings.Repeat("x", 10000)), []string{strings.Repeat("x", 499) + "…"}, ""},
		{"title.jsonl", []byte(`{"title":"` + long + `"}`), []string{long}, ""},
		{"title and more.jsonl", []byte(`{"title":"` + strings.Repeat(long, 150) + `"}`), nil, `line 1: its "title" is longer than 1 MB`},
		{"blank title.jsonl", []byte(`{"title":" ","text":"\u0000\n"}`), nil, "line 1: has neither"},
		{"type.jsonl", []byte(`{"title":7}`), nil, `line 1: its "title" may not be a JSON number`},
		{"type.json", []byte(`{"version":"https://jsonfeed.org/version/1.1","items":[{"title":7}]}`), []string{"7"}, ""},
		{"family.xml", item(strings.Repeat("👩‍👩‍👧‍👦", 100)), []string{strings.Repeat("👩‍👩‍👧‍👦", 71) + "…"}, ""},
		{"bidi.xml", item("Safe \u202egnp.exe\u202c \u2067a\u2069"), []string{"Safe gnp.exe a"}, ""},
		{"nul.xml", item("A\x00B"), []string{"A B"}, ""},
		{"nul.txt", []byte("A\x00B\nThe text goes on for a while, with a NUL in it."), []string{"A B"}, ""},
		{"nul.html", page200("The text goes on\x00 for a while, with a NUL in it."), []string{"Page"}, ""},
		{"emoji.txt", []byte("Rain 🌧️ in 🇩🇪\n👍"), []string{"Rain 🌧️ in 🇩🇪"}, ""},
		{"zalgo.txt", []byte("Z" + strings.Repeat("\u0322", 50) + "algo\nText"), []string{"Z" + strings.Repeat("\u0322", 4) + "algo"}, ""},
		{"invalid.txt", []byte("A \xff\xfe\xfd title of caf\xc3\xa9 and caf\xc3\xa9 and caf\xc3\xa9, caf\xc3\xa9\nText"), []string{"A � title of café and café and café, café"}, ""},
		{"twice.xml", item("Tom &amp;amp;amp; Ann &amp;lt;b&amp;gt;win&amp;lt;/b&amp;gt;"), []string{"Tom & Ann win"}, ""},
		{"no items.xml", []byte("<rss><channel><title>T</title></channel></rss>"), nil, "is a feed without items"},
		{"cut.xml.gz", zip(t, append([]byte("<rss><!--"), noise(900)...))[:400], nil, "binary"},
		{"deep.html", []byte(strings.Repeat("<div>", 100_000) + "Some text that stands very deep in a page."), []string{""}, ""},
		{"deep.xml", []byte("<rss>" + strings.Repeat("<a>", 100_000)), nil, "is broken XML"},
		{"deep.json", []byte(strings.Repeat("[", 100_000)), nil, "is no valid JSON"},
		{"deep.jsonl", []byte(`{"author":` + strings.Repeat("[", 100_000) + "\n" + `{"title":"One"}`), []string{"One"}, "line 1: is no valid JSON"},
		{"cut.json", []byte(`[{"title":"One"},{"title":"T`), []string{"One"}, "is no valid JSON"},
		{"missing brace.json", []byte(`{"title":"One"`), nil, "is no valid JSON"},
	} {
		t.Run(c.name, func(t *testing.T) {
			items, errs := readAll(t, r, write(t, c.name, c.data), "")
			var titles []string
			for _, it := range items {
				titles = append(titles, it.Article.Title)
				if a := it.Article; a.ID == "" || !utf8.ValidString(a.Title+a.Text) || strings.ContainsRune(a.Title+a.Text, 0) {
					t.Errorf("article is not sound: %.200q", fmt.Sprint(a))
				}
			}
			if strings.Join(titles, "|") != strings.Join(c.titles, "|") {
				t.Errorf("titles %.600q, want %.600q", titles, c.titles)
			}
			switch {
			case c.err == "" && len(errs) > 0:
				t.Errorf("error %v, want none", errs)
			case c.err != "" && (len(errs) != 1 || !strings.Contains(errs[0].Error(), c.err) || !strings.Contains(errs[0].Error(), c.name)):
				t.Errorf("errors %v, want one that names the file and says %q", errs, c.err)
			}
		})
	}
}

func TestMissing(t *testing.T) {
	for _, c := range []struct{ input, err string }{
		{"", `"": names nothing`},
		{"no/such/file.txt", "no/such/file.txt: file does not exist; check the name, or begin an address with https://"},
		{"no\nsuch\x00file", "no such file"},
		{t.TempDir(), "holds no file that ends in"},
		{"ftp://user:secret@example.com/a", "ftp://example.com/a: is not on the web; only http and https addresses are read"},
		{"file:///etc/passwd", "file:///etc/passwd: is not on the web; only http and https addresses are read"},
		{"https://user:se%zzcret@exa mple.com/a", "is no valid URL"},
	} {
		items, errs := readAll(t, newTestReader(), c.input, "")
		if len(items) != 0 || len(errs) != 1 || !strings.Contains(errs[0].Error(), c.err) || strings.Contains(errs[0].Error(), "cret") {
			t.Errorf("%q: %v %v, want the error %q", c.input, items, errs, c.err)
		}
	}
}

// TestCutGzip checks that what stands before the end of a cut file goes in.
func TestCutGzip(t *testing.T) {
	var lines, feed bytes.Buffer
	feed.WriteString("<rss><channel><title>T</title>")
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		fmt.Fprintf(&lines, "{\"title\":\"%x\"}\n", r.Uint64())
		fmt.Fprintf(&feed, "<item><title>%x</title></item>", r.Uint64())
	}
	for name, data := range map[string][]byte{"a.jsonl.gz": lines.Bytes(), "a.xml.gz": feed.Bytes()} {
		packed := zip(t, data)
		items, errs := readAll(t, newTestReader(), write(t, name, packed[:len(packed)*3/4]), "")
		if len(items) < 100 || len(items) >= 500 || len(errs) != 1 || !strings.Contains(errs[0].Error(), "is cut off") {
			t.Errorf("%s: %d items and %v, want some of 500 and one error", name, len(items), errs)
		}
	}
}

func TestSymlinkLoop(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink(dir, filepath.Join(dir, "loop")); err != nil {
		t.Skip(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte("One\nText"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, input := range []string{dir, filepath.Join(dir, "loop")} {
		if items, errs := readAll(t, newTestReader(), input, ""); len(items) != 1 || len(errs) != 0 {
			t.Errorf("%s: %d items and %v, want 1", input, len(items), errs)
		}
	}
}

// TestFolderOfStrangers checks that a folder shows nothing of what stands outside of it.
func TestFolderOfStrangers(t *testing.T) {
	secret := write(t, "secret.txt", []byte("Key\nIt opens all doors."))
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte("One\nText"), 0o600); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{
		"again.txt": "a.txt", "secret.txt": secret, "far.txt": "../" + filepath.Base(filepath.Dir(secret)) + "/secret.txt",
		"lost.txt": "nowhere.txt", "folder.txt": filepath.Dir(secret), "device.txt": os.DevNull,
	} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	items, errs := readAll(t, newTestReader(), dir, "")
	if len(items) != 2 || items[0].Article.Title != "One" || items[1].Article.Title != "One" {
		t.Errorf("read %v, want the file and the link to it", items)
	}
	var told []string
	for _, err := range errs {
		told = append(told, filepath.Base(strings.ReplaceAll(err.Error(), dir, "")))
	}
	want := []string{"far.txt: " + errOutside.Error(), "lost.txt: " + errDangling.Error(), "secret.txt: " + errOutside.Error()}
	if !slices.Equal(told, want) {
		t.Errorf("errors are %q, want %q", told, want)
	}
}

func TestLongLines(t *testing.T) {
	r := New(Config{Limits: Limits{Line: 100_000}})
	long := `{"title":"` + strings.Repeat("x", 99_900) + `"}`
	items, errs := readAll(t, r, "-", long+"\n"+`{"title":"`+strings.Repeat("y", 200_000)+`"}`+"\n"+long)
	if len(items) != 2 || len(errs) != 1 || !strings.Contains(errs[0].Error(), "line 2: is skipped") {
		t.Errorf("%d items and %v, want 2 and that line 2 is skipped", len(items), errs)
	}
}

// TestLongText checks that a text is cut at its end, where no offset moves.
func TestLongText(t *testing.T) {
	text := "  " + strings.Repeat("The sea rose 😀 again.\r\n", 60_000)
	items, errs := readAll(t, newTestReader(), "-", fmt.Sprintf(`{"text":%q}`, text))
	if len(items) != 1 || len(errs) != 0 {
		t.Fatalf("%d items and %v, want 1", len(items), errs)
	}
	if got := items[0].Article.Text; !strings.HasPrefix(text, got) || len(got) > maxText || len(got) < maxText-100 {
		t.Errorf("%d bytes that begin %.40q, want the first 1 MB of the text", len(got), got)
	}
}

func TestBrokenLinesEnd(t *testing.T) {
	_, errs := readAll(t, newTestReader(), "-", "{\n{\n"+strings.Repeat("nonsense\n", 5000))
	if len(errs) != maxBroken+1 {
		t.Errorf("%d errors, want %d and one more", len(errs), maxBroken)
	}
}

func TestManyItems(t *testing.T) {
	if testing.Short() {
		t.Skip("no goroutines to race, and long")
	}
	var b bytes.Buffer
	b.WriteString(`<rss version="2.0"><channel><title>T</title>`)
	for i := range 1_000_000 {
		fmt.Fprintf(&b, "<item><title>%d</title></item>", i)
	}
	b.WriteString(`</channel></rss>`)
	items, errs := readAll(t, newTestReader(), "-", b.String())
	if len(items) != 10_000 || len(errs) != 1 || !strings.Contains(errs[0].Error(), "only the first 10000") {
		t.Errorf("%d items and %v, want 10000 and one note", len(items), errs)
	}
}

// endless is a file of n bytes of lines that is never in memory.
type endless struct {
	line string
	left int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	n := 0
	for n+len(e.line) <= len(p) && e.left > 0 {
		n += copy(p[n:], e.line)
		e.left -= len(e.line)
	}
	if n == 0 {
		n = copy(p, e.line) // the rest of the line is lost; p is never that small
	}
	return n, nil
}

// TestLargeFile reads a large file in little memory.
func TestLargeFile(t *testing.T) {
	if testing.Short() {
		t.Skip("no goroutines to race, and long")
	}
	line := `{"title":"A","text":"` + strings.Repeat("word ", 2000) + `"}` + "\n"
	n, peak := 0, uint64(0)
	runtime.GC()
	for _, err := range newTestReader().Read(t.Context(), "-", &endless{line, 64 << 20}) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n%1000 == 0 {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapInuse)
		}
	}
	if n < 6_000 || peak > 48<<20 {
		t.Errorf("%d articles with %d MB of heap, want 6000 with at most 48", n, peak>>20)
	}
}

// TestHostileMarkup gives mark-up that makes naive parsers take quadratic or
// worse time and memory.
func TestHostileMarkup(t *testing.T) {
	if testing.Short() {
		t.Skip("no goroutines to race, and long")
	}
	var distinct strings.Builder
	for i := range 500 {
		fmt.Fprintf(&distinct, "<b a%d>", i)
	}
	const text = "Some text of a page that is hard to read. "
	for _, c := range []struct{ name, data string }{
		{"formatting.html", distinct.String() + strings.Repeat("<p>x", 100_000)},
		{"foster.html", "<table>" + strings.Repeat("a<tr>", 150_000)},
		{"stray ends.html", strings.Repeat("a</x>", 300_000)},
		{"depth and text.html", strings.Repeat("<div>", 400) + strings.Repeat(text, 50_000)},
		{"many paragraphs.html", strings.Repeat("<div>", 300) + strings.Repeat("<p>"+text, 20_000)},
		{"many blocks.html", strings.Repeat("<div>"+text+"</div>", 20_000)},
		{"many links.html", strings.Repeat("<p><a href=x>y</a>"+text, 20_000)},
		{"attributes.html", "<p " + strings.Repeat("a=b ", 500_000) + ">" + text},
		{"entities.html", "<p>" + strings.Repeat("&amp;", 500_000)},
		{"comment.html", strings.Repeat("<!--", 500_000)},
		{"brackets.html", strings.Repeat("<", 1_000_000)},
		{"spaces.xml", "<rss><channel>" + strings.Repeat("<a:b xmlns:a='x'>", 90) + strings.Repeat("<c xmlns:d='e'/>", 100_000)},
		{"extensions.xml", "<rss><channel>" + strings.Repeat("<a:b/>", 200_000)},
		{"items.xml", "<rss><channel>" + strings.Repeat("<item/>", 1_000_000)},
		{"descriptions.xml", "<rss><channel>" + strings.Repeat("<item><title>a</title><description>&lt;table&gt;"+strings.Repeat("a&lt;tr&gt;", 50)+"</description></item>", 2000)},
		{"names.jsonl", `{"title":"a","author":` + strings.Repeat("[", 9000) + `"` + strings.Repeat("x", 1_000_000) + `"` + strings.Repeat("]", 9000) + "}"},
		{"many.json", `[` + strings.Repeat(`{"title":"a"},`, 50_000) + `{"title":"b"}]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := worked()
			items, errs := readAll(t, newTestReader(), write(t, c.name, []byte(c.data)), "")
			work := worked() - start
			runtime.ReadMemStats(&after)
			t.Logf("%d articles, %d errors in %v of work, %d MB allocated", len(items), len(errs), work, (after.TotalAlloc-before.TotalAlloc)>>20)
			if len(items)+len(errs) == 0 {
				t.Error("neither an article nor an error")
			}
			if work > 20*time.Second {
				t.Errorf("took %v of work", work)
			}
		})
	}
}
