package bot

import (
	"context"
	"sync"
)

// queue lets those who do the same for a person do it one after the other; of several
// who wait, one does it for all. The zero queue is ready for use, and safe for
// concurrent use.
type queue struct {
	mu    sync.Mutex
	lines map[string]*line // by the person
}

// line is who has the turn, and who waits for it.
type line struct {
	turn   chan struct{} // has an element while somebody has it
	people int
}

// wait returns when it is the caller's turn, with what ends that. It is not ok where
// another one waits already, who will do it, or where ctx ends.
func (q *queue) wait(ctx context.Context, person string) (leave func(), ok bool) {
	l := q.join(person)
	if l == nil {
		return nil, false
	}
	select {
	case l.turn <- struct{}{}:
		return func() {
			<-l.turn
			q.leave(person, l)
		}, true
	case <-ctx.Done():
		q.leave(person, l)
		return nil, false
	}
}

// join returns the line of a person, nil where somebody waits in it.
func (q *queue) join(person string) *line {
	q.mu.Lock()
	defer q.mu.Unlock()
	l := q.lines[person]
	switch {
	case l == nil:
		if q.lines == nil {
			q.lines = make(map[string]*line)
		}
		l = &line{turn: make(chan struct{}, 1)}
		q.lines[person] = l
	case l.people > 1:
		return nil
	}
	l.people++
	return l
}

func (q *queue) leave(person string, l *line) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if l.people--; l.people == 0 {
		delete(q.lines, person)
	}
}
