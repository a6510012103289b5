package storetest

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/store"
)

func testWindow(t *testing.T, open Open) {
	s := open(t, store.Options{})
	d := yesterday()
	times := []time.Time{ // in order
		d.Add(-48 * time.Hour), d.Add(-24*time.Hour - 1), d.Add(-24 * time.Hour), d.Add(-time.Microsecond),
		d, d, d.Add(time.Microsecond), d.Add(12 * time.Hour), d.Add(24 * time.Hour),
	}
	for i := range times {
		st := at(harbour, times[len(times)-1-i])
		st.slug = fmt.Sprint("w", i)
		putAll(t, s, st.entry())
	}
	var zero time.Time
	for _, c := range []struct {
		from, to time.Time
		want     []time.Time
	}{
		{zero, zero, times},
		{d, zero, times[4:]},
		{zero, d, times[:4]},
		{d, d.Add(24 * time.Hour), times[4:8]},
		{d.Add(-24 * time.Hour), d, times[2:4]},
		{d.Add(-24*time.Hour - 1), d.Add(1), times[1:6]},
		{d.Add(500), d.Add(time.Microsecond), nil},
		{d, d, nil},
		{d.Add(time.Hour), d, nil},
		{d.Add(100 * 24 * time.Hour), zero, nil},
	} {
		var got []time.Time
		last := digest.Brief{}
		for _, b := range window(t, s, c.from, c.to) {
			if b.Time().Equal(last.Time()) && b.ID <= last.ID {
				t.Errorf("window %v to %v: %s after %s", c.from, c.to, b.ID, last.ID)
			}
			last = b
			got = append(got, b.Time())
		}
		equal(t, fmt.Sprintf("window %v to %v", c.from, c.to), got, c.want)
		got = nil
		for e, err := range s.Entries(t.Context(), c.from, c.to) {
			check(t, err)
			got = append(got, e.Brief().Time())
		}
		slices.SortFunc(got, time.Time.Compare)
		equal(t, fmt.Sprintf("entries from %v to %v", c.from, c.to), got, c.want)
	}
}

// testEntriesOf: articles come in the order asked for, without those that are not stored.
func testEntriesOf(t *testing.T, open Open) {
	s := open(t, store.Options{})
	entries := fleet()[:4] // three of a day, one of the next
	putAll(t, s, entries...)
	ids := []string{entries[3].Article.ID, "no such", entries[0].Article.ID}
	got, err := s.EntriesOf(t.Context(), ids)
	check(t, err)
	equal(t, "entries of articles", got, []store.Entry{entries[3], entries[0]})
	got, err = s.EntriesOf(t.Context(), nil)
	check(t, err)
	equal(t, "entries of none", got, []store.Entry(nil))
}

// testLatecomers: an article has come when it is in a story for the first time.
func testLatecomers(t *testing.T, open Open) {
	s := open(t, store.Options{})
	entries := fleet()[:4] // three of a day, one of the next
	id := func(i int) string { return entries[i].Article.ID }
	first, second := yesterday().AddDate(0, 0, -1), yesterday()
	came := func(what string, from, to, since time.Time, want ...string) {
		t.Helper()
		briefs, err := s.Latecomers(t.Context(), from, to, since)
		check(t, err)
		equal(t, what, idsOf(briefs), want)
	}
	place := func(d time.Time, version string, p ...store.Placement) string {
		t.Helper()
		next, err := s.Place(t.Context(), d.Format(time.DateOnly), version, p)
		check(t, err)
		return next
	}
	began := time.Now().Add(-time.Minute)
	putAll(t, s, entries...)
	came("what is in no story", first, time.Now(), began)
	version := place(first, "", store.Placement{Article: id(0), To: id(0)})
	time.Sleep(20 * time.Millisecond)
	since := time.Now()
	time.Sleep(20 * time.Millisecond)
	place(first, version, store.Placement{Article: id(0), From: id(0), To: id(1)}, store.Placement{Article: id(1), To: id(1)}, store.Placement{Article: id(2), To: id(1)})
	place(second, "", store.Placement{Article: id(3), To: id(1)})
	came("all that came", first, time.Now(), began, id(0), id(1), id(2), id(3))
	came("what came since", first, time.Now(), since, id(1), id(2), id(3))
	came("what came since and is of the first day", first, second, since, id(1), id(2))
	came("what came since and is not of the last hours", first, second.Add(-3*time.Hour), since, id(1))
	came("what came in the last minute, seen from the next", first, time.Now(), time.Now().Add(time.Minute))
}

// library is a store of a few articles that differ in where words stand.
func library(t *testing.T, open Open) *store.Store {
	s := open(t, store.Options{})
	d := yesterday()
	for _, st := range []story{
		{slug: "title", title: "Ferry sinks", source: "Coast Wire", at: d, terms: "storm"},
		{slug: "entity", title: "Company fined", source: "Inland", at: d.Add(-24 * time.Hour), terms: "penalti", names: []string{"organization:Ferry Line"}},
		{slug: "term", title: "Timetable changes", source: "Inland", at: d, terms: "timetabl ferri"},
		{slug: "later", title: "Ferry sinks", source: "Inland", at: d.Add(2 * time.Hour), terms: "storm"},
		{slug: "earlier", title: "Ferry sinks", source: "Inland", at: d.Add(-48 * time.Hour), terms: "storm"},
		{slug: "both", title: "Ferry fined after storm", source: "Inland", at: d.Add(-24 * time.Hour), terms: "court"},
		{slug: "person", title: "A mayor resigns", source: "Inland", at: d, names: []string{"person:Jon Ferry"}},
		{slug: "none", title: "Quiet day", source: "Inland", at: d, terms: "quiet"},
	} {
		putAll(t, s, st.entry())
	}
	return s
}

// found returns the slugs of the hits.
func found(t *testing.T, s *store.Store, q store.Query) (slugs []string, total int) {
	t.Helper()
	hits, total, err := s.Search(t.Context(), q)
	check(t, err)
	for _, h := range hits {
		slugs = append(slugs, h.URL[len("https://test.example/"):])
	}
	return slugs, total
}

func testSearchRank(t *testing.T, open Open) {
	s := library(t, open)
	for _, c := range []struct {
		terms, want []string
	}{
		{[]string{"ferri"}, []string{"later", "title", "both", "earlier", "person", "entity", "term"}},
		{[]string{"ferri", "storm"}, []string{"both", "later", "title", "earlier"}},
		{[]string{"ferri", "fine"}, []string{"both", "entity"}},
		{[]string{"ferri", "court", "nowhere"}, []string{"both"}},
		{[]string{"nowhere"}, nil},
		{[]string{"ferri", "ferri"}, []string{"later", "title", "both", "earlier", "person", "entity", "term"}},
	} {
		got, total := found(t, s, store.Query{Terms: c.terms})
		equal(t, fmt.Sprint("search for ", c.terms), got, c.want)
		equal(t, fmt.Sprint("total of ", c.terms), total, len(c.want))
	}
}

func testSearchFilters(t *testing.T, open Open) {
	s := library(t, open)
	d := yesterday()
	ferry := []string{"ferri"}
	for _, c := range []struct {
		name string
		q    store.Query
		want []string
	}{
		{"source", store.Query{Terms: ferry, Sources: []string{"Coast Wire"}}, []string{"title"}},
		{"sources", store.Query{Terms: ferry, Sources: []string{"Coast Wire", "Nobody"}}, []string{"title"}},
		{"unknown source", store.Query{Terms: ferry, Sources: []string{"Nobody"}}, nil},
		{"person", store.Query{Terms: ferry, Types: []entity.Type{entity.Person}}, []string{"person"}},
		{"types", store.Query{Terms: ferry, Types: []entity.Type{entity.Person, entity.Organization}}, []string{"person", "entity"}},
		{"from", store.Query{Terms: ferry, From: d.Add(time.Hour)}, []string{"later"}},
		{"to", store.Query{Terms: ferry, To: d.Add(-24*time.Hour + 1)}, []string{"both", "earlier", "entity"}},
		{"empty window", store.Query{Terms: ferry, From: d.Add(30 * 24 * time.Hour)}, nil},
		{"source alone", store.Query{Sources: []string{"Inland"}, To: d}, []string{"both", "entity", "earlier"}},
		{"source and window alone", store.Query{Sources: []string{"Inland", "Coast Wire"}, From: d.Add(time.Hour)}, []string{"later"}},
		{"unknown source alone", store.Query{Sources: []string{"Nobody"}}, nil},
		{"source and what it must not hold", store.Query{Sources: []string{"Inland"}, To: d, Without: []string{"fined"}}, []string{"earlier"}},
		{"window alone", store.Query{To: d.Add(-time.Hour)}, []string{"both", "entity", "earlier"}},
		{"nothing", store.Query{}, []string{"later", "title", "term", "none", "person", "both", "entity", "earlier"}},
	} {
		got, _ := found(t, s, c.q)
		equal(t, "search by "+c.name, got, c.want)
	}
}

func testSearchPages(t *testing.T, open Open) {
	s := library(t, open)
	whole, total := found(t, s, store.Query{Terms: []string{"ferri"}})
	var pages []string
	for offset := 0; offset < total; offset += 2 {
		page, n := found(t, s, store.Query{Terms: []string{"ferri"}, Limit: 2, Offset: offset})
		equal(t, "total of a page", n, total)
		pages = append(pages, page...)
	}
	equal(t, "all pages", pages, whole)
	past, _ := found(t, s, store.Query{Terms: []string{"ferri"}, Offset: 100})
	equal(t, "a page behind the last", past, []string(nil))
}

func testEntities(t *testing.T, open Open) {
	s := open(t, store.Options{})
	d := yesterday()
	entries := NewGenerator(5, d.Add(-48*time.Hour), 72*time.Hour).Take(30)
	putAll(t, s, entries...)
	want := map[time.Time]*digest.DayEntities{}
	mentions := map[string][]digest.Brief{}
	for _, b := range window(t, s, time.Time{}, time.Time{}) {
		day := b.Time().Truncate(24 * time.Hour)
		if want[day] == nil {
			want[day] = &digest.DayEntities{Day: day, Counts: map[string]int{}}
		}
		want[day].Articles++
		for _, n := range b.Entities {
			want[day].Counts[n.ID]++
			mentions[n.ID] = append(mentions[n.ID], b)
		}
	}
	got, err := s.Entities(t.Context(), d.Add(-24*time.Hour), d.Add(time.Hour))
	check(t, err)
	equal(t, "entities of two days", got, []digest.DayEntities{*want[d.Add(-24*time.Hour)], *want[d]})
	for id, briefs := range mentions {
		testMentioned(t, s, id, briefs)
	}
	nowhere, err := s.Mentioned(t.Context(), []string{"person/nobody"}, time.Time{}, time.Time{}, 9)
	check(t, err)
	equal(t, "where nobody is named", nowhere, store.Mentioned{})
}

// testMentioned compares where an entity is named with the articles that name it.
func testMentioned(t *testing.T, s *store.Store, id string, want []digest.Brief) {
	t.Helper()
	counts := map[time.Time]int{}
	for _, b := range want {
		counts[b.Time().UTC().Truncate(24*time.Hour)]++
	}
	all, err := s.Mentioned(t.Context(), []string{id, id}, time.Time{}, time.Time{}, len(want))
	check(t, err)
	equal(t, "the articles where "+id+" is named", all.Articles, want)
	if len(all.Days) != len(counts) {
		t.Errorf("%s is named on %d days, want %d", id, len(all.Days), len(counts))
	}
	for _, d := range all.Days {
		if d.Count != counts[d.Day] {
			t.Errorf("%s is named by %d articles on %s, want %d", id, d.Count, d.Day, counts[d.Day])
		}
	}
	last, err := s.Mentioned(t.Context(), []string{id}, time.Time{}, time.Time{}, 1)
	check(t, err)
	ends := []digest.Brief{want[0], want[len(want)-1]}
	equal(t, "the first and last articles where "+id+" is named", last.Articles, slices.CompactFunc(ends, func(a, b digest.Brief) bool { return a.ID == b.ID }))
	equal(t, "the days on which "+id+" is named", last.Days, all.Days)
}

// testMarkTrends: the names of a digest are compared with the week before its window, and
// nothing is read for a digest without names.
func testMarkTrends(t *testing.T, open Open) {
	s := open(t, store.Options{})
	d := yesterday()
	for i, st := range []story{
		{names: []string{"place:Oslo", "event:Storm Hedda"}, at: d},
		{names: []string{"place:Oslo", "event:Storm Hedda"}, at: d},
		{names: []string{"place:Oslo", "event:Storm Hedda"}, at: d},
		{names: []string{"place:Oslo"}, at: d.AddDate(0, 0, -3)},
		{names: []string{"place:Oslo"}, at: d.AddDate(0, 0, -4)},
		{names: []string{"place:Oslo"}, at: d.AddDate(0, 0, -5)},
		{at: d.AddDate(0, 0, -5)},
		{at: d.AddDate(0, 0, -6)},
		{at: d.AddDate(0, 0, -7)},
		{names: []string{"event:Storm Hedda"}, at: d.AddDate(0, 0, -8)},
	} {
		st.slug = fmt.Sprint("t", i)
		putAll(t, s, st.entry())
	}
	day := d.UTC().Truncate(24 * time.Hour)
	marked := digest.Digest{From: day, To: day.AddDate(0, 0, 1), Entities: []digest.EntityCount{{ID: "place/oslo"}, {ID: "event/storm-hedda"}}}
	check(t, s.MarkTrends(t.Context(), marked))
	equal(t, "trends", []digest.Trend{marked.Entities[0].Trend, marked.Entities[1].Trend}, []digest.Trend{digest.Steady, digest.New})

	ended, end := context.WithCancel(t.Context())
	end()
	check(t, s.MarkTrends(ended, digest.Digest{From: day, To: day}))
}

func testEntityNamed(t *testing.T, open Open) {
	s := open(t, store.Options{})
	d := yesterday()
	for i, st := range []story{
		{names: []string{"person:Cui Heng"}},
		{names: []string{"person:Cui Heng"}, at: d.Add(-24 * time.Hour)},
		{names: []string{"person:Cui Wen"}},
		{names: []string{"organization:Cui"}},
		{names: []string{"organization:Harbour Union=HU"}, body: "The HU met."},
	} {
		st.slug = fmt.Sprint("n", i)
		if st.at.IsZero() {
			st.at = d
		}
		putAll(t, s, st.entry())
	}
	heng := digest.EntityCount{ID: "person/cui-heng", Name: "Cui Heng", Type: entity.Person, Count: 2}
	wen := digest.EntityCount{ID: "person/cui-wen", Name: "Cui Wen", Type: entity.Person, Count: 1}
	cui := digest.EntityCount{ID: "organization/cui", Name: "Cui", Type: entity.Organization, Count: 1}
	union := digest.EntityCount{ID: "organization/harbour-union", Name: "Harbour Union", Type: entity.Organization, Count: 1}
	for _, c := range []struct {
		words string
		want  []digest.EntityCount
	}{
		{"Cui Heng", []digest.EntityCount{heng}},
		{"heng CUI", []digest.EntityCount{heng}},
		{"cui", []digest.EntityCount{cui, heng, wen}},
		{"HU", []digest.EntityCount{union}},
		{"harbour", []digest.EntityCount{union}},
		{"cui harbour", nil},
		{"the", nil},
		{"", nil},
	} {
		got, err := s.EntityNamed(t.Context(), c.words, time.Time{}, time.Time{})
		check(t, err)
		equal(t, fmt.Sprintf("entities named %q", c.words), got, c.want)
	}
	got, err := s.EntityNamed(t.Context(), "Cui Heng", d, time.Time{})
	check(t, err)
	heng.Count = 1
	equal(t, "entities named today", got, []digest.EntityCount{heng})
}

// testEntityNamedAlone: the entity whose name is just the words is found among any
// number of others that are named more often.
func testEntityNamedAlone(t *testing.T, open Open) {
	s := open(t, store.Options{})
	alone := story{slug: "alone", at: yesterday(), names: []string{"person:Kim Lee"}}
	entries := []store.Entry{alone.entry()}
	for i := range 2 {
		many := story{slug: fmt.Sprint("many", i), at: yesterday()}
		for n := range 60 {
			many.names = append(many.names, "person:Kim Lee "+title(word(uint64(n))))
		}
		entries = append(entries, many.entry())
	}
	putAll(t, s, entries...)
	for _, words := range []string{"Kim Lee", "kim-lee"} {
		got, err := s.EntityNamed(t.Context(), words, time.Time{}, time.Time{})
		check(t, err)
		if len(got) != 10 || got[0].Name != "Kim Lee" {
			t.Errorf("entities named %q: %v, want ten, Kim Lee first", words, got)
		}
	}
}
