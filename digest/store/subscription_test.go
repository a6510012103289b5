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
		RestsUntil: time.Unix(1, 2), MuteEnds: map[string]time.Time{"b": time.Unix(3, 0), "c": {}}, Locale: "en-US", Headlines: true,
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

// What earlier versions of the program kept is still read.
func TestSubscriptionVersions(t *testing.T) {
	want := Subscription{ID: "S1", Team: "T1", Channel: "C1", At: "08:30", Filter: digest.Filter{Mutes: []string{"b"}}}
	for version, missing := range map[byte]int{
		1: 5, // the empty lists of stories and ends, the zero time, the locale, and the form of the thread
		2: 2, // the locale, and the form of the thread
		3: 1, // the form of the thread
	} {
		record := encodeSubscription(want)
		record = record[:len(record)-missing]
		record[0] = version
		got, err := decodeSubscription("S1", string(record))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("version %d: read %+v (%v), want %+v", version, got, err, want)
		}
	}
}

func TestFilterAt(t *testing.T) {
	end := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	sub := Subscription{Filter: digest.Filter{Topics: []string{"t"}, Mutes: []string{"a", "b"}}, MuteEnds: map[string]time.Time{"a": end}}
	for _, tt := range []struct {
		now  time.Time
		want []string
	}{
		{end.Add(-1), []string{"a", "b"}},
		{end, []string{"b"}},
	} {
		if got := sub.FilterAt(tt.now); !reflect.DeepEqual(got.Mutes, tt.want) || len(got.Topics) != 1 {
			t.Errorf("at %s: %+v, want the mutes %v", tt.now, got, tt.want)
		}
	}
	if len(sub.Mutes) != 2 {
		t.Errorf("the subscription was changed: %+v", sub)
	}
}
