package story

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"newsbot/digest/text"
)

func TestScoreOrders(t *testing.T) {
	item := func(source string, age time.Duration, names ...Name) Item {
		return Item{Source: source, Time: noon.Add(-age), Entities: names}
	}
	advice, review := item("a", 0), item("b", 0)
	harm, law, film := item("a", 0), item("a", 0), item("a", 0)
	harm.Terms, law.Terms, film.Terms = []text.Term{{Word: "explos", Weight: 1}}, []text.Term{{Word: "law", Weight: 1}}, []text.Term{{Word: "film", Weight: 1}}
	advice.Title, review.Title = "How to keep a cellar dry", "The Ferryman review: a wet evening"
	regatta, fair, parade := Name{"event/sund-regatta", .8}, Name{"event/orrin-fair", .8}, Name{"event/moe-parade", .8}
	// From the most important story to the least.
	stories := []struct {
		name  string
		items []Item
	}{
		{"three voices", []Item{item("a", 0), item("b", 0), item("c", 0)}},
		{"three voices of yesterday", []Item{item("a", 24*time.Hour), item("b", 25*time.Hour), item("c", 30*time.Hour)}},
		{"one voice on harm", []Item{harm}},
		{"two voices", []Item{item("a", 0), item("b", 0)}},
		{"one voice on something that another outlet names", []Item{item("a", 0, regatta)}},
		{"one voice on public affairs", []Item{law}},
		{"the same, and on something beside", []Item{item("a", 0, regatta, fair)}},
		{"one voice on something that another outlet names, half a day ago", []Item{item("b", 12*time.Hour, regatta)}},
		{"one voice on something of which nobody else speaks", []Item{item("a", 0, parade)}},
		{"one voice, twice", []Item{item("a", 0), item("a", 0)}},
		{"one voice", []Item{item("a", 0)}},
		{"one voice of yesterday", []Item{item("a", 24*time.Hour)}},
		{"two voices, a review and advice", []Item{advice, review}},
		{"one voice at no known time", []Item{{Source: "a"}}},
		{"one voice on a film", []Item{film}},
		{"one voice with advice", []Item{advice}},
		{"nothing", nil},
	}
	var items []Item
	var groups [][]int
	for _, s := range stories {
		var group []int
		for _, it := range s.items {
			group = append(group, len(items))
			items = append(items, it)
		}
		groups = append(groups, group)
	}
	window := NewWindow(items, groups, noon)
	last := 100.0
	for _, s := range stories {
		score := window.Score(s.items, 0, 0)
		if score >= last {
			t.Errorf("%s scores %.3f, not less than the one before (%.3f)", s.name, score, last)
		}
		last = score
	}
}

// What many told before is worth more than what one tells first, and so is what cost lives.
func TestScoreOfWhatIsKnown(t *testing.T) {
	items := []Item{{Source: "a", Time: noon}}
	w := NewWindow(items, [][]int{{0}}, noon)
	last := 0.0
	for _, s := range []struct{ heard, dead int }{{0, 0}, {1, 0}, {0, 5}, {4, 0}, {4, 9}, {4, mostDead}} {
		score := w.Score(items, s.heard, s.dead)
		if score <= last {
			t.Errorf("heard of %d before, %d dead: %.2f, not more than %.2f", s.heard, s.dead, score, last)
		}
		last = score
	}
	if got := w.Score(items, 4, 6_000_000); got != last {
		t.Errorf("millions of dead: %.2f, want %.2f, as for %d", got, last, mostDead)
	}
}

// That one outlet explains what another tells takes nothing from it: that is done with what matters.
func TestScoreOfWhatIsExplained(t *testing.T) {
	told := []Item{{Source: "a", Time: noon, Title: "Coalition falls over dam"}, {Source: "b", Time: noon, Title: "Premier resigns over dam"}}
	explained := slices.Clone(told)
	explained[1].Title = "Five things to know about the dam crisis"
	w := NewWindow(told, [][]int{{0, 1}}, noon)
	if got, want := w.Score(explained, 0, 0), w.Score(told, 0, 0); got != want {
		t.Errorf("one of two explains: %.3f, want %.3f, as where both tell", got, want)
	}
}

// Among stories of one day, what happened counts more than the hour: a premier's fall at dawn comes before a town's budget at night.
func TestScoreOfAnHour(t *testing.T) {
	dawn := []Item{{Source: "a", Time: noon.Add(-18 * time.Hour), Title: "Premier resigns", Entities: []Name{{"person/ada-lind", .9}, {"place/norway", .7}},
		Terms: []text.Term{{Word: "premier", Weight: 1}, {Word: "resign", Weight: 1}}}}
	night := []Item{{Source: "b", Time: noon, Title: "Kessel approves budget", Entities: []Name{{"place/kessel", .9}},
		Terms: []text.Term{{Word: "budget", Weight: 1}, {Word: "kessel", Weight: 1}}}}
	w := NewWindow(slices.Concat(dawn, night), [][]int{{0}, {1}}, noon)
	if d, n := w.Score(dawn, 0, 0), w.Score(night, 0, 0); d <= n {
		t.Errorf("a premier's fall at dawn scores %.3f, a town's budget at night %.3f", d, n)
	}
}

// What one outlet alone writes on, however often, is less than what several speak of.
func TestScoreOfOneThing(t *testing.T) {
	var items []Item
	var groups [][]int
	add := func(source string, names ...Name) {
		groups = append(groups, []int{len(items)})
		items = append(items, Item{Source: source, Time: noon, Entities: names})
	}
	boats, regatta := Name{"other/boats", 1}, Name{"event/sund-regatta", 1}
	for range 50 {
		add("Boats Monthly", boats)
	}
	for _, daily := range []string{"a", "b", "c", "d", "e", "f"} {
		for i := range 30 {
			add(daily, Name{fmt.Sprint(daily, i), 1})
		}
		add(daily, regatta)
		add(daily, regatta)
	}
	window := NewWindow(items, groups, noon)
	of := func(n Name) float64 {
		return window.Score([]Item{{Source: "a", Time: noon, Entities: []Name{n}}}, 0, 0)
	}
	if of(boats) >= of(regatta) {
		t.Errorf("what one outlet always writes on scores %.3f, what six name %.3f", of(boats), of(regatta))
	}
}

func TestVoices(t *testing.T) {
	wire := Fingerprint(dam[0].body + dam[1].body)
	items := []Item{
		{Source: "Northern Wire", Print: wire},
		{Source: "Harbour Post", Print: wire},
		{Source: "The Ledger", Print: Fingerprint(raids[0].body + raids[1].body)},
		{Source: "The Ledger", Print: wire},
		{Source: "Northern Wire"},
		{Source: "Coast Radio"},
		{},
	}
	want := []string{"Northern Wire", "The Ledger", "Coast Radio"}
	if got := Voices(items); !slices.Equal(got, want) {
		t.Errorf("Voices = %q, want %q", got, want)
	}
}

func TestFingerprint(t *testing.T) {
	body := dam[0].body + " " + dam[1].body + " " + dam[2].body
	tests := []struct {
		name string
		a, b string
		want bool
	}{
		{"the same", body, body, true},
		{"other case and marks", body, strings.ToUpper(strings.ReplaceAll(body, ",", ";")), true},
		{"with a dateline", body, "KESSEL (Northern Wire) - " + body, true},
		{"the same event in other words", dam[0].body, dam[1].body, false},
		{"another event", body, raids[0].body + raids[1].body + raids[2].body, false},
		{"too short to tell", "Dam bursts", "Dam bursts", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Copies(Fingerprint(test.a), Fingerprint(test.b)); got != test.want {
				t.Errorf("Copies = %v, want %v", got, test.want)
			}
		})
	}
}

// TestFingerprintStays expects prints that are stored to be those of the same texts today.
func TestFingerprintStays(t *testing.T) {
	for text, want := range map[string]uint64{
		dam[0].body:                           0x13eef80b6b7a918,
		dam[1].body:                           0xafb42888cf179173,
		strings.Repeat("Øresund İst a b ", 9): 0x2600a6e08630c35e, // an even number of shingles
	} {
		if got := Fingerprint(text); got != want {
			t.Errorf("Fingerprint(%q) = %#x, want %#x", text, got, want)
		}
	}
}
