package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

const (
	progressAfter = time.Second            // work shorter than this shows no progress
	progressEvery = 200 * time.Millisecond // between two updates
)

// progress shows on a terminal how far work has come, on one line that it
// rewrites. Elsewhere it shows nothing. It is safe for concurrent use.
type progress struct {
	mu    sync.Mutex
	w     io.Writer // nil: no terminal
	what  string    // plural of what is counted
	start time.Time
	last  time.Time
	count int
}

// newProgress starts counting what ("articles").
func newProgress(w io.Writer, what string) *progress {
	p := &progress{what: what, start: time.Now()}
	if isTerminal(w) {
		p.w = w
	}
	return p
}

// add counts one more.
func (p *progress) add() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.count++
	now := time.Now()
	if p.w == nil || now.Sub(p.start) < progressAfter || now.Sub(p.last) < progressEvery {
		return
	}
	p.last = now
	rate := float64(p.count) / now.Sub(p.start).Seconds()
	fmt.Fprintf(p.w, "\r\x1b[K%d %s, %.0f a second", p.count, p.what, rate)
}

// clear takes the line away, so that other lines can be written.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.w != nil && !p.last.IsZero() {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
