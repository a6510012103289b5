package main

import (
	"context"
	"io"
)

// interruptible reads from r until ctx ends, even while r has nothing to give:
// a person at a terminal, a pipe that stays open.
type interruptible struct {
	ctx context.Context
	r   io.Reader
}

// Read implements io.Reader. Once it returned for the end of ctx, what the
// reading behind it still brings is lost.
func (i interruptible) Read(p []byte) (int, error) {
	type result struct {
		data []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		buffer := make([]byte, len(p)) // p is the caller's again once Read returns
		n, err := i.r.Read(buffer)
		done <- result{buffer[:n], err}
	}()
	select {
	case r := <-done:
		return copy(p, r.data), r.err
	case <-i.ctx.Done():
		return 0, context.Cause(i.ctx)
	}
}
