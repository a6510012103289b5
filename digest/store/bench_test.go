package store_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
	"newsbot/digest/store"
	"newsbot/digest/store/storetest"
)

// corpus is 10,000 articles of two days.
var corpus = sync.OnceValue(func() []store.Entry {
	return storetest.NewGenerator(1, time.Now().UTC().Truncate(day).Add(-2*day), 2*day).Take(10_000)
})

// filled returns a store on a server of its own that holds the corpus.
func filled(b *testing.B) *store.Store {
	r := storetest.StartRedis(b)
	s := storetest.At(b, r.URL(), store.Options{})
	if _, err := s.PutAll(b.Context(), slices.Values(corpus())); err != nil {
		b.Fatal(err)
	}
	return s
}

// BenchmarkPutAll stores the corpus, an op, with Redis on the same machine.
func BenchmarkPutAll(b *testing.B) {
	entries := corpus()
	b.ReportAllocs()
	var spent time.Duration
	for b.Loop() {
		b.StopTimer()
		r := storetest.StartRedis(b)
		c := redis.NewClient(&redis.Options{Addr: r.Addr()})
		s, err := store.Open(b.Context(), r.URL(), store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		empty, before := memory(b, c), cpuTime()
		b.StartTimer()
		if _, err := s.PutAll(b.Context(), slices.Values(entries)); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		spent += cpuTime() - before
		b.ReportMetric(float64(memory(b, c)-empty)/float64(len(entries)), "redisB/article")
		s.Close()
		c.Close()
		r.Kill()
		b.StartTimer()
	}
	articles := float64(b.N * len(entries))
	b.ReportMetric(articles/b.Elapsed().Seconds(), "articles/s")
	b.ReportMetric(float64(spent.Microseconds())/articles, "clientµs/article")
}

func BenchmarkWindow(b *testing.B) {
	s := filled(b)
	b.ReportAllocs()
	for b.Loop() {
		briefs, err := s.Window(b.Context(), time.Time{}, time.Time{})
		if err != nil || len(briefs) != len(corpus()) {
			b.Fatalf("%d articles, %v", len(briefs), err)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	s := filled(b)
	first := corpus()[0]
	terms := []string{first.Analysis.Terms[0].Word, first.Analysis.Terms[1].Word}
	for _, c := range []struct {
		name string
		q    store.Query
	}{
		{"terms", store.Query{Terms: terms}},
		{"phrase", store.Query{Phrases: []string{first.Article.Title}}},
		{"without", store.Query{Terms: terms, Without: []string{first.Analysis.Terms[2].Word}}},
		{"filters", store.Query{Terms: terms, Sources: []string{first.Article.Source}, From: first.Article.Published}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := s.Search(b.Context(), c.q); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkEntityNamed(b *testing.B) {
	s := filled(b)
	name := corpus()[0].Analysis.Entities[0].Name
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.EntityNamed(b.Context(), name, time.Time{}, time.Time{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkKnown(b *testing.B) {
	s := filled(b)
	articles := make([]digest.Article, 128)
	for i := range articles {
		articles[i] = corpus()[i].Article
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Known(b.Context(), articles); err != nil {
			b.Fatal(err)
		}
	}
}

func memory(b *testing.B, c *redis.Client) int {
	n := 0
	for line := range strings.Lines(c.Info(b.Context(), "memory").Val()) {
		fmt.Sscanf(line, "used_memory:%d", &n)
	}
	return n
}

// cpuTime is the processor time that this process has used.
func cpuTime() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
