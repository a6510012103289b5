package story

import (
	"slices"
	"testing"
	"time"
)

// TestPreview: a preview is one once a later title tells how it came.
func TestPreview(t *testing.T) {
	for _, test := range []struct {
		titles []string // an hour apart
		want   bool     // of the first
	}{
		{[]string{"Preview: Sund v Halvik", "Sund beat Halvik on penalties"}, true},
		{[]string{"Cup final preview: Lund may miss out", "Sund beat Halvik on penalties"}, true},
		{[]string{"Preview: Sund v Halvik", "Match preview: Sund at home"}, false},
		{[]string{"Sund previews its new ferry", "Ferry of Sund sails"}, false},
	} {
		var titles []Title
		for i, text := range test.titles {
			titles = append(titles, Title{Text: text, Published: time.Unix(int64(i)*3600, 0)})
		}
		if got := Standings(titles)[0]; got.Preview != test.want || got.Secondary != test.want {
			t.Errorf("of %q the first stands as %+v, want a preview: %t", test.titles, got, test.want)
		}
	}
}

func TestSecondary(t *testing.T) {
	const jury, verdict, tributes, why = "Jury retires in trial of banker", "Banker found guilty", "Lawyers praise jury", "Why the jury was right"
	for _, test := range []struct {
		name   string
		titles []string // an hour apart
		want   []bool
	}{
		{"none", nil, nil},
		{"the outcome", []string{jury, verdict}, []bool{true, false}},
		{"what pends later", []string{verdict, jury}, []bool{false, false}},
		{"nothing else", []string{jury, jury}, []bool{false, false}},
		{"a reaction", []string{verdict, tributes}, []bool{false, true}},
		{"reactions alone", []string{tributes, tributes}, []bool{false, false}},
		{"no outcome", []string{jury, tributes, why}, []bool{false, true, false}},
	} {
		var titles []Title
		for i, text := range test.titles {
			titles = append(titles, Title{Text: text, Published: time.Unix(int64(i)*3600, 0)})
		}
		var got []bool
		for _, s := range Standings(titles) {
			got = append(got, s.Secondary)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: of %q are secondary %v, want %v", test.name, test.titles, got, test.want)
		}
	}
}
