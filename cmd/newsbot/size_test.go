package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
)

// maxSize is how many bytes the program may have, with its symbols.
const maxSize = 40_000_000

// byName matches what the linker says of a function that finds methods by names which
// are not known before it runs.
var byName = regexp.MustCompile(`(?m)^(.+) <ReflectMethod> -> `)

// TestSize: the program is small, and nothing that it reaches finds methods by name, as
// text/template does, for which every exported method of every type would be in it.
func TestSize(t *testing.T) {
	if testing.Short() {
		t.Skip("links the program")
	}
	program := filepath.Join(t.TempDir(), "newsbot")
	reached, err := exec.Command("go", "build", "-ldflags=-dumpdep", "-o", program, ".").CombinedOutput()
	if err != nil {
		t.Fatalf("go build: %v\n%s", err, reached[max(0, len(reached)-2000):])
	}
	if m := byName.FindSubmatch(reached); m != nil {
		t.Errorf("%s finds methods by name", m[1])
	}
	info, err := os.Stat(program)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > maxSize {
		t.Errorf("the program has %d bytes, want at most %d", info.Size(), maxSize)
	}
}
