package poll

import (
	"context"
	"testing"
	"time"
)

func contextOf(t interface{ Context() context.Context }) (context.Context, context.CancelFunc) {
	return context.WithCancel(t.Context())
}

func waitFor(t *testing.T, what string, so func() bool) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); !so(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain: %s", what)
		}
	}
}
