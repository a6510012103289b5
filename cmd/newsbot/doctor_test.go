package main

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
)

// A token with the scopes of the manifest has all, and one that lacks one is told which.
func TestScopes(t *testing.T) {
	all := slices.Sorted(maps.Keys(scopeOf))
	examine := func(granted []string) (*examination, string) {
		var out bytes.Buffer
		e := &examination{app: &app{streams: streams{out: &out}}}
		e.scopes(granted)
		return e, out.String()
	}
	if e, got := examine(all); e.broken || strings.Count(got, "\n") != 1 || !strings.Contains(got, "has all that are needed") {
		t.Errorf("with all scopes: %s", got)
	}
	for _, scope := range all {
		granted := slices.DeleteFunc(slices.Clone(all), func(s string) bool { return s == scope })
		e, got := examine(granted)
		if strings.Count(got, "the token lacks") != 1 || !strings.Contains(got, "lacks "+scope+": ") || e.broken != (scope == "chat:write") {
			t.Errorf("without %s: %s", scope, got)
		}
	}
}
