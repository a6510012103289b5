package story

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestScoreOrders(t *testing.T) {
	item := func(source string, age time.Duration) Item { return Item{Source: source, Time: noon.Add(-age)} }
	salient := item("a", 0)
	salient.Entities = []Name{{ID: "person/ada-verlin", Salience: 1}}
	advice, review := item("a", 0), item("b", 0)
	advice.Title, review.Title = "How to keep a cellar dry", "The Ferryman review: a wet evening"
	// From the most important story to the least.
	stories := []struct {
		name  string
		items []Item
	}{
		{"three voices", []Item{item("a", 0), item("b", 0), item("c", 0)}},
		{"two voices", []Item{item("a", 0), item("b", 0)}},
		{"one voice on somebody", []Item{salient}},
		{"three voices of yesterday", []Item{item("a", 24*time.Hour), item("b", 25*time.Hour), item("c", 30*time.Hour)}},
		{"one voice, twice", []Item{item("a", 0), item("a", 0)}},
		{"two voices, a review and advice", []Item{advice, review}},
		{"one voice", []Item{item("a", 0)}},
		{"one voice at no known time", []Item{{Source: "a"}}},
		{"one voice with advice", []Item{advice}},
		{"one voice of yesterday", []Item{item("a", 24*time.Hour)}},
		{"nothing", nil},
	}
	last := 100.0
	for _, s := range stories {
		score := Score(s.items, noon)
		if score >= last {
			t.Errorf("%s scores %.3f, not less than the one before (%.3f)", s.name, score, last)
		}
		last = score
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
