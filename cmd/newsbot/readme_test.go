package main

import (
	"io"
	"os"
	"strings"
	"testing"
)

// TestReadme checks that README shows what its command prints: line by line, but for
// those that stand for more.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	const command = "    $ go run ./cmd/newsbot digest cmd/newsbot/sample\n"
	_, shown, ok := strings.Cut(string(readme), command)
	if !ok {
		t.Fatalf("README has no line %q", command)
	}
	var printed strings.Builder
	t.Setenv("REDIS_URL", "")
	if code := run(t.Context(), []string{"digest", "sample"}, streams{strings.NewReader(""), &printed, io.Discard}); code != 0 {
		t.Fatalf("it exits with %d", code)
	}
	rest := printed.String()
	for line := range strings.Lines(shown) {
		text, indented := strings.CutPrefix(line, "    ")
		if !indented && strings.TrimSpace(line) != "" {
			break
		}
		if strings.TrimSpace(text) == "" || strings.TrimSpace(text) == "…" {
			continue
		}
		_, after, found := strings.Cut(rest, text)
		if !found {
			t.Errorf("README shows what is not printed there: %s", text)
			continue
		}
		rest = after
	}
}
