package story

import (
	"slices"
	"testing"
	"time"
)

func TestPends(t *testing.T) {
	for title, want := range map[string]bool{
		"Jury retires in trial of banker":      true,
		"Banker found guilty of fraud":         false,
		"Exit poll shows that Lund wins":       true,
		"Lund wins second term":                false,
		"Lund set to win second term":          true,
		"Parliament to vote on rent cap today": true,
		"Rent cap to cost landlords":           false,
		"Vire to close its baths":              false,
		"Search for climbers goes on":          true,
		"Search for climbers called off":       false,
		"Rescuers battle to reach miners":      true,
		"Two die as crews battle blaze":        false,
		"Orbis in talks to buy Lumen":          true,
		"Orbis and Lumen resume talks":         true,
		"Talks on fish in Vire collapsed":      false,
		"Storm kills seven in Vire":            false,
		"Esbjerg lead 1-0 at half-time":        true,
		"":                                     false,
	} {
		if got := pends(title); got != want {
			t.Errorf("pends(%q) = %v", title, got)
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
		if got := Secondary(titles); !slices.Equal(got, test.want) {
			t.Errorf("%s: Secondary(%q) = %v, want %v", test.name, test.titles, got, test.want)
		}
	}
}
