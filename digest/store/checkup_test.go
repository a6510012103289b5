package store_test

import (
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

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

// TestReplica: a Redis that only follows another says so, at the start of what it is
// asked and when it is written to.
func TestReplica(t *testing.T) {
	master := storetest.StartRedis(t)
	host, port, _ := net.SplitHostPort(master.Addr())
	s := storetest.At(t, storetest.StartRedis(t, "--replicaof", host+" "+port).URL(), store.Options{Patience: time.Millisecond})
	if c, err := s.Checkup(t.Context()); err != nil || !c.Replica {
		t.Errorf("%+v, %v; want a replica", c, err)
	}
	err := s.Subscribe(t.Context(), store.Subscription{ID: "S1", Channel: "C1"}, time.Now())
	if e, ok := errors.AsType[*store.Error](err); !ok || !e.Temporary || !strings.Contains(err.Error(), "is a replica") {
		t.Errorf("written to: %v", err)
	}
}

// TestNoDatabase: whoever names a database that there is not reads that.
func TestNoDatabase(t *testing.T) {
	url := strings.TrimSuffix(storetest.StartRedis(t).URL(), "/0") + "/99"
	if s, err := store.Open(t.Context(), url, store.Options{}); err == nil || !strings.Contains(err.Error(), "has no database of that number") {
		t.Errorf("%v, %v", s, err)
	}
}

func TestCheckupInMemory(t *testing.T) {
	s := storetest.Memory(t, store.Options{})
	if got, err := s.Checkup(t.Context()); err != nil || got.Ahead.Abs() > time.Minute {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestMemoryUsed: the fullest server tells how full Redis is.
func TestMemoryUsed(t *testing.T) {
	nodes := storetest.StartCluster(t, "--maxmemory", "100mb")
	for name, c := range map[string]struct {
		store       *store.Store
		least, most float64
	}{
		"in memory": {storetest.Memory(t, store.Options{}), 0, 0},
		"no limit":  {storetest.At(t, storetest.StartRedis(t).URL(), store.Options{}), 0, 0},
		"a server":  {storetest.At(t, storetest.StartRedis(t, "--maxmemory", "100mb").URL(), store.Options{}), .001, .2},
		"a Cluster": {storetest.At(t, clusterURL(nodes), store.Options{}), .001, .2},
	} {
		if got, err := c.store.MemoryUsed(t.Context()); err != nil || got < c.least || got > c.most {
			t.Errorf("%s: %v, %v; want %v to %v", name, got, err, c.least, c.most)
		}
	}
	client := redis.NewClient(&redis.Options{Addr: nodes[1].Addr()})
	defer client.Close()
	if err := client.ConfigSet(t.Context(), "maxmemory", "1mb").Err(); err != nil {
		t.Fatal(err)
	}
	if got, err := storetest.At(t, clusterURL(nodes), store.Options{}).MemoryUsed(t.Context()); err != nil || got < 1 {
		t.Errorf("a Cluster with one full server: %v, %v; want 1 or more", got, err)
	}
}
