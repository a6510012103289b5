package keypoint

import (
	"slices"
	"strings"
	"testing"

	"newsbot/digest/text"
)

var strike = []Candidate{
	{"Ferry crews in Norland ended their strike on Monday after eleven days.", "Coast Herald", 0.9, 0},
	{"The crews will get 4.2 percent more pay from June, the union said.", "Coast Herald", 0.7, 0},
	{"A brass band from Sund played on the pier in the evening.", "Coast Herald", 0.3, 0},
	{"Norland's ferry crews ended an eleven-day strike on Monday.", "Norland Wire", 0.9, 1},
	{"Ferry owner Nordline said the strike had cost it 12 million crowns.", "Norland Wire", 0.7, 1},
	{"Crews will be paid 4.2 percent more from June, owner Nordline said.", "Sund Post", 0.7, 2},
}

func TestChoose(t *testing.T) {
	got := arranged(strike, 3)
	if len(got) != 3 {
		t.Fatalf("%d points, want 3: %v", len(got), got)
	}
	if got[0] != 0 && got[0] != 3 {
		t.Errorf("the first point is %q", strike[got[0]].Text)
	}
	count := func(of ...int) (n int) {
		for _, i := range got {
			if slices.Contains(of, i) {
				n++
			}
		}
		return n
	}
	if count(0, 3) != 1 || count(1, 5) != 1 {
		t.Errorf("what happened and the pay should each be told once: %v", got)
	}
	if count(4) != 1 {
		t.Errorf("what only one source adds is missing: %v", got)
	}
}

// TestChooseUnderHeadline expects the point that says what the headline says to come
// first, though another scores more.
func TestChooseUnderHeadline(t *testing.T) {
	fair := []Candidate{
		{"Halden showed a van with six wheels at the fair in Sund on Friday.", "Coast Herald", 0.9, 0},
		{"Orrin presented the Lark, an electric car for two, in Sund.", "Norland Wire", 0.6, 1},
	}
	for headline, want := range map[string]int{"": 0, "Six-wheeled van by Halden": 0, "Orrin presents an electric car": 1} {
		if got := Choose(text.NewIndexer(), headline, fair, 2); got[0] != want {
			t.Errorf("under %q first %q", headline, fair[got[0]].Text)
		}
	}
}

func TestChooseEdges(t *testing.T) {
	if got := arranged(nil, 3); len(got) != 0 {
		t.Errorf("of nothing: %v", got)
	}
	if got := arranged(strike, 0); len(got) != 0 {
		t.Errorf("none asked for: %v", got)
	}
	same := slices.Repeat([]Candidate{strike[0]}, 5)
	if got := arranged(same, 3); len(got) != 1 {
		t.Errorf("of five copies: %v", got)
	}
	got := arranged(strike, 100)
	slices.Sort(got)
	if len(slices.Compact(slices.Clone(got))) != len(got) {
		t.Errorf("a candidate is chosen twice: %v", got)
	}
}

func TestChooseIsDeterministic(t *testing.T) {
	want := arranged(strike, 4)
	for range 20 {
		if got := arranged(strike, 4); !slices.Equal(got, want) {
			t.Fatalf("%v, then %v", want, got)
		}
	}
}

func FuzzChoose(f *testing.F) {
	f.Add("One thing happened.\nAnother did.\n\xff", 2)
	f.Fuzz(func(t *testing.T, s string, most int) {
		var candidates []Candidate
		for line := range strings.SplitSeq(s, "\n") {
			candidates = append(candidates, Candidate{Text: line, Source: line[:min(1, len(line))], Order: len(candidates) / 2})
		}
		got := arranged(candidates, most)
		if len(got) > max(0, most) {
			t.Fatalf("%d of at most %d", len(got), most)
		}
		for _, i := range got {
			if i < 0 || i >= len(candidates) {
				t.Fatalf("index %d of %d", i, len(candidates))
			}
		}
	})
}

func BenchmarkChoose(b *testing.B) {
	candidates := slices.Repeat(strike, 7)
	b.ReportAllocs()
	for b.Loop() {
		arranged(candidates, 8)
	}
}

// arranged is what a story shows of its candidates.
func arranged(candidates []Candidate, max int) []int {
	return Arrange(Choose(text.NewIndexer(), "", candidates, max))
}

// A short telling of a story is the beginning of a long one.
func TestChooseIsIncremental(t *testing.T) {
	all := Choose(text.NewIndexer(), "", strike, len(strike))
	for n := range all {
		if got := Choose(text.NewIndexer(), "", strike, n); !slices.Equal(got, all[:n]) {
			t.Errorf("Choose of %d = %v, want the first of %v", n, got, all)
		}
	}
}
