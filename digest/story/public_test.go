package story

import "testing"

func TestOfPublicAffairs(t *testing.T) {
	for title, want := range map[string]float64{
		"Ferry sinks off Sund":                        0,
		"Ferry sinks off Sund - Oil & Gas Journal":    0, // the outlet's name is none of its title
		"Law on cellars":                              .5,
		"Minister’s cellar law goes to court":         1,
		"‘Ceasefire’ holds in Sund":                   .5,
		"Voters’ anger grows over ministers’ cellars": 1,
	} {
		if got := ofPublicAffairs([]Item{{Title: title, Source: "Oil & Gas Journal"}}); got != want {
			t.Errorf("%q: %v, want %v", title, got, want)
		}
	}
}
