package store_test

import (
	"strings"
	"testing"
	"time"

	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

func TestCheckup(t *testing.T) {
	for _, c := range []struct {
		args []string
		want store.Checkup
	}{
		{nil, store.Checkup{Policy: "noeviction", Persistence: store.Persistence{Known: true, Saved: "ok"}}},
		{[]string{"--appendonly", "yes", "--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru"},
			store.Checkup{Policy: "allkeys-lru", MaxMemory: 100 << 20, Persistence: store.Persistence{Known: true, Log: true, Saved: "ok"}}},
	} {
		s := storetest.At(t, storetest.StartRedis(t, c.args...).URL(), store.Options{Now: func() time.Time { return time.Now().Add(time.Hour) }})
		got, err := s.Checkup(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(got.Version, ".") || got.Memory == 0 || (got.Ahead-time.Hour).Abs() > time.Minute {
			t.Errorf("%v: %+v", c.args, got)
		}
		c.want.Version, c.want.Memory, c.want.Ahead = got.Version, got.Memory, got.Ahead
		if got != c.want {
			t.Errorf("%v: got %+v, want %+v", c.args, got, c.want)
		}
	}
}

func TestCheckupInMemory(t *testing.T) {
	s := storetest.Memory(t, store.Options{})
	if got, err := s.Checkup(t.Context()); err != nil || got.Ahead.Abs() > time.Minute {
		t.Errorf("%+v, %v", got, err)
	}
}
