package block

import (
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
