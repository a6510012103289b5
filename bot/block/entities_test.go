package block

import (
	"fmt"
	"strings"
	"testing"

	"newsbot/digest"
	"newsbot/digest/render"
)

func TestCountedNames(t *testing.T) {
	names := []digest.EntityCount{{Name: "Cui Heng", Count: 1200, Trend: digest.Rising}, {Name: "Oslo", Count: 4, Trend: digest.New}, {Name: "Berlin", Count: 1}}
	if got, want := countedNames(names, render.Reader{}), "Cui Heng 1,200 ↑ · Oslo 4 new · Berlin 1"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestCountedNamesRest: those of many names that are not shown are counted, with those too long to be.
func TestCountedNamesRest(t *testing.T) {
	names := []digest.EntityCount{{Name: "Oslo", Count: 4}, {Name: strings.Repeat("Ministry ", 20), Count: 3}}
	for i := range maxNames + 1 {
		names = append(names, digest.EntityCount{Name: fmt.Sprint("Town ", i), Count: 1})
	}
	if got := countedNames(names, render.Reader{}); !strings.HasPrefix(got, "Oslo 4 · Town 0 1 · ") || !strings.HasSuffix(got, "Town 6 1 · +3 more") {
		t.Errorf("got %q, want eight names and +3 more", got)
	}
}
