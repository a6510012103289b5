package store

import (
	"reflect"
	"testing"
	"time"

	"newsbot/digest"
)

// FuzzSubscription: no record makes the reader fail but by an error, and what it
// reads is what was written.
func FuzzSubscription(f *testing.F) {
	f.Add(encodeSubscription(Subscription{Channel: "C1"}))
	f.Add(encodeSubscription(Subscription{
		Team: "T1", Channel: "C1", Name: "Früh", Days: []time.Weekday{0, 6}, At: "08:30", Cron: "1 2 3 4 5", Zone: "UTC",
		Filter: digest.Filter{Topics: []string{"a", ""}, Mutes: []string{"b"}}, Size: -1, Language: "en", Quiet: true, Maker: "U1", CatchUp: time.Hour,
	}))
	f.Fuzz(func(t *testing.T, record []byte) {
		sub, err := decodeSubscription("S1", string(record))
		if err != nil {
			return
		}
		again, err := decodeSubscription("S1", string(encodeSubscription(sub)))
		if err != nil || !reflect.DeepEqual(again, sub) {
			t.Errorf("read %+v, written and read %+v (%v)", sub, again, err)
		}
	})
}
