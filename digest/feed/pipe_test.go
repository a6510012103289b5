//go:build unix

package feed

import (
	"context"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestPipe checks that the end of the context ends the waiting for a named
// pipe, be it that nobody opens it for writing or that nobody writes.
func TestPipe(t *testing.T) {
	for _, written := range []bool{false, true} {
		path := filepath.Join(t.TempDir(), "pipe.txt")
		if err := syscall.Mkfifo(path, 0o600); err != nil {
			t.Skip(err)
		}
		if written {
			w, err := os.OpenFile(path, os.O_RDWR, 0)
			if err != nil {
				t.Fatal(err)
			}
			defer w.Close()
		}
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		start := time.Now()
		for item, err := range newTestReader().Read(ctx, path, nil) {
			if err == nil {
				t.Errorf("read %v out of nothing", item)
			}
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("with a writer %v: ended after %v", written, took)
		}
	}
}
