package store_test

import (
	"testing"
	"time"

	"newsbot/digest"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// TestForgetWorkers: workers that died are forgotten, unless they hold something.
// The embedded Redis does not know for how long they were not heard of.
func TestForgetWorkers(t *testing.T) {
	s := storetest.At(t, storetest.StartRedis(t).URL(), store.Options{})
	forget := func(silent time.Duration, want int) {
		t.Helper()
		if n, err := s.ForgetWorkers(t.Context(), silent); err != nil || n != want {
			t.Errorf("%d workers forgotten (%v), want %d", n, err, want)
		}
	}
	take := func(worker string) store.Item {
		t.Helper()
		items, err := s.NextItems(t.Context(), worker, 1, time.Millisecond)
		if err != nil || len(items) != 1 {
			t.Fatalf("%d items for %s (%v), want one", len(items), worker, err)
		}
		return items[0]
	}
	forget(0, 0) // there is no queue yet
	if _, err := s.AddFeeds(t.Context(), store.Feed{Address: "https://a.example/1"}); err != nil {
		t.Fatal(err)
	}
	v, err := s.Visit(t.Context(), "a.example", time.Minute)
	if err != nil || v == nil {
		t.Fatal(v, err)
	}
	articles := []digest.Article{{Title: "Harbour closed"}, {Title: "Harbour opened"}}
	for i := range articles {
		articles[i].Identify("")
	}
	if _, err := v.Queue(t.Context(), articles, func(digest.Article) bool { return false }, store.Most{Items: 2}); err != nil {
		t.Fatal(err)
	}
	done, held := take("done"), take("busy")
	if err := s.Done(t.Context(), done, true, 0); err != nil {
		t.Fatal(err)
	}
	forget(time.Hour, 0)
	time.Sleep(20 * time.Millisecond)
	forget(10*time.Millisecond, 1)
	if err := s.Done(t.Context(), held, true, 0); err != nil {
		t.Fatal(err)
	}
	forget(0, 1)
}
