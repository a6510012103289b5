package story

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"newsbot/digest/text"
)

// day makes up the articles of a day: stories of very different size, each
// with words and names of its own beside those that all articles use.
func day(n int) []Item {
	r := rand.New(rand.NewPCG(1, 2))
	zipf := func(words int) int { return int(math.Pow(float64(words), r.Float64())) }
	start := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	items := make([]Item, n)
	for i := range items {
		event := zipf(n)
		it := Item{
			Source: fmt.Sprint("source ", r.IntN(50)),
			Title:  fmt.Sprintf("e%dw%d w%d e%dw%d w%d", event, r.IntN(9), zipf(9000), event, r.IntN(9), zipf(9000)),
			Time:   start.Add(time.Duration(r.IntN(86400)) * time.Second),
		}
		for t := range 40 {
			word := fmt.Sprint("w", zipf(9000))
			if t%3 == 0 {
				word = fmt.Sprintf("e%dw%d", event, r.IntN(30))
			}
			it.Terms = append(it.Terms, text.Term{Word: word, Weight: 1 - float64(t)/50})
		}
		for e := range 10 {
			it.Entities = append(it.Entities, Name{ID: fmt.Sprintf("person/p%d", (event*7+e*zipf(50))%3000), Salience: 1 / float64(e+1)})
		}
		items[i] = it
	}
	return items
}

func BenchmarkGroup(b *testing.B) {
	for _, n := range []int{100, 10_000, 20_000} {
		items := day(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Group(items)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/article")
		})
	}
}

func BenchmarkGroupAlike(b *testing.B) {
	items := day(1)
	for len(items) < 5000 {
		items = append(items, items[0])
	}
	b.ReportAllocs()
	for b.Loop() {
		Group(items)
	}
}

// BenchmarkAdd is the arrival of one article while others are open.
func BenchmarkAdd(b *testing.B) {
	items := day(40_000)
	open, next := items[:20_000], items[20_000:]
	book := Default().NewBook()
	book.Add(open)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		if n == len(next) {
			b.StopTimer()
			book = Default().NewBook()
			book.Add(open)
			n = 0
			b.StartTimer()
		}
		book.Add(next[n : n+1])
		n++
	}
}
