package keypoint

import (
	"slices"
	"testing"

	"newsbot/digest/text"
)

func TestUnsaid(t *testing.T) {
	said := []string{"Four dock workers were killed when drones struck the port of Halvik.", "Mayor Petra Sohl said that a silo burned for hours."}
	tests := []struct {
		point string
		want  bool
	}{
		{"Four dock workers were killed when drones struck the port of Halvik.", false},
		{"Drones struck the port of Halvik and killed four dock workers.", false},
		{"Drones struck the port of Halvik and killed 11 dock workers.", true},
		{"The health minister called the strike a crime.", true},
		{"A silo burned for hours.", false},
		{"", true},
		{"Four dock workers were killed in 2026 when drones struck the port of Halvik for the 3rd time.", false},
		{"Mayor Petra Sohl, 52, said that a silo burned for hours.", false},
		{"The 52-year-old mayor, Petra Sohl, said that a silo burned for hours.", false},
		{"A former guard of the port of Halvik was charged over the four dock workers killed when drones struck.", true},
		{"The silo in Halvik still burned, said Mayor Petra Sohl from hospital.", true},
		{"Ole Dahl, 41, was one of four dock workers killed when drones struck the port of Halvik.", true},
	}
	for _, test := range tests {
		got := Unsaid(text.NewIndexer(), []Candidate{{Text: test.point}}, said)
		if slices.Equal(got, []int{0}) != test.want {
			t.Errorf("Unsaid(%q) = %v, want it: %v", test.point, got, test.want)
		}
	}
	for title, want := range map[string]bool{"Mayor appeals to readers": true, "Mayor on silo": false} {
		point := Candidate{Title: title, Text: "Mayor Petra Sohl, who said on Monday that a silo in the port of Halvik burned for hours, will appeal."}
		if got := Unsaid(text.NewIndexer(), []Candidate{point}, said); len(got) > 0 != want {
			t.Errorf("Unsaid under %q = %v, want it: %v", title, got, want)
		}
	}
	for title, want := range map[string]bool{"Drones that struck Halvik came from Skarvik": true, "Four dock workers killed in Halvik": false} {
		point := Candidate{Title: title, Text: "The drones that struck the port of Halvik and killed four dock workers came from a field near Skarvik."}
		if got := Unsaid(text.NewIndexer(), []Candidate{point}, append(said, "The drones came from a field.")); len(got) > 0 != want {
			t.Errorf("Unsaid under %q = %v, want it: %v", title, got, want)
		}
	}
	honoured := Candidate{Title: "Mayor honoured", Text: "Mayor Petra Sohl, who said on Monday that a silo in the port of Halvik burned for hours, has been honoured."}
	if got := Unsaid(text.NewIndexer(), []Candidate{honoured}, said); len(got) == 0 {
		t.Error("Unsaid leaves out that somebody has been honoured")
	}
	if got := Unsaid(text.NewIndexer(), []Candidate{{Text: "A"}, {Text: "Drones struck."}}, nil); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("Unsaid of what was never told = %v, want all", got)
	}
}
