package command

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"newsbot/digest"
)

// shortly lets nothing get older than what still changes.
func shortly[K any](K) time.Duration { return memoStale }

func TestMemo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := newMemo[string, int32](time.Now, slog.New(slog.DiscardHandler), shortly)
		var worked atomic.Int32
		work := func(context.Context) (int32, error) {
			time.Sleep(time.Second)
			return worked.Add(1), nil
		}
		want := func(what string, value int32, within time.Duration) {
			t.Helper()
			began := time.Now()
			got, err := m.get(t.Context(), "k", work)
			if took := time.Since(began); err != nil || got != value || took > within {
				t.Errorf("%s: %d (%v) after %s, want %d within %s", what, got, err, took, value, within)
			}
		}
		var together sync.WaitGroup
		for range 9 {
			together.Go(func() { want("together", 1, time.Second) })
		}
		together.Wait()
		time.Sleep(memoFresh - 2*time.Second)
		want("fresh", 1, 0)
		time.Sleep(3 * time.Second)
		want("a little old", 1, 0)
		want("a little old, again", 1, 0)
		time.Sleep(2 * time.Second)
		want("worked out anew", 2, 0)
		time.Sleep(memoStale + time.Second)
		want("too old", 3, time.Second)
		if _, err := m.get(t.Context(), "other", func(context.Context) (int32, error) { return 0, errors.New("away") }); err == nil {
			t.Error("no error")
		}
		if got, err := m.get(t.Context(), "other", func(context.Context) (int32, error) { return 7, nil }); err != nil || got != 7 {
			t.Errorf("after an error: %d (%v)", got, err)
		}
	})
}

// What takes longer than the first who asks can wait is worked out all the same.
func TestMemoIsSlow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := newMemo[int, int](time.Now, slog.New(slog.DiscardHandler), shortly)
		work := func(ctx context.Context) (int, error) {
			select {
			case <-time.After(30 * time.Second):
				return 1, nil
			case <-ctx.Done():
				return 0, ctx.Err()
			}
		}
		get := func(patience time.Duration) (int, error) {
			ctx, cancel := context.WithTimeout(t.Context(), patience)
			defer cancel()
			return m.get(ctx, 1, work)
		}
		var others sync.WaitGroup
		others.Go(func() {
			time.Sleep(15 * time.Second)
			if got, err := get(20 * time.Second); got != 1 || err != nil {
				t.Errorf("who asks later gets %d (%v)", got, err)
			}
		})
		if _, err := get(20 * time.Second); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("who asks first gets %v", err)
		}
		others.Wait()
		if got, err := get(time.Second); got != 1 || err != nil {
			t.Errorf("who asks at last gets %d (%v)", got, err)
		}
	})
}

// What fails, or panics, behind the back of readers does them no harm.
func TestMemoFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := newMemo[int, int](time.Now, slog.New(slog.DiscardHandler), shortly)
		get := func(work func() (int, error)) (int, error) {
			return m.get(t.Context(), 1, func(context.Context) (int, error) { return work() })
		}
		get(func() (int, error) { return 1, nil })
		time.Sleep(memoFresh + time.Second)
		for i, work := range []func() (int, error){
			func() (int, error) { panic("a bug") },
			func() (int, error) { return 0, errors.New("away") },
			func() (int, error) { return 2, nil },
		} {
			if got, err := get(work); got != 1 || err != nil {
				t.Errorf("%d: %d (%v), want what was there", i, got, err)
			}
			synctest.Wait()
		}
		if got, err := get(nil); got != 2 || err != nil {
			t.Errorf("at last %d (%v), want 2", got, err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		slow := make(chan struct{})
		go m.get(t.Context(), 2, func(context.Context) (int, error) { <-slow; return 0, nil })
		synctest.Wait()
		if _, err := m.get(ctx, 2, nil); !errors.Is(err, context.Canceled) {
			t.Errorf("who has no time gets %v", err)
		}
		close(slow)
	})
}

func TestMemoIsBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := newMemo[int, int](time.Now, slog.New(slog.DiscardHandler), shortly)
		get := func(i int) { m.get(t.Context(), i, func(context.Context) (int, error) { return i, nil }) }
		for i := range 10 * memoSize {
			get(i)
		}
		if len(m.known) > memoSize {
			t.Errorf("%d values are known", len(m.known))
		}
		time.Sleep(memoStale + time.Second)
		if get(-1); len(m.known) != 1 {
			t.Errorf("%d values are known, want those that may be given out, 1", len(m.known))
		}
	})
}

// reads counts how often the news of a window are read.
type reads struct {
	News
	windows atomic.Int32
	most    int32 // that succeed; 0: all
}

func (r *reads) Window(ctx context.Context, from, to time.Time) ([]digest.Brief, error) {
	if n := r.windows.Add(1); r.most > 0 && n > r.most {
		return nil, errors.New("the store is away")
	}
	return r.News.Window(ctx, from, to)
}

// What happened days ago is remembered for longer than what happens now.
func TestSurveyedOfThePast(t *testing.T) {
	for _, c := range []struct {
		words string
		now   time.Time
		want  bool
	}{
		{"2026-11-22", sampleNow, true},
		{"last week", sampleNow, true},
		{"yesterday", sampleNow.Truncate(day).Add(time.Hour), false},
		{"24h", sampleNow, false},
	} {
		now := c.now
		news := &reads{News: sampleStore(t), most: 1} // who reads again fails
		r := New(Config{News: news, Now: func() time.Time { return now }})
		r.Command(t.Context(), Request{Asker: ann, Words: c.words, Now: now})
		now = now.Add(30 * time.Minute)
		m := r.Command(t.Context(), Request{Asker: ann, Words: c.words, Now: now}).Message
		if got := strings.Contains(m.Text, "Top stories"); got != c.want {
			t.Errorf("%s: remembered for half an hour: %t, want %t:\n%s", c.words, got, c.want, m.Text)
		}
	}
}

// Trends that are one window of whole days are compared with the same, whichever was asked
// for first.
func TestTrendsOfOneWindow(t *testing.T) {
	news := stored(t,
		entry("Ferry sails", "The ferry sails.", sampleNow.Add(-time.Hour)),
		entry("Ferry stops", "The ferry stops.", sampleNow.Add(-14*day)),
		entry("Ferry waits", "The ferry waits.", sampleNow.Add(-16*day)),
	)
	for _, words := range [][]string{{"trends 3d", "trends 80h"}, {"trends 80h", "trends 3d"}} {
		r := New(Config{News: news, Now: func() time.Time { return sampleNow }})
		for _, w := range words {
			if m := r.Command(t.Context(), ask(w)).Message; !strings.Contains(m.Text, "Compared with 1 article of the 12 days before.") {
				t.Errorf("%s of %q:\n%s", w, words, m.Text)
			}
		}
	}
}

// What many look at is worked out once, also where it moves with the clock.
func TestSurveyed(t *testing.T) {
	now := sampleNow
	news := &reads{News: sampleStore(t)}
	r := New(Config{News: news, Now: func() time.Time { return now }})
	for _, ask := range []func(){
		func() { r.Home(t.Context(), ann) },
		func() { r.Command(t.Context(), Request{Asker: ann, Words: "36h", Now: now}) },
		func() { r.Command(t.Context(), Request{Asker: ann, Now: now}) },
	} {
		news.windows.Store(0)
		for range 5 {
			ask()
			now = now.Add(time.Second)
		}
		if n := news.windows.Load(); n != 1 {
			t.Errorf("read %d times for five who ask", n)
		}
	}
}
