package digest

import (
	"fmt"
	"strings"
	"testing"
)

// TestEntitiesAreBounded gives a text that is nothing but names, each of which would
// have keys of its own in the store.
func TestEntitiesAreBounded(t *testing.T) {
	z, err := NewAnalyzer()
	if err != nil {
		t.Fatal(err)
	}
	first := []string{"Anna", "Peter", "Maria", "Thomas", "Laura", "Martin", "Julia", "Robert", "Helen", "David"}
	text := strings.Repeat("Grace Wekesa said so. ", 3)
	for i := range 3000 {
		text += fmt.Sprintf("%s %c%c%c%cson said so. ", first[i%10], 'B'+i%23, "aeiou"[i/23%5], "lmnrst"[i/115%6], "aeiou"[i/690%5])
	}
	n := z.Analyze(Article{Title: "They all said so", Text: text})
	found := false
	for _, e := range n.Entities {
		found = found || e.Name == "Grace Wekesa"
	}
	if len(n.Entities) != maxNames || !found {
		t.Errorf("%d entities, the most salient among them: %v, want %d with it", len(n.Entities), found, maxNames)
	}
}
