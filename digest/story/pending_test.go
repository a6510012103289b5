package story

import "testing"

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
