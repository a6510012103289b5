package tagger

import (
	"slices"
	"strings"
	"testing"
)

func TestSplit(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"SCO-RATS", "SCO|-|RATS"},
		{"China-based firm", "China|-|based|firm"},
		{"Iran's", "Iran|'s"},
		{"Iran’s", "Iran|’s"},
		{"al-Qaida's", "al|-|Qaida|'s"},
		{"-", "-"},
		{"--", "--"},
		{"-a-", "-a-"},
		{"U.S.-led", "U.S.|-|led"},
		{"2016–17", "2016|–|17"},
		{"AC/DC", "AC|/|DC"},
		{"'s", "'s"},
		{"https://example.org/a-b", "https://example.org/a-b"},
		{"first-last@example.org", "first-last@example.org"},
	} {
		if got := strings.Join(Split(test.in), "|"); got != test.want {
			t.Errorf("Split(%q) = %s, want %s", test.in, got, test.want)
		}
	}
}

func FuzzPieces(f *testing.F) {
	f.Add("SCO-RATS's")
	f.Add("--’s")
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		Pieces(s, func(start, end int) {
			if start != at || end < start || end == start && s != "" {
				t.Fatalf("Pieces(%q): %d to %d after %d", s, start, end, at)
			}
			at = end
		})
		if at != len(s) {
			t.Fatalf("Pieces(%q) ends at %d of %d", s, at, len(s))
		}
	})
}

func TestNamesReadsWhatWriteWrote(t *testing.T) {
	want := []Name{{0, 1, Person}, {1, 4, Organization}, {5, 7, Misc}}
	labels := make([]Label, 8)
	for _, n := range want {
		n.Write(labels)
	}
	if got := Names(labels); !slices.Equal(got, want) {
		t.Errorf("Names(%v) = %v, want %v", labels, got, want)
	}
}
