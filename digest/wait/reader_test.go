package wait

import (
	"bytes"
	"context"
	"errors"
	"io"
	"testing"
)

func TestReader(t *testing.T) {
	data := bytes.Repeat([]byte("news "), 2000)
	ctx, cancel := context.WithCancel(t.Context())
	if got, err := io.ReadAll(NewReader(ctx, data)); err != nil || !bytes.Equal(got, data) {
		t.Errorf("%d bytes, %v; want %d", len(got), err, len(data))
	}
	r := NewReader(ctx, data)
	if n, err := r.Read(make([]byte, len(data))); err != nil || n == 0 || n == len(data) {
		t.Errorf("%d bytes at once, %v", n, err)
	}
	cancel()
	if _, err := r.Read(make([]byte, 1)); !errors.Is(err, context.Canceled) {
		t.Errorf("after its context ended: %v", err)
	}
}
