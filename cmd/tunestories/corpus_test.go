package main

import (
	"fmt"
	"slices"
	"testing"

	"newsbot/digest/story"
)

func TestParts(t *testing.T) {
	var c corpus
	for i := range 40 {
		c.items = append(c.items, story.Item{ID: fmt.Sprint(i)})
		c.gold = append(c.gold, fmt.Sprint("story ", i%14))
		c.group = append(c.group, fmt.Sprint("topic ", i%7))
	}
	parts := c.parts(3)
	for i, p := range parts {
		rest := c.but(p)
		if len(p.items) == 0 || len(p.items)+len(rest.items) != len(c.items) {
			t.Errorf("part %d has %d of %d articles, the rest %d", i, len(p.items), len(c.items), len(rest.items))
		}
		for _, g := range p.group {
			if slices.Contains(rest.group, g) {
				t.Errorf("%s is in part %d and in the rest", g, i)
			}
		}
	}
}

func TestLead(t *testing.T) {
	if got := lead("a fire\nin a mill"); got != "a fire in a mill" {
		t.Errorf("got %q", got)
	}
}
