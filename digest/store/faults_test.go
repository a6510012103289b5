package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/redis/go-redis/v9"

	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

func client(t *testing.T, r *storetest.Redis) *redis.Client {
	c := redis.NewClient(&redis.Options{Addr: r.Addr()})
	t.Cleanup(func() { c.Close() })
	return c
}

// sample returns the articles that the fault tests store.
func sample() []store.Entry {
	begin := time.Now().UTC().Truncate(24 * time.Hour).Add(-48 * time.Hour)
	return storetest.NewGenerator(9, begin, 48*time.Hour).Take(200)
}

// sameAsUndisturbed compares what lies under "disturbed:" with what a run lays
// down that nothing disturbs.
func sameAsUndisturbed(t *testing.T, r *storetest.Redis, entries []store.Entry) {
	t.Helper()
	s := storetest.At(t, r.URL(), store.Options{Prefix: "undisturbed:"})
	if _, err := s.PutAll(t.Context(), slices.Values(entries)); err != nil {
		t.Fatal(err)
	}
	c := client(t, r)
	if d := cmp.Diff(dump(t, c, "undisturbed:"), dump(t, c, "disturbed:")); d != "" {
		t.Errorf("the store differs from one that was not disturbed: (-undisturbed +disturbed)\n%.2000s", d)
	}
}

// TestWriterKilled kills a process in the middle of its writing, several times,
// and lets another write all again.
func TestWriterKilled(t *testing.T) {
	if url := os.Getenv("STORE_TEST_WRITE_TO"); url != "" {
		s := storetest.At(t, url, store.Options{Prefix: "disturbed:"})
		for e := range slices.Values(sample()) {
			s.PutAll(t.Context(), slices.Values([]store.Entry{e}))
		}
		return
	}
	if testing.Short() {
		t.Skip("no goroutines to race, and long")
	}
	r := storetest.StartRedis(t)
	c := client(t, r)
	for _, after := range []int64{1, 40, 100} { // articles
		writer := exec.Command(os.Args[0], "-test.run=^TestWriterKilled$")
		writer.Env = append(os.Environ(), "STORE_TEST_WRITE_TO="+r.URL())
		if err := writer.Start(); err != nil {
			t.Fatal(err)
		}
		for deadline := time.Now().Add(20 * time.Second); articles(t, c) < after; time.Sleep(time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatal("the writer does not get on")
			}
		}
		writer.Process.Kill()
		writer.Wait()
	}
	if n := articles(t, c); n >= 200 {
		t.Fatalf("%d articles: the writer was not killed in the middle", n)
	}
	s := storetest.At(t, r.URL(), store.Options{Prefix: "disturbed:"})
	if _, err := s.PutAll(t.Context(), slices.Values(sample())); err != nil {
		t.Fatal(err)
	}
	sameAsUndisturbed(t, r, sample())
}

// articles counts those under "disturbed:".
func articles(t *testing.T, c *redis.Client) (n int64) {
	for _, d := range c.ZRange(t.Context(), "disturbed:days", 0, -1).Val() {
		n += c.HLen(t.Context(), "disturbed:{"+d+"}:briefs").Val()
	}
	return n
}

// TestRedisKilled kills Redis in the middle of a run, which goes on once it is
// back.
func TestRedisKilled(t *testing.T) {
	r := storetest.StartRedis(t, "--appendonly", "yes", "--appendfsync", "always")
	s := storetest.At(t, r.URL(), store.Options{Prefix: "disturbed:"})
	entries := sample()
	runs := make(chan bool, 1) // the server does
	runs <- true
	counts, err := s.PutAll(t.Context(), func(yield func(store.Entry) bool) {
		for i, e := range entries {
			if i == 70 || i == 140 {
				<-runs
				r.Kill()
				time.AfterFunc(200*time.Millisecond, func() {
					defer func() { runs <- true }()
					r.Start(t)
				})
			}
			if !yield(e) {
				return
			}
		}
	})
	<-runs
	if err != nil {
		t.Fatal(err)
	}
	if want := (store.Counts{Added: len(entries)}); counts != want {
		t.Errorf("counts are %+v, want %+v", counts, want)
	}
	sameAsUndisturbed(t, r, entries)
}

// TestRedisLost: a run ends with a clear error once patience is over.
func TestRedisLost(t *testing.T) {
	r := storetest.StartRedis(t)
	s := storetest.At(t, r.URL(), store.Options{Patience: 300 * time.Millisecond})
	entries := sample()
	r.Kill()
	began := time.Now()
	_, err := s.PutAll(t.Context(), slices.Values(entries))
	var e *store.Error
	if !errors.As(err, &e) || !e.Temporary || !strings.Contains(err.Error(), r.Addr()) {
		t.Errorf("error is %v, want a temporary store.Error that names %s", err, r.Addr())
	}
	const usual = 30 * time.Second
	if took := time.Since(began); took < 100*time.Millisecond || took > usual/2 {
		t.Errorf("gave up after %v, want about 300ms", took)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Window(ctx, time.Time{}, time.Time{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error with a cancelled context is %v", err)
	}
}

// TestRedisLostIsSaidOnce: many who wait for Redis make no flood of the log.
func TestRedisLostIsSaidOnce(t *testing.T) {
	r := storetest.StartRedis(t)
	var log bytes.Buffer
	s := storetest.At(t, r.URL(), store.Options{Patience: 500 * time.Millisecond, Logger: slog.New(slog.NewTextHandler(&log, nil))})
	r.Kill()
	var waiting sync.WaitGroup
	for range 20 {
		waiting.Go(func() { s.Window(t.Context(), time.Time{}, time.Time{}) })
	}
	waiting.Wait()
	if times := strings.Count(log.String(), "waiting for Redis"); times != 1 {
		t.Errorf("said %d times that Redis is away, want once:\n%s", times, &log)
	}
}

// TestScriptsForgotten: a server that restarts, or takes over, knows no scripts.
func TestScriptsForgotten(t *testing.T) {
	if testing.Short() {
		t.Skip("no goroutines to race, and long")
	}
	for name, nodes := range map[string][]*storetest.Redis{"one": {storetest.StartRedis(t)}, "cluster": storetest.StartCluster(t)} {
		t.Run(name, func(t *testing.T) {
			s := storetest.At(t, clusterURL(nodes), store.Options{})
			for i, e := range sample()[:20] {
				if i%5 == 0 {
					for _, n := range nodes {
						client(t, n).ScriptFlush(t.Context())
					}
				}
				if n, err := s.PutAll(t.Context(), slices.Values([]store.Entry{e})); err != nil || n.Added != 1 {
					t.Fatalf("put after SCRIPT FLUSH: %+v, %v", n, err)
				}
			}
		})
	}
}

// TestRefused: what Redis refuses for good is not tried again.
func TestRefused(t *testing.T) {
	r := storetest.StartRedis(t)
	s := storetest.At(t, r.URL(), store.Options{})
	c := client(t, r)
	c.ConfigSet(t.Context(), "maxmemory", "1mb")
	_, err := s.PutAll(t.Context(), slices.Values(sample()))
	var e *store.Error
	if !errors.As(err, &e) || e.Temporary || !strings.Contains(err.Error(), "no memory left") {
		t.Errorf("error without memory is %v", err)
	}
	if n := len(keysOf(t, c, fmt.Sprintf("newsbot:{%s}:e:", time.Now().UTC().Format(time.DateOnly)))); n > 0 {
		t.Errorf("%d indexes of a day without articles", n)
	}
}

// TestFull: what is stored can be read from a Redis whose memory is full.
func TestFull(t *testing.T) {
	r := storetest.StartRedis(t)
	s := storetest.At(t, r.URL(), store.Options{})
	entries := sample()
	if _, err := s.PutAll(t.Context(), slices.Values(entries)); err != nil {
		t.Fatal(err)
	}
	sub := store.Subscription{ID: "1", Channel: "C1"}
	if _, err := s.AddFeeds(t.Context(), store.Feed{Address: "https://a.example/feed"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Subscribe(t.Context(), sub, time.Now()); err != nil {
		t.Fatal(err)
	}
	client(t, r).ConfigSet(t.Context(), "maxmemory", "1mb")

	if err := s.Subscribe(t.Context(), sub, time.Now()); err == nil {
		t.Fatal("its memory is not full")
	}
	n := 0
	for _, err := range s.Entries(t.Context(), time.Time{}, time.Time{}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != len(entries) {
		t.Errorf("%d articles, want %d", n, len(entries))
	}
	if feeds, err := s.Feeds(t.Context()); err != nil || len(feeds) != 1 {
		t.Errorf("%d feeds, %v; want 1", len(feeds), err)
	}
	if subs, err := s.Subscriptions(t.Context(), sub.Channel); err != nil || len(subs) != 1 {
		t.Errorf("%d subscriptions, %v; want 1", len(subs), err)
	}
	if days, err := s.DaysStories(t.Context(), time.Time{}, time.Now().Add(day)); err != nil || len(days) == 0 {
		t.Errorf("%d days, %v; want some", len(days), err)
	}
}

// TestForgottenHolder: Redis loses what it wrote last, that a run was taken. Who takes it then
// is its first holder, as the other one was, who may write no more.
func TestForgottenHolder(t *testing.T) {
	r := storetest.StartRedis(t)
	s := storetest.At(t, r.URL(), store.Options{})
	id := store.RunID{Channel: "C1", Subscription: "S1", Slot: "now"}
	former := take(t, s, id, time.Minute)
	if err := client(t, r).FlushDB(t.Context()).Err(); err != nil {
		t.Fatal(err)
	}
	if heir := take(t, s, id, time.Minute); heir == nil {
		t.Fatal("a run that is forgotten is not given")
	} else if err := heir.Intend(t.Context(), 0); err != nil {
		t.Error(err)
	}
	if err := former.Intend(t.Context(), 0); !errors.Is(err, store.ErrLost) {
		t.Errorf("Intend of who is forgotten = %v, want %v", err, store.ErrLost)
	}
}

// TestYoungRedis: a Redis that was started a moment ago may have forgotten who holds a run, and so
// gives none before that hold has ended.
func TestYoungRedis(t *testing.T) {
	var log bytes.Buffer
	s := storetest.At(t, storetest.StartRedis(t).URL(), store.Options{Distrust: time.Minute, Logger: slog.New(slog.NewTextHandler(&log, nil))})
	id := store.RunID{Channel: "C1", Subscription: "S1", Slot: "now"}
	const hold = 2 * time.Second
	run, free, err := s.TakeRun(t.Context(), id, hold)
	if run != nil || err != nil || time.Until(free) > hold {
		t.Fatalf("at once: %+v, free %s, %v", run, free, err)
	}
	if !strings.Contains(log.String(), "run=S1:now") {
		t.Errorf("nothing says why the run waits: %s", &log)
	}
	time.Sleep(time.Until(free) + 10*time.Millisecond)
	if take(t, s, id, hold) == nil {
		t.Error("a run that nobody can hold any more is not given")
	}
}

func take(t *testing.T, s *store.Store, id store.RunID, hold time.Duration) *store.Run {
	t.Helper()
	run, _, err := s.TakeRun(t.Context(), id, hold)
	if err != nil {
		t.Fatal(err)
	}
	return run
}
