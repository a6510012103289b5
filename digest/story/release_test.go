package story

import (
	"slices"
	"testing"
)

func TestReleases(t *testing.T) {
	for title, want := range map[string]releases{
		"Marsh 9.0 released":                         {"9.0", "marsh"},
		"libfen 4.8.3 is incomplete":                 {"4.8.3", "libfen"},
		"Errata for Heath 14.0: wait":                {"14.0", "heath"},
		"Moor brings out Marsh 9.0 with Heath v14.0": {"14.0", "9.0", "heath", "marsh"},
		"Magnitude 6.1 quake shakes Lindal":          nil,
		"Tower of Lindal grows by 8.5 metres":        nil,
		"Show Draws 8.5 Million Viewers":             nil,
		"Prices Rise 2.4 Percent":                    nil,
		"Prices Rise 2.4%":                           nil,
		"It Took 3.5 Hours":                          nil,
		"Larger 4.7-inch Screen":                     nil,
		"The day after 8.0, Moor loses its head":     nil,
		"Heath 14 can be had":                        nil,
	} {
		if got := releasesOf(title); !slices.Equal(got, want) {
			t.Errorf("%s: %v", title, got)
		}
	}
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"Marsh 9.0 released", "Errata for Heath 14.0: wait", true},
		{"marsh 9.0.0 (server)", "Marsh 9.0 is out", false},
		{"Fen TV 6.1 is out", "Fen TV Firmware 6.1 is out", false},
		{"Heath 14 released", "Errata for Heath 14.0", false},
		{"Marsh 9.0 and Heath 14.0 are out", "Heath 14.0 is out", false},
	} {
		if got := releasesOf(test.a).differ(releasesOf(test.b)); got != test.want {
			t.Errorf("%s, %s: %v", test.a, test.b, got)
		}
	}
}
