package digest

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"newsbot/digest/entity"
)

const day = 24 * time.Hour

func TestRise(t *testing.T) {
	for _, tt := range []struct {
		r     Rise
		score float64
		trend Trend
	}{
		{Rise{Now: 10, Total: 100, Before: 10, Earlier: 1000}, 22.91, Rising},
		{Rise{Now: 1, Total: 100, Before: 10, Earlier: 1000}, 0, Steady},
		{Rise{Now: 5, Total: 100, Before: 0, Earlier: 1000}, 24.21, New},
		{Rise{Now: 2, Total: 100, Before: 0, Earlier: 1000}, 9.63, Steady},
		{Rise{Now: 0, Total: 100, Before: 100, Earlier: 1000}, -20.03, Steady},
		{Rise{Now: 50, Total: 100, Before: 1, Earlier: 1000}, 258.42, Rising},
		{Rise{Now: 3, Total: 10, Earlier: 0}, 0, Steady},
	} {
		if got := tt.r.score(); math.Abs(got-tt.score) > 0.05 {
			t.Errorf("score of %+v = %.2f, want %.2f", tt.r, got, tt.score)
		}
		if got := tt.r.trend(); got != tt.trend {
			t.Errorf("trend of %+v = %q, want %q", tt.r, got, tt.trend)
		}
	}
}

func TestRises(t *testing.T) {
	today := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	rises := NewRises(today, func(a, b string) bool { return a == b || a == "person/cui-heng" })
	for i := range 5 {
		rises.AddArticles(today.Add(-time.Duration(i)*day), 100)
	}
	for _, c := range []struct {
		id     string
		ago, n int
	}{
		{"person/cui-heng", 0, 4}, {"organization/cui-heng", 0, 3}, {"person/cui-heng", 2, 1}, // one entity under two types
		{"place/beijing", 0, 20}, {"place/beijing", 1, 20}, {"place/beijing", 2, 20}, {"place/beijing", 3, 20}, // as ever
		{"event/storm", 0, 9}, {"event/rare", 0, 2}, {"event/old", 1, 50},
	} {
		rises.Add(c.id, today.Add(-time.Duration(c.ago)*day), c.n)
	}
	got := ""
	for _, r := range rises.Ranked() {
		got += r.ID + " "
	}
	if want := "event/storm person/cui-heng "; got != want {
		t.Errorf("ranked: %s, want %s", got, want)
	}
}

// TestRankedOfTooLittle: with fewer articles before than in the window there is no telling
// what has risen, so what there is most of comes first, compared with nothing.
func TestRankedOfTooLittle(t *testing.T) {
	today := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		earlier int
		want    string
	}{
		{0, "event/storm 9 of 40 before 0 of 0, place/beijing 5 of 40 before 0 of 0, "},
		{39, "event/storm 9 of 40 before 0 of 0, place/beijing 5 of 40 before 0 of 0, "},
		{40, "event/storm 9 of 40 before 0 of 40, "},
	} {
		rises := NewRises(today, func(a, b string) bool { return a == b })
		rises.AddArticles(today, 40)
		rises.AddArticles(today.Add(-day), c.earlier)
		rises.Add("event/storm", today, 9)
		rises.Add("place/beijing", today, 5)
		rises.Add("place/beijing", today.Add(-day), min(c.earlier, 2))
		rises.Add("event/rare", today, 2)
		got := ""
		for _, r := range rises.Ranked() {
			got += fmt.Sprintf("%s %d of %d before %d of %d, ", r.ID, r.Now, r.Total, r.Before, r.Earlier)
		}
		if got != c.want {
			t.Errorf("%d articles before: %q, want %q", c.earlier, got, c.want)
		}
	}
}

// TestRankedByID: what articles give different types is ranked under the ID of most of them, whoever asks.
func TestRankedByID(t *testing.T) {
	today := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	days := []DayEntities{{today, 40, map[string]int{"organization/quill": 4, "product/quill": 9, "work/quill": 1}}}
	for range 20 {
		if got := EntityRises(days, today).Ranked(); len(got) != 1 || got[0].ID != "product/quill" || got[0].Now != 14 {
			t.Fatalf("ranked: %+v, want product/quill of 14 articles", got)
		}
	}
}

// TestRankedAsCounted: a name of one word is counted to the type that far more articles give it, as in a digest; one that
// articles often mean otherwise is not.
func TestRankedAsCounted(t *testing.T) {
	today := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	days := []DayEntities{
		{today.Add(-day), 40, map[string]int{"place/quill": 1}},
		{today, 40, map[string]int{
			"organization/quill": 6, "place/quill": 1, "person/quill": 4, // nobody has the surname
			"place/tarn": 9, "organization/tarn": 8,
			"person/ada-holt": 3, "person/holt": 3, "place/holt": 7, // who is called by it stays
		}},
	}
	got := ""
	for _, r := range EntityRises(days, today).Ranked() {
		got += fmt.Sprintf("%s %d before %d, ", r.ID, r.Now, r.Before)
	}
	want := "place/tarn 9 before 0, organization/tarn 8 before 0, organization/quill 11 before 1, place/holt 7 before 0, person/ada-holt 6 before 0, "
	if got != want {
		t.Errorf("ranked: %s, want %s", got, want)
	}
}

// TestMarkTrends expects a digest to say of names how they stand against the days
// before, a surname alone counting for who is called by it; of days that are not known nothing.
func TestMarkTrends(t *testing.T) {
	today := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	name := func(id, name string, kind entity.Type) Name { return Name{ID: id, Name: name, Type: kind} }
	articles := []Brief{{ID: "a", Title: "Vermaak wins in Oslo", Published: today.Add(time.Hour), Entities: []Name{
		name("person/ilse-vermaak", "Ilse Vermaak", entity.Person), name("place/oslo", "Oslo", entity.Place), name("event/storm-hedda", "Storm Hedda", entity.Event),
	}}}
	o := Options{From: today.Add(8 * time.Hour).Add(-day), To: today.Add(8 * time.Hour)}
	days := []DayEntities{
		{Day: today.Add(-3 * day), Articles: 100, Counts: map[string]int{"place/oslo": 30, "person/ilse-vermaak": 2}},
		{Day: today.Add(-day), Articles: 50, Counts: map[string]int{"place/oslo": 15, "person/vermaak": 9}},
		{Day: today, Articles: 10, Counts: map[string]int{"place/oslo": 3, "event/storm-hedda": 5, "person/ilse-vermaak": 4}},
	}
	want := map[string]Trend{"Ilse Vermaak": Rising, "Oslo": Steady, "Storm Hedda": New}
	d := Build(articles, o)
	d.MarkTrends(days)
	for _, e := range d.Entities {
		if e.Trend != want[e.Name] {
			t.Errorf("%s is %q, want %q", e.Name, e.Trend, want[e.Name])
		}
	}
	d.MarkTrends(nil)
	if got := d.Entities; len(got) != 3 || slices.ContainsFunc(got, func(e EntityCount) bool { return e.Trend != Steady }) {
		t.Errorf("without days before: %v", got)
	}
}

// manyDays are days on which the news name n entities each, a tenth of them by a surname.
func manyDays(today time.Time, n int) []DayEntities {
	pick := rand.New(rand.NewPCG(1, 2))
	var days []DayEntities
	for ago := 7; ago >= 0; ago-- {
		d := DayEntities{Day: today.Add(-time.Duration(ago) * day), Articles: n, Counts: map[string]int{}}
		for range n {
			kind := []string{"person/", "organization/", "place/"}[pick.IntN(3)]
			id := fmt.Sprintf("%sfirst%d-last%d", kind, pick.IntN(20), pick.IntN(n/5))
			if pick.IntN(10) == 0 {
				id = fmt.Sprintf("%slast%d", kind, pick.IntN(n/5))
			}
			d.Counts[id] = 1 + pick.IntN(9)
		}
		days = append(days, d)
	}
	return days
}

// TestMarkTrendsAsOfAll expects the few names that a digest counts to have the trends that
// they have among all names.
func TestMarkTrendsAsOfAll(t *testing.T) {
	today := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	days := manyDays(today, 300)
	all := EntityRises(days, today)
	marked := map[Trend]int{}
	for id := range days[7].Counts {
		d := Digest{From: today, Entities: []EntityCount{{ID: id}}}
		d.MarkTrends(days)
		got, want := d.Entities[0].Trend, all.whole(*all.of(id)).trend()
		if got != want {
			t.Errorf("%s is %q, want %q", id, got, want)
		}
		marked[got]++
	}
	if len(marked) != 3 {
		t.Errorf("the days are not of every kind: %v", marked)
	}
}

func BenchmarkMarkTrends(b *testing.B) {
	today := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	days := manyDays(today, 25_000)
	d := Digest{From: today}
	for _, id := range slices.Sorted(maps.Keys(days[7].Counts))[:60] {
		d.Entities = append(d.Entities, EntityCount{ID: id})
	}
	b.ReportAllocs()
	for b.Loop() {
		d.MarkTrends(days)
	}
}
