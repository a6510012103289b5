package store_test

import (
	"fmt"
	"testing"
	"time"

	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// BenchmarkDue finds and claims the one subscription that is due among many, an
// op: it is taken, its run is taken, and it is put off.
func BenchmarkDue(b *testing.B) {
	for _, others := range []int{100, 10_000, 100_000} {
		b.Run(fmt.Sprintf("of %d", others), func(b *testing.B) {
			s := storetest.At(b, storetest.StartRedis(b).URL(), store.Options{Wait: true})
			for i := range others {
				sub := store.Subscription{ID: fmt.Sprint("S", i), Channel: fmt.Sprint("C", i), Name: "Morning", At: "09:00", Zone: "Europe/Berlin"}
				due := time.Now().Add(time.Hour)
				if i == 0 {
					due = time.Now()
				}
				if err := s.Subscribe(b.Context(), sub, due); err != nil {
					b.Fatal(err)
				}
			}
			n := 0
			for b.Loop() {
				due, now, err := s.TakeDue(b.Context(), false, 100, time.Minute)
				if err != nil || len(due) != 1 {
					b.Fatalf("due: %+v, %v", due, err)
				}
				n++
				run, _, err := s.TakeRun(b.Context(), store.RunID{Channel: "C0", Subscription: "S0", Slot: fmt.Sprint(n)}, time.Minute)
				if err != nil || run == nil {
					b.Fatalf("run: %+v, %v", run, err)
				}
				if err := s.Defer(b.Context(), due[0], now); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
