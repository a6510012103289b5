package story

import "testing"

func TestIsPlain(t *testing.T) {
	for title, want := range map[string]bool{
		"Hackers taint widely used software": true,
		"Bridge to be closed for 58 days":    true,
		"Bridge in Sund to be closed":        false,
		"EU closes bridge":                   false,
		"Flaw in libfenwork can be used":     false,
		"Kesselmoor closes bridge":           false,
	} {
		if got := IsPlain(title); got != want {
			t.Errorf("%s: %v", title, got)
		}
	}
}
