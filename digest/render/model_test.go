package render

import (
	"strings"
	"testing"
)

func TestNoModel(t *testing.T) {
	for _, language := range []string{"en", ""} {
		if note := NoModel(language); note != "" {
			t.Errorf("NoModel(%q) = %q", language, note)
		}
	}
	if note := NoModel("de"); !strings.Contains(note, "(de)") {
		t.Errorf("NoModel(de) = %q", note)
	}
}
