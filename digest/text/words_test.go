package text

import (
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	long := strings.Repeat("Donaudampfschiff", 5)
	for name, set := range map[string]*Words{"set": WordSet("a an The n't £ été " + long), "union": union(WordSet("a The £ "+long), WordSet("an n't été"))} {
		for _, w := range []string{"a", "an", "The", "n't", "£", "été", long} {
			if !set.Has(w) {
				t.Errorf("%s: has no %q", name, w)
			}
		}
		for _, w := range []string{"", " ", "A", "the", "am", "Tie", "n", "é", "éta", long[:16], "D" + long[1:] + "en"} {
			if set.Has(w) {
				t.Errorf("%s: has %q", name, w)
			}
		}
	}
}
