package store_test

import (
	"fmt"
	"testing"
	"time"

	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// BenchmarkVisit finds, takes and settles the one feed that is due among many, an
// op: without the request to its server.
func BenchmarkVisit(b *testing.B) {
	for _, feeds := range []int{50, 5000} {
		b.Run(fmt.Sprintf("of %d", feeds), func(b *testing.B) {
			s := storetest.At(b, storetest.StartRedis(b).URL(), store.Options{Wait: true})
			many := make([]store.Feed, feeds)
			for i := range many {
				many[i].Address = fmt.Sprintf("https://host%d.example/feed", i)
			}
			if _, err := s.AddFeeds(b.Context(), many...); err != nil {
				b.Fatal(err)
			}
			visitNext := func(next time.Duration) {
				hosts, err := s.DueHosts(b.Context(), 1)
				if err != nil || len(hosts) != 1 {
					b.Fatalf("hosts %v, %v", hosts, err)
				}
				v, err := s.Visit(b.Context(), hosts[0], time.Minute)
				if err != nil || v == nil {
					b.Fatalf("visit %v, %v", v, err)
				}
				if err := v.Settle(b.Context(), store.Reading{Next: next, Pause: time.Millisecond}); err != nil {
					b.Fatal(err)
				}
			}
			for range feeds - 1 {
				visitNext(time.Hour)
			}
			for b.Loop() {
				visitNext(0)
				b.StopTimer()
				time.Sleep(2 * time.Millisecond) // the pause of the host
				b.StartTimer()
			}
		})
	}
}
