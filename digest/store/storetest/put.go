package storetest

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/keypoint"
	"newsbot/digest/rescue"
	"newsbot/digest/store"
	"newsbot/digest/text"
)

var harbour = story{
	slug: "harbour", title: "Harbour of Lindholm closes", source: "Coast Wire",
	body:  "The harbour of Lindholm closed on Monday. Mayor Ines Talvik said ships would wait.\nTalvik blamed the ice.",
	terms: "harbour ice ship", names: []string{"place:Lindholm", "person:Ines Talvik=Talvik"},
}

func at(st story, t time.Time) story { st.at = t; return st }

func testSameTwice(t *testing.T, open Open) {
	s := open(t, store.Options{})
	e := at(harbour, yesterday().Add(time.Hour)).entry()
	known := func() bool {
		k, err := s.Known(t.Context(), []digest.Article{e.Article, {ID: "00000000000000ff"}})
		check(t, err)
		if k[1] {
			t.Error("an article that was never stored is known")
		}
		return k[0]
	}
	if known() {
		t.Error("known before it is stored")
	}
	equal(t, "first put", putAll(t, s, e), added)
	before := TakeSnapshot(t, s)
	if !known() {
		t.Error("not known after it is stored")
	}
	equal(t, "second put", putAll(t, s, e), unchanged)
	equal(t, "the store after it", TakeSnapshot(t, s), before)
	e.Article.Text += " More."
	if known() {
		t.Error("known with another text")
	}
}

func testRoundTrip(t *testing.T, open Open) {
	s := open(t, store.Options{})
	e := at(harbour, yesterday().Add(time.Hour+123456789)).entry()
	e.Article.Author, e.Article.Ref = "A. Writer", "ref-1"
	e.Analysis.Entities[1].Role = "Mayor"
	e.Analysis.Points[0].Introductions = []keypoint.Introduction{{Surname: "Writer", Span: text.Span{Start: 2, End: 7}}}
	putAll(t, s, e)
	equal(t, "Window", window(t, s, time.Time{}, time.Time{}), []digest.Brief{e.Brief()})
	equal(t, "Entries", all(t, s), []store.Entry{e})
}

func testHostile(t *testing.T, open Open) {
	s := open(t, store.Options{})
	var entries []store.Entry
	for _, st := range []story{
		{slug: "empty"},
		{slug: "nul", title: "a\x00b\r\n*3\r\n", body: "\x00\xff\xfe", source: "\x00{}", terms: "\x00 {x} :", names: []string{"person:\x00\xff", "person:", "other:{2020-01-01}:t:x"}},
		{slug: "long", title: strings.Repeat("Long title ", 2_000), source: strings.Repeat("Ü", 1_000), names: []string{"place:" + strings.Repeat("X", 10_000)}},
		{slug: "text", title: "Text", body: strings.Repeat("All work. ", 300_000)},
		{slug: "marks", title: "\u202eevil\u202c z̸̧̛a̴l̷g̶o 🚢", body: "שלום"},
	} {
		e := at(st, yesterday()).entry()
		equal(t, st.slug, putAll(t, s, e), added)
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b store.Entry) int { return strings.Compare(a.Article.ID, b.Article.ID) })
	equal(t, "Entries", all(t, s), entries)
	if n := len(window(t, s, yesterday(), yesterday().Add(1))); n != 5 {
		t.Errorf("%d articles in the window, want 5", n)
	}
	check(t, searchAll(t, s, "\x00"))
}

func searchAll(t *testing.T, s *store.Store, terms ...string) error {
	_, _, err := s.Search(t.Context(), store.Query{Terms: terms})
	return err
}

func testInvalid(t *testing.T, open Open) {
	s := open(t, store.Options{})
	good := at(harbour, yesterday()).entry()
	for _, c := range []struct {
		name  string
		spoil func(*store.Entry)
	}{
		{"no ID", func(e *store.Entry) { e.Article.ID = "" }},
		{"ID with a brace", func(e *store.Entry) { e.Article.ID = "{2020-01-01}0000" }},
		{"year 10000", func(e *store.Entry) { e.Article.Published = time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC) }},
		{"year 0", func(e *store.Entry) { e.Article.Published = time.Date(-1, 1, 1, 0, 0, 0, 0, time.UTC) }},
		{"point outside", func(e *store.Entry) {
			e.Analysis.Points = []keypoint.Point{{Span: text.Span{Start: 0, End: 1 << 20}}}
		}},
		{"mention backwards", func(e *store.Entry) {
			e.Analysis.Entities = []entity.Entity{{ID: "x", Mentions: []entity.Mention{{Span: text.Span{Start: 5, End: 4}}}}}
		}},
	} {
		e := good
		c.spoil(&e)
		if _, err := s.PutAll(t.Context(), slices.Values([]store.Entry{e})); err == nil {
			t.Errorf("%s: stored", c.name)
		}
	}
	if n := len(all(t, s)); n != 0 {
		t.Errorf("%d articles stored, want none", n)
	}
}

func testChanged(t *testing.T, open Open) {
	s, fresh := open(t, store.Options{}), open(t, store.Options{})
	first, second := at(harbour, yesterday().Add(time.Hour)), at(harbour, yesterday().Add(3*time.Hour))
	second.title, second.body = "Port of Lindholm opens", "The port of Lindholm opened. Governor Pia Sund was there."
	second.terms, second.names = "port open", []string{"person:Pia Sund", "place:Lindholm"}
	other := at(harbour, yesterday().Add(2*time.Hour))
	other.slug = "other"
	putAll(t, s, first.entry(), other.entry())
	equal(t, "put of the change", putAll(t, s, second.entry()), changed)
	putAll(t, fresh, other.entry(), second.entry())
	equal(t, "the store beside one that never held the old text", TakeSnapshot(t, s), TakeSnapshot(t, fresh))
	equal(t, "put of the first again", putAll(t, s, first.entry()), changed)
	for _, word := range []string{"Pia", "Sund"} {
		named, err := s.EntityNamed(t.Context(), word, time.Time{}, time.Time{})
		check(t, err)
		equal(t, "entities named "+word, named, []digest.EntityCount(nil))
	}
}

// testYields: what a feed says of another site's page replaces no word of that site.
func testYields(t *testing.T, open Open) {
	own := at(harbour, yesterday().Add(time.Hour))
	site := digest.Site(own.entry().Article.URL)
	said := func(via, body string) store.Entry {
		st := own
		st.body = body
		e := st.entry()
		e.Article.Via = via
		return e
	}
	const hers, lie, more = "The port of Lindholm opened.", "The port of Lindholm burned down.", "The port of Lindholm burned down at night."
	for _, c := range []struct {
		name      string
		old, next store.Entry
		want      store.Counts
	}{
		{"a feed and the outlet", said("hub.example", lie), said("", hers), changed},
		{"the outlet and a feed", said("", hers), said("hub.example", lie), unchanged},
		{"the outlet and its page", said("", hers), said(site, lie), unchanged},
		{"a feed and itself", said("hub.example", lie), said("hub.example", more), changed},
		{"a feed and another", said("hub.example", lie), said("nub.example", more), unchanged},
		{"a feed and the page", said("hub.example", lie), said(site, hers), changed},
		{"the page and a feed", said(site, hers), said("hub.example", lie), unchanged},
		{"the page and itself", said(site, lie), said(site, hers), changed},
		{"the page and the outlet", said(site, lie), said("", hers), changed},
	} {
		s := open(t, store.Options{})
		putAll(t, s, c.old)
		equal(t, c.name, putAll(t, s, c.next), c.want)
		left := c.next
		if c.want == unchanged {
			left = c.old
		}
		equal(t, c.name+": what is stored", all(t, s), []store.Entry{left})
	}
}

// testForeignDate: what another site said of an article first, with another date, keeps
// the outlet's own word neither in that day nor in the story there.
func testForeignDate(t *testing.T, open Open) {
	s, fresh, ctx := open(t, store.Options{}), open(t, store.Options{}), t.Context()
	own, early := at(harbour, yesterday().Add(3*time.Hour)), at(harbour, yesterday().AddDate(-1, 0, 0))
	early.terms, early.names, early.body = "storm", []string{"place:Lindholm"}, "The port of Lindholm burned down."
	told := early.entry()
	told.Article.Via = "hub.example"
	later := at(harbour, yesterday().AddDate(0, 0, -2))
	other := at(early, early.at.Add(time.Hour))
	other.slug, other.terms = "other", "storm"
	putAll(t, s, told, other.entry())
	joins := store.Placement{Article: other.entry().Article.ID, To: told.Article.ID}
	day := early.at.Format(time.DateOnly)
	_, err := s.Place(ctx, day, "", []store.Placement{{Article: told.Article.ID, To: told.Article.ID}, joins})
	check(t, err)

	equal(t, "put of the outlet's own", putAll(t, s, own.entry()), added)
	putAll(t, fresh, other.entry(), own.entry())
	_, err = fresh.Place(ctx, day, "", []store.Placement{joins})
	check(t, err)
	equal(t, "the store beside one that was never told", TakeSnapshot(t, s), TakeSnapshot(t, fresh))
	equal(t, "put of the other's again", putAll(t, s, told), unchanged)
	equal(t, "put of the outlet's own with another date", putAll(t, s, later.entry()), changed)
	equal(t, "articles of yesterday", len(window(t, s, yesterday(), time.Time{})), 1)
	left, err := s.DaysStories(ctx, early.at, early.at)
	check(t, err)
	equal(t, "what is left of the story", left[0].Articles, []store.Placed{{ID: other.entry().Article.ID, Story: told.Article.ID}})
	unplaced, err := Unplaced(ctx, s)
	check(t, err)
	equal(t, "days with articles in no story", unplaced, []string{yesterday().Format(time.DateOnly)})

	s = open(t, store.Options{})
	putAll(t, s, told, other.entry())
	putAll(t, s, own.entry())
	if _, err := s.Place(ctx, day, "", []store.Placement{joins, {Article: told.Article.ID, To: told.Article.ID}}); !errors.Is(err, store.ErrConflict) {
		t.Errorf("Place of what has left the day meanwhile: error %v, want ErrConflict", err)
	}
	states, err := s.DayStates(ctx, early.at, early.at.Add(24*time.Hour))
	check(t, err)
	equal(t, "the day that it has left", states, []store.DayState{{Day: day, Articles: 1}})

	s = open(t, store.Options{})
	told.Article.Published = yesterday()
	own.at = time.Time{}
	old := own.entry()
	old.Article.Seen = early.at
	putAll(t, s, told)
	equal(t, "put of the outlet's own, undated, as of before", putAll(t, s, old), changed)
	s = open(t, store.Options{})
	putAll(t, s, told)
	equal(t, "put of the outlet's own, undated, as of now", putAll(t, s, own.entry()), added)
}

// testRevise: an entry takes the place of the article that it was made of, and of
// nothing else.
func testRevise(t *testing.T, open Open) {
	first, second := at(harbour, yesterday().Add(time.Hour)), at(harbour, yesterday().Add(time.Hour))
	second.terms, second.names = "harbour", []string{"place:Lindholm"}
	undated, corrected := at(first, time.Time{}), first
	corrected.body = "The harbour of Lindholm closed on Tuesday."
	overtaken := store.Counts{Overtaken: 1}
	for _, c := range []struct {
		name      string
		read, now story
		want      store.Counts
	}{
		{"it is there", first, first, changed},
		{"it is there without a date", undated, undated, changed},
		{"it has another analysis", first, second, unchanged},
		{"it has another text", first, corrected, overtaken},
		{"it had another text", corrected, first, overtaken},
		{"it had another date", at(first, first.at.Add(time.Minute)), first, overtaken},
	} {
		s := open(t, store.Options{})
		putAll(t, s, c.read.entry())
		of := all(t, s)[0].Article
		putAll(t, s, c.now.entry())
		want := all(t, s)
		made := store.Entry{Article: of, Analysis: second.entry().Analysis}
		if c.read.body != first.body {
			made.Analysis.Entities, made.Analysis.Points = nil, nil
		}
		counts, err := s.ReviseAll(t.Context(), slices.Values([]store.Revision{{Entry: made, Of: &of}}))
		check(t, err)
		equal(t, c.name, counts, c.want)
		if c.want != overtaken {
			want = []store.Entry{made}
		}
		equal(t, c.name+": what is stored", all(t, s), want)
	}
	s := open(t, store.Options{})
	of := first.entry().Article
	counts, err := s.ReviseAll(t.Context(), slices.Values([]store.Revision{{Entry: second.entry(), Of: &of}}))
	check(t, err)
	equal(t, "it has expired", counts, overtaken)
	if n := len(all(t, s)); n != 0 {
		t.Errorf("%d articles are stored, want none", n)
	}
}

// testChangedDate: an article stays in the day in which it is filed.
func testChangedDate(t *testing.T, open Open) {
	s := open(t, store.Options{})
	first := at(harbour, yesterday().Add(-20*time.Hour)).entry()
	putAll(t, s, first)
	for _, moved := range []time.Time{yesterday().Add(time.Hour), yesterday().Add(-50 * time.Hour), {}} {
		e := at(harbour, moved).entry()
		equal(t, "put with another date", putAll(t, s, e), changed)
		equal(t, "put with that date again", putAll(t, s, e), unchanged)
		k, err := s.Known(t.Context(), []digest.Article{e.Article})
		check(t, err)
		equal(t, "known with that date", k, []bool{true})
		equal(t, "articles", window(t, s, time.Time{}, time.Time{}), []digest.Brief{first.Brief()})
		equal(t, "articles of its day", window(t, s, yesterday().Add(-24*time.Hour), yesterday()), []digest.Brief{first.Brief()})
	}
	same := at(harbour, yesterday().Add(-19*time.Hour)).entry()
	putAll(t, s, same)
	equal(t, "articles after a correction within the day", window(t, s, time.Time{}, time.Time{}), []digest.Brief{same.Brief()})
}

// testAhead: an article whose date is ahead is filed when it comes, and stays as it
// is when its time has come.
func testAhead(t *testing.T, open Open) {
	now := yesterday().Add(-4 * time.Hour)
	s := open(t, store.Options{Now: func() time.Time { return now }})
	e := at(harbour, now.Add(2*time.Hour)).entry()
	want := e
	want.Article.Published, want.Article.Seen = time.Time{}, now
	equal(t, "put of an article ahead", putAll(t, s, e), added)
	equal(t, "put again", putAll(t, s, e), unchanged)
	for range 2 {
		equal(t, "articles", all(t, s), []store.Entry{want})
		known, err := s.Known(t.Context(), []digest.Article{e.Article})
		check(t, err)
		equal(t, "known", known, []bool{true})
		now = now.Add(3 * time.Hour)
	}
}

func testUndated(t *testing.T, open Open) {
	now := yesterday().Add(-time.Hour)
	s := open(t, store.Options{Now: func() time.Time { return now }})
	e := harbour.entry()
	putAll(t, s, e)
	want := e
	want.Article.Seen = now
	for range 2 {
		equal(t, "articles", all(t, s), []store.Entry{want})
		equal(t, "briefs", window(t, s, now, now.Add(1)), []digest.Brief{want.Brief()})
		now = now.Add(26 * time.Hour)
		equal(t, "put a day later", putAll(t, s, e), unchanged)
		now = now.Add(-26 * time.Hour)
	}
	now = now.Add(26 * time.Hour)
	e.Article.Text += " It opened again."
	equal(t, "put of a change a day later", putAll(t, s, e), changed)
	want.Article.Text = e.Article.Text
	equal(t, "articles after it", all(t, s), []store.Entry{want})
}

func testAnalysisChanged(t *testing.T, open Open) {
	s := open(t, store.Options{})
	e := at(harbour, yesterday()).entry()
	putAll(t, s, e)
	e.Analysis.Entities = e.Analysis.Entities[:1]
	equal(t, "put with another analysis", putAll(t, s, e), changed)
	equal(t, "articles", all(t, s), []store.Entry{e})
}

func testBulk(t *testing.T, open Open) {
	s, other := open(t, store.Options{}), open(t, store.Options{})
	entries := NewGenerator(3, yesterday().Add(-48*time.Hour), 72*time.Hour).Take(60)
	twice := append(append([]store.Entry{}, entries...), entries[:20]...)
	equal(t, "counts", putAll(t, s, twice...), store.Counts{Added: 60, Unchanged: 20})
	for i := range entries {
		putAll(t, other, entries[len(entries)-1-i])
	}
	equal(t, "the store beside one filled singly and backwards", TakeSnapshot(t, other), TakeSnapshot(t, s))
}

// testPutPanics: a panic of what gives the entries is the caller's, who can live on with
// what came before.
func testPutPanics(t *testing.T, open Open) {
	s := open(t, store.Options{})
	err := rescue.Do(func() error {
		_, err := s.PutAll(t.Context(), func(yield func(store.Entry) bool) {
			yield(harbour.entry())
			panic("a page without end")
		})
		return err
	})
	if p, ok := err.(*rescue.Panic); !ok || p.Value != "a page without end" {
		t.Errorf("PutAll = %v, want the panic", err)
	}
	if got := all(t, s); len(got) != 1 {
		t.Errorf("%d articles are stored, want the one before the panic", len(got))
	}
}

func testExportImport(t *testing.T, open Open) {
	now := yesterday().Add(-30 * time.Hour)
	s := open(t, store.Options{Now: func() time.Time { return now }})
	putAll(t, s, NewGenerator(4, yesterday().Add(-48*time.Hour), 72*time.Hour).Take(30)...)
	putAll(t, s, harbour.entry())
	exported := all(t, s)
	imported := open(t, store.Options{})
	putAll(t, imported, exported...)
	equal(t, "the imported store", TakeSnapshot(t, imported), TakeSnapshot(t, s))
}
