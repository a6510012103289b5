package store_test

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// prefixes tells the stores of a server apart.
var prefixes atomic.Int64

// open returns a function that opens stores on one server, each empty.
func open(url string) storetest.Open {
	return func(t *testing.T, o store.Options) *store.Store {
		t.Helper()
		o.Prefix = fmt.Sprintf("test%d:", prefixes.Add(1))
		return storetest.At(t, url, o)
	}
}

func TestMemory(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("the races are those of TestRedis, and it is long")
	}
	storetest.Run(t, func(t *testing.T, o store.Options) *store.Store {
		return storetest.Memory(t, o)
	})
}

func TestRedis(t *testing.T) {
	t.Parallel()
	storetest.Run(t, open(storetest.StartRedis(t).URL()))
}

func TestCluster(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("the races are those of TestRedis, and it is long")
	}
	storetest.Run(t, open(clusterURL(storetest.StartCluster(t))))
}

func clusterURL(nodes []*storetest.Redis) string {
	addrs := make([]string, len(nodes))
	for i, n := range nodes {
		addrs[i] = n.Addr()
	}
	return "redis://" + strings.Join(addrs, ",")
}
