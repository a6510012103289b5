package store_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/redis/go-redis/v9"
)

// dump returns every key under a prefix with its value, in a form that does not
// depend on the order of the writes.
func dump(t *testing.T, c redis.UniversalClient, prefix string) map[string]any {
	t.Helper()
	out := map[string]any{}
	for _, key := range keysOf(t, c, prefix) {
		out[strings.TrimPrefix(key, prefix)] = value(t, c, key)
	}
	return out
}

func keysOf(t *testing.T, c redis.UniversalClient, prefix string) []string {
	t.Helper()
	var keys []string
	var mu sync.Mutex
	scan := func(ctx context.Context, c *redis.Client) error {
		it := c.Scan(ctx, 0, prefix+"*", 1000).Iterator()
		for it.Next(ctx) {
			mu.Lock()
			keys = append(keys, it.Val())
			mu.Unlock()
		}
		return it.Err()
	}
	var err error
	switch c := c.(type) {
	case *redis.ClusterClient:
		err = c.ForEachMaster(t.Context(), scan)
	case *redis.Client:
		err = scan(t.Context(), c)
	}
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func value(t *testing.T, c redis.UniversalClient, key string) any {
	t.Helper()
	ctx := t.Context()
	switch kind := c.Type(ctx, key).Val(); kind {
	case "string":
		return postings(c.Get(ctx, key).Val())
	case "hash":
		return c.HGetAll(ctx, key).Val()
	case "zset":
		if strings.HasSuffix(key, ":days") {
			return c.ZRange(ctx, key, 0, -1).Val() // the scores follow the clock
		}
		return c.ZRangeWithScores(ctx, key, 0, -1).Val()
	default:
		t.Fatalf("%s is a %s", key, kind)
		return nil
	}
}

// postings cuts a list into its sorted postings; other strings stay whole.
func postings(s string) []string {
	const n = 12
	if len(s)%n != 0 {
		return []string{s}
	}
	var list []string
	for ; s != ""; s = s[n:] {
		list = append(list, s[:n])
	}
	slices.Sort(list)
	return list
}
