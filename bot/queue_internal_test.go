package bot

import (
	"context"
	"testing"
	"testing/synctest"
)

func TestQueue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var q queue
		first, ok := q.wait(t.Context(), "ann")
		other, free := q.wait(t.Context(), "bob")
		if !ok || !free {
			t.Fatal("the first in a line waits")
		}
		other()
		done := false
		go func() {
			leave, ok := q.wait(t.Context(), "ann")
			if done = ok; ok {
				leave()
			}
		}()
		synctest.Wait()
		if _, ok := q.wait(t.Context(), "ann"); ok || done {
			t.Errorf("the second has its turn: %t, and the third waits for: %t", done, ok)
		}
		first()
		synctest.Wait()
		if !done || len(q.lines) > 0 {
			t.Errorf("the second had its turn: %t; lines that are left: %d", done, len(q.lines))
		}
		leave, _ := q.wait(t.Context(), "ann")
		ended, end := context.WithCancel(t.Context())
		end()
		if _, ok := q.wait(ended, "ann"); ok {
			t.Error("who gives up has a turn")
		}
		leave()
		if len(q.lines) > 0 {
			t.Errorf("%d lines are left", len(q.lines))
		}
	})
}
