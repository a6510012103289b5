package command

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/keypoint"
	"newsbot/digest/render"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
	"newsbot/digest/text"
)

// The window of the lookups in these tests.
var (
	to   = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	from = to.Add(-7 * 24 * time.Hour)
)

// entry makes up an analysed article of one sentence. Names are "type:Name",
// the most salient first, and stand in the sentence.
func entry(title, sentence string, at time.Time, names ...string) store.Entry {
	a := digest.Article{Source: "The Courier", Title: title, Published: at, Text: sentence}
	a.Identify("")
	d := text.Parse(a.Title, a.Text)
	n := digest.Analysis{Language: "en", Words: len(d.Tokens), Terms: text.NewIndexer().Index(d).Salient(20)}
	for i, spec := range names {
		kind, name, _ := strings.Cut(spec, ":")
		start := strings.LastIndex(d.Text, name)
		n.Entities = append(n.Entities, entity.Entity{
			ID: kind + "/" + strings.ReplaceAll(text.Fold(name), " ", "-"), Name: name, Type: entity.Type(kind),
			Mentions: []entity.Mention{{Span: text.Span{Start: start, End: start + len(name)}}},
			Salience: 1 / float64(i+1),
		})
	}
	n.Points = []keypoint.Point{{Span: text.Span{Start: len(title) + 1, End: len(d.Text)}, Score: 0.5}}
	return store.Entry{Article: a, Analysis: n}
}

// stored returns a store in memory that holds some news.
func stored(t *testing.T, entries ...store.Entry) *store.Store {
	t.Helper()
	s := storetest.Memory(t, store.Options{Now: func() time.Time { return to }})
	if counts, err := s.PutAll(t.Context(), slices.Values(entries)); err != nil || counts.Added != len(entries) {
		t.Fatalf("PutAll = %+v, %v; want %d added", counts, err, len(entries))
	}
	return s
}

func news(t *testing.T) *store.Store {
	return stored(t,
		entry("Security body meets in Beijing", "Cui Heng said in Beijing that the security body would meet again in December and invite observers from Tashkent.",
			to.Add(-50*time.Hour), "person:Cui Heng", "place:Beijing", "place:Tashkent"),
		entry("Tashkent prepares for guests", "Cui Heng praised new hotels and a wider airport on a tour of Tashkent, where visitors are expected next summer.",
			to.Add(-2*time.Hour), "person:Cui Heng", "place:Tashkent"),
		entry("Pianist returns to the stage", "Cui Lan played for two hours in Shanghai and was cheered.",
			to.Add(-3*time.Hour), "person:Cui Lan", "place:Shanghai"),
		entry("Health body warns of flu", "The World Health Organization asked for more vaccine against influenza.",
			to.Add(-4*time.Hour), "organization:World Health Organization"),
		entry("Old news", "Cui Heng retired from another post long before.",
			to.Add(-30*24*time.Hour), "person:Cui Heng"),
	)
}

// outcome is what a test says of an answer.
type outcome struct {
	dossier string // name of the entity, "" for none
	titles  string // of the dossier's articles or of the hits, by |
	choices string // by |
	total   int
}

func outcomeOf(l digest.Lookup) outcome {
	o := outcome{total: l.Total}
	articles := l.Hits
	if l.Dossier != nil {
		o.dossier, articles = l.Dossier.Entity.Name, l.Dossier.Articles
	}
	o.titles = join(articles, func(b digest.Brief) string { return b.Title })
	o.choices = join(l.Choices, func(e digest.EntityCount) string { return e.Name })
	return o
}

func join[T any](values []T, name func(T) string) string {
	var all []string
	for _, v := range values {
		all = append(all, name(v))
	}
	return strings.Join(all, "|")
}

func TestLookup(t *testing.T) {
	s := news(t)
	const heng = "Tashkent prepares for guests|Security body meets in Beijing"
	for _, tt := range []struct {
		name, words string
		want        outcome
	}{
		{"name", "Cui Heng", outcome{"Cui Heng", heng, "", 2}},
		{"name in another case and spacing", "  cui \t heng ", outcome{"Cui Heng", heng, "", 2}},
		{"given name", "Heng", outcome{"Cui Heng", heng, "", 2}},
		{"surname of two people", "Cui", outcome{"Cui Heng", heng, "Cui Lan", 2}},
		{"place", "Tashkent", outcome{"Tashkent", heng, "", 2}},
		{"most of a name", "World Health", outcome{"World Health Organization", "Health body warns of flu", "", 1}},
		{"a word of a longer name", "health", outcome{"", "Health body warns of flu", "World Health Organization", 1}},
		{"words of a text", "flu vaccine", outcome{"", "Health body warns of flu", "", 1}},
		{"unheard of", "zebra", outcome{}},
		{"misspelt in part", "Cui Hengg", outcome{"", "Pianist returns to the stage|Tashkent prepares for guests|Security body meets in Beijing", "Cui Heng", 3}},
		{"misspelt", "Tashkant", outcome{"", "", "Tashkent", 0}},
		{"a source and words", "from:courier hotels", outcome{"", "Tashkent prepares for guests", "", 1}},
		{"until a day", "Tashkent until:2026-11-22", outcome{"", "Security body meets in Beijing", "", 1}},
		{"without a word", "Tashkent -hotels", outcome{"", "Security body meets in Beijing", "", 1}},
		{"a phrase", `"new hotels" airport`, outcome{"", "Tashkent prepares for guests", "", 1}},
		{"a name by command", "about Cui", outcome{"Cui Heng", heng, "Cui Lan", 2}},
		{"an ID", "person/cui-heng", outcome{"Cui Heng", heng, "", 2}},
		{"an ID of nobody", "person/cui-bo", outcome{}},
		{"by command", "search Cui Lan", outcome{"", "Pianist returns to the stage", "", 1}},
		{"older than the window", "Cui since:2026-10-01 until:2026-11-01", outcome{"", "Old news", "", 1}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l, err := Lookup(t.Context(), s, tt.words, from, to, 0)
			if err != nil {
				t.Fatal(err)
			}
			if got := outcomeOf(l); got != tt.want {
				t.Errorf("Lookup(%q) = %+v, want %+v", tt.words, got, tt.want)
			}
			if want := strings.TrimPrefix(strings.Join(strings.Fields(tt.words), " "), "about "); l.Words != want {
				t.Errorf("Lookup(%q) is of %q", tt.words, l.Words)
			}
		})
	}
}

// Who asks for so many articles gets so many, of however many.
func TestLookupLimit(t *testing.T) {
	l, err := Lookup(t.Context(), news(t), "from:courier", from, to, 2)
	if err != nil || len(l.Hits) != 2 || l.Total != 4 || l.Limit != 2 {
		t.Errorf("Lookup = %d of %d, limit %d, %v; want 2 of 4", len(l.Hits), l.Total, l.Limit, err)
	}
}

// A lookup says which time it searched, and whether it found no article with all of the words.
func TestLookupSaysWhatItSearched(t *testing.T) {
	s := news(t)
	for _, tt := range []struct {
		words   string
		from    time.Time
		among   string
		partial bool
	}{
		{"flu vaccine", time.Time{}, "any time", false},
		{"flu zebra", from, "since Tue 17 Nov 12:00", true},
		{"flu since:2d", from, "since Sun 22 Nov 12:00", false},
		{"flu until:2026-11-24", time.Time{}, "until Tue 24 Nov 12:00", false},
		{"flu zebra from:courier today", time.Time{}, "from The Courier · Tue 24 Nov 2026", true},
		{"Cui Heng", time.Time{}, "in 30 days", false},
		{"Cui Heng", from, "in 7 days", false},
	} {
		l, err := Lookup(t.Context(), s, tt.words, tt.from, to, 0)
		if err != nil {
			t.Fatal(err)
		}
		if l.Among != tt.among || l.Partial != tt.partial {
			t.Errorf("Lookup(%q) from %s is among %q, partial %t; want %q, %t", tt.words, tt.from, l.Among, l.Partial, tt.among, tt.partial)
		}
	}
}

// Who asks at a terminal for one of two is told what to write there.
func TestLookupOfAlternatives(t *testing.T) {
	s := news(t)
	for words, want := range map[string]string{
		"sea wall OR flood":                     "newsbot lookup sea wall, newsbot lookup flood",
		`"new hotels" OR storm -flood since:7d`: `newsbot lookup '"new hotels" since:7d', newsbot lookup 'storm -flood since:7d'`,
		`"o'Brien" OR flood`:                    `newsbot lookup '"o'\''Brien"', newsbot lookup flood`,
	} {
		_, err := Lookup(t.Context(), s, words, from, to, 0)
		if !IsMisuse(err) || err.Error() != hasNoOr+" "+want {
			t.Errorf("Lookup(%q) = %v, want %s", words, err, want)
		}
	}
}

func TestLookupOfAnotherName(t *testing.T) {
	s := stored(t,
		entry("Rates stay where they are", "The Federal Reserve left its rates unchanged and spoke of caution.", to.Add(-1*time.Hour), "organization:Federal Reserve"),
		entry("Sketches return", "Little Britain comes back to the stage for one evening.", to.Add(-2*time.Hour), "work:Little Britain"),
		entry("Ferries to run again", "The United Kingdom pays for two ferries to the islands.", to.Add(-3*time.Hour), "place:United Kingdom"),
	)
	for words, want := range map[string]outcome{
		"the Fed":        {"Federal Reserve", "Rates stay where they are", "", 1},
		"britain":        {"United Kingdom", "Ferries to run again", "Little Britain", 1},
		"Little Britain": {"Little Britain", "Sketches return", "", 1},
	} {
		l, err := Lookup(t.Context(), s, words, from, to, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := outcomeOf(l); got != want {
			t.Errorf("Lookup(%q) = %+v, want %+v", words, got, want)
		}
	}
}

func TestLookupOfASurname(t *testing.T) {
	s := stored(t,
		entry("Vermaak attacks again", "Vermaak won her second stage on the climb to Bellano.", to.Add(-1*time.Hour), "person:Vermaak", "place:Bellano"),
		entry("Champion rides on", "Ilse Vermaak won a stage in Bellano after a long attack.", to.Add(-2*time.Hour), "person:Ilse Vermaak", "place:Bellano"),
		entry("Rest day", "Ilse Vermaak rested in Bellano.", to.Add(-3*time.Hour), "person:Ilse Vermaak", "place:Bellano"),
	)
	want := outcome{"Ilse Vermaak", "Vermaak attacks again|Champion rides on|Rest day", "", 3}
	for _, words := range []string{"Vermaak", "Ilse Vermaak"} {
		l, err := Lookup(t.Context(), s, words, from, to, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := outcomeOf(l); got != want || l.Dossier.Entity.Count != 3 {
			t.Errorf("Lookup(%q) = %+v of %+v, want %+v", words, got, l.Dossier, want)
		}
	}
}

func TestLookupOfInitials(t *testing.T) {
	defining := entry("Office to move", "The Halvik Conduct Office (HCO) moves to Bergen.", to.Add(-2*time.Hour), "organization:Halvik Conduct Office")
	first := &defining.Analysis.Entities[0].Mentions
	short := (*first)[0].End + len(" (")
	*first = append(*first, entity.Mention{Span: text.Span{Start: short, End: short + len("HCO")}})
	s := stored(t,
		entry("HCO fines bank", "The HCO fined a bank nine million.", to.Add(-1*time.Hour), "organization:HCO"),
		defining,
		entry("Rules change", "The Halvik Conduct Office changed its rules.", to.Add(-3*time.Hour), "organization:Halvik Conduct Office"),
	)
	want := outcome{"Halvik Conduct Office", "HCO fines bank|Office to move|Rules change", "", 3}
	for _, words := range []string{"HCO", "Halvik Conduct Office"} {
		l, err := Lookup(t.Context(), s, words, from, to, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := outcomeOf(l); got != want {
			t.Errorf("Lookup(%q) = %+v of %+v, want %+v", words, got, l.Dossier, want)
		}
	}
}

// TestLookupOfACode: a code is found as a whole or not at all, as it is or in another case.
func TestLookupOfACode(t *testing.T) {
	s := stored(t,
		entry("Flaw closed", "The flaw CVE-2026-48002 lets a small file stop a server.", to.Add(-1*time.Hour)),
		entry("Budget of 2026", "The budget of 2026 has 1234 pages.", to.Add(-2*time.Hour)),
	)
	for words, want := range map[string]outcome{
		"CVE-2026-48002":        {"", "Flaw closed", "", 1},
		"cve-2026-48002 server": {"", "Flaw closed", "", 1},
		"CVE-2026-1234":         {},
		"ghsa-7x2p-9q4m-1abc":   {},
	} {
		l, err := Lookup(t.Context(), s, words, from, to, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := outcomeOf(l); got != want {
			t.Errorf("Lookup(%q) = %+v, want %+v", words, got, want)
		}
	}
}

// TestLookupOfOneWord: a name that most articles give one type is one name, as in a digest;
// two that are named about as often are two.
func TestLookupOfOneWord(t *testing.T) {
	var entries []store.Entry
	for i, name := range []string{"place:Tarn", "place:Tarn", "place:Tarn", "organization:Tarn", "place:Holt", "organization:Holt"} {
		entries = append(entries, entry("Report "+string(rune('A'+i)), "News of "+name[strings.Index(name, ":")+1:]+" was awaited.", to.Add(-time.Duration(i+1)*time.Hour), name))
	}
	s := stored(t, entries...)
	for words, want := range map[string]outcome{
		"Tarn":       {"Tarn", "Report A|Report B|Report C|Report D", "", 4},
		"place/tarn": {"Tarn", "Report A|Report B|Report C|Report D", "", 4},
		"Holt":       {"Holt", "Report F", "Holt", 1},
		"place/holt": {"Holt", "Report E", "Holt", 1},
	} {
		l, err := Lookup(t.Context(), s, words, from, to, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := outcomeOf(l); got != want {
			t.Errorf("Lookup(%q) = %+v, want %+v", words, got, want)
		}
	}
	r := New(Config{News: s})
	if text := textOf(r.Command(t.Context(), Request{Asker: ann, Words: "Tarn", Now: to}).Message.Blocks); !strings.Contains(text, "4 articles") {
		t.Errorf("/news Tarn is not of one name:\n%s", text)
	}
}

func TestLookupOfNoSense(t *testing.T) {
	s := news(t)
	for words, want := range map[string]string{
		" – ":                             "what to search for",
		"":                                "what to search for",
		"Cui from:nowhere":                "no news from “nowhere”",
		"Cui from:couriers":               "Did you mean one of these? The Courier",
		"Cui since:someday":               "someday",
		"Cui since:today until:yesterday": "ends before it begins",
	} {
		if _, err := Lookup(t.Context(), s, words, from, to, 0); !IsMisuse(err) || !strings.Contains(err.Error(), want) {
			t.Errorf("Lookup(%q) = %v, want %q", words, err, want)
		}
	}
}

func TestLookupDossier(t *testing.T) {
	l, err := Lookup(t.Context(), news(t), "Cui Heng", from, to, 0)
	if err != nil || l.Dossier == nil {
		t.Fatalf("Lookup = %+v, %v; want a dossier", l, err)
	}
	d := l.Dossier
	if want := (digest.EntityCount{ID: "person/cui-heng", Name: "Cui Heng", Type: entity.Person, Count: 2}); d.Entity != want {
		t.Errorf("entity %+v, want %+v", d.Entity, want)
	}
	if !d.First.Equal(to.Add(-50*time.Hour)) || !d.Last.Equal(to.Add(-2*time.Hour)) {
		t.Errorf("first %s, last %s", d.First, d.Last)
	}
	if got, want := join(d.Related, func(e digest.EntityCount) string { return e.Name }), "Tashkent|Beijing"; got != want {
		t.Errorf("related %s, want %s", got, want)
	}
	counts := map[string]int{}
	for _, day := range d.Days {
		if day.Count > 0 {
			counts[day.Day.Format(time.DateOnly)] = day.Count
		}
	}
	if len(d.Days) != 8 || len(counts) != 2 || counts["2026-11-22"] != 1 || counts["2026-11-24"] != 1 {
		t.Errorf("%d days, of them %v", len(d.Days), counts)
	}
	if len(d.Points) != 2 || !strings.HasPrefix(d.Points[0].Text, "Cui Heng praised") {
		t.Errorf("points %+v, want two, the latest first", d.Points)
	}
	for _, p := range d.Points {
		if !slices.ContainsFunc(d.Articles, func(b digest.Brief) bool { return b.PublicID() == p.Article }) {
			t.Errorf("the article of %+v is not in the dossier", p)
		}
	}
}

// Articles in whose language few names are found are counted beside a dossier, if they hold all of its name.
func TestLookupCountsForeign(t *testing.T) {
	spanish, other := entry("Cui Heng visita Taskent", "Cui Heng visita una feria.", to.Add(-time.Hour)), entry("Heng cierra", "El puerto de Heng cierra hoy.", to.Add(-time.Hour))
	spanish.Analysis.Language, other.Analysis.Language = "es", "es"
	english := entry("Cui Heng visits Tashkent", "Cui Heng visits a fair.", to.Add(-time.Hour), "person:Cui Heng")
	l, err := Lookup(t.Context(), stored(t, spanish, other, english), "Cui Heng", from, to, 0)
	if err != nil || l.Dossier == nil {
		t.Fatalf("Lookup = %+v, %v; want a dossier", l, err)
	}
	if l.Dossier.Foreign != 1 || len(l.Dossier.Articles) != 1 {
		t.Errorf("%d articles and %d foreign ones, want one each", len(l.Dossier.Articles), l.Dossier.Foreign)
	}
}

func TestLookupShowsTheBestHits(t *testing.T) {
	var entries []store.Entry
	for i := range lookupHits + 3 {
		at := to.Add(-time.Duration(i+1) * time.Hour)
		entries = append(entries, entry("Harvest report "+at.Format("2 January 15:04"), "Farmers brought in more wheat than a year before.", at))
	}
	l, err := Lookup(t.Context(), stored(t, entries...), "wheat", from, to, 0)
	if err != nil || len(l.Hits) != lookupHits || l.Total != len(entries) || l.Dossier != nil {
		t.Errorf("%d hits of %d, dossier %v, %v; want %d of %d and no dossier", len(l.Hits), l.Total, l.Dossier, err, lookupHits, len(entries))
	}
}

func TestMeans(t *testing.T) {
	for _, tt := range []struct {
		words, name string
		want        bool
	}{
		{"Cui", "Cui Heng", true},
		{"world", "World Health Organization", false},
		{"world health", "World Health Organization", true},
		{"WHO", "World Health Organization", true},
		{"who", "World Health Organization", false},
		{"health world", "World Health Organization", true},
		{"lucia", "Lucía Arrieta", true},
		{"Heng Bo", "Cui Heng", false},
	} {
		if got := means(tt.words, tt.name); got != tt.want {
			t.Errorf("means(%q, %q) = %t, want %t", tt.words, tt.name, got, tt.want)
		}
	}
}

// failing is a store that is lost in one of its methods.
type failing struct {
	*store.Store
	method string
}

var errLost = errors.New("lost")

func (f failing) EntityNamed(ctx context.Context, words string, from, to time.Time) ([]digest.EntityCount, error) {
	if f.method == "EntityNamed" {
		return nil, errLost
	}
	return f.Store.EntityNamed(ctx, words, from, to)
}

func (f failing) Mentioned(ctx context.Context, ids []string, from, to time.Time, most int) (store.Mentioned, error) {
	switch f.method {
	case "Mentioned":
		return store.Mentioned{}, errLost
	case "expired":
		return store.Mentioned{}, nil
	}
	return f.Store.Mentioned(ctx, ids, from, to, most)
}

func (f failing) EntriesOf(ctx context.Context, ids []string) ([]store.Entry, error) {
	if f.method == "EntriesOf" {
		return nil, errLost
	}
	return f.Store.EntriesOf(ctx, ids)
}

func (f failing) Search(ctx context.Context, q store.Query) ([]store.Hit, int, error) {
	if f.method == "Search" {
		return nil, 0, errLost
	}
	return f.Store.Search(ctx, q)
}

func TestLookupTellsWhatFailed(t *testing.T) {
	s := news(t)
	for method, words := range map[string]string{"EntityNamed": "Cui", "Mentioned": "Cui", "EntriesOf": "Cui", "Search": "vaccine"} {
		_, err := Lookup(t.Context(), failing{s, method}, words, from, to, 0)
		if !errors.Is(err, errLost) || !strings.Contains(err.Error(), words) {
			t.Errorf("%s fails: Lookup(%q) = %v", method, words, err)
		}
	}
}

// An entity whose articles expire between two reads gives no empty dossier.
func TestLookupOfWhatHasExpired(t *testing.T) {
	l, err := Lookup(t.Context(), failing{news(t), "expired"}, "Cui Heng", from, to, 0)
	if err != nil || l.Dossier != nil {
		t.Errorf("Lookup = %+v, %v; want no dossier", l, err)
	}
}

func (f failing) Window(ctx context.Context, from, to time.Time) ([]digest.Brief, error) {
	if f.method == "Window" {
		return nil, errLost
	}
	return f.Store.Window(ctx, from, to)
}

func (f failing) Entities(ctx context.Context, from, to time.Time) ([]digest.DayEntities, error) {
	if f.method == "Entities" {
		return nil, errLost
	}
	return f.Store.Entities(ctx, from, to)
}

func (f failing) Outlets(ctx context.Context, from, to time.Time) ([]store.Outlet, error) {
	if f.method == "Outlets" {
		return nil, errLost
	}
	return f.Store.Outlets(ctx, from, to)
}

func (f failing) Story(ctx context.Context, id string) ([]digest.Brief, error) {
	if f.method == "Story" {
		return nil, errLost
	}
	return f.Store.Story(ctx, id)
}

func (f failing) DaysStories(ctx context.Context, first, last time.Time) ([]store.DayStories, error) {
	if f.method == "DaysStories" {
		return nil, errLost
	}
	return f.Store.DaysStories(ctx, first, last)
}

// TestCorrectedInAnswers: what an outlet has corrected is marked where its correction is
// in the answer too.
func TestCorrectedInAnswers(t *testing.T) {
	r := New(Config{News: stored(t,
		entry("Flood in Tarn kills 41", "The river rose by two metres in Tarn.", to.Add(-2*time.Hour), "place:Tarn"),
		entry("CORRECTED-Flood in Tarn kills 4", "The river rose by two metres in Tarn.", to.Add(-time.Hour), "place:Tarn"),
	)})
	for _, words := range []string{"search flood", "about Tarn"} {
		text := textOf(r.Command(t.Context(), Request{Asker: ann, Words: words, Now: to}).Message.Blocks)
		if i := strings.Index(text, render.CorrectedSince); strings.Count(text, render.CorrectedSince) != 1 || i < strings.Index(text, "kills 41") {
			t.Errorf("%s: want one mark, behind what was corrected:\n%s", words, text)
		}
	}
}
