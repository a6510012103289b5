package story

import (
	"math"
	"testing"
)

// evidenceOf returns the evidence in a word of a share of documents that k of n
// articles of one story hold and l of m of another.
func evidenceOf(share float64, k, n, l, m int32) float64 {
	w := evidenceTables().weighing(n, m)
	return w.word(rarityOf(share), k, l)
}

func TestEvidence(t *testing.T) {
	const rare, usual = .0005, .2
	tests := []struct {
		name       string
		less, more float64
	}{
		{"a word in common speaks for one story", 0, evidenceOf(rare, 1, 1, 1, 1)},
		{"a rare one more than a usual one", evidenceOf(usual, 1, 1, 1, 1), evidenceOf(rare, 1, 1, 1, 1)},
		{"one that all hold more than one that some do", evidenceOf(rare, 2, 8, 2, 8), evidenceOf(rare, 8, 8, 8, 8)},
		{"one that only one article holds speaks against it", evidenceOf(rare, 1, 1, 0, 1), 0},
		{"more so if it is all of many", evidenceOf(rare, 8, 8, 0, 8), evidenceOf(rare, 1, 1, 0, 1)},
		{"and less if it is few of many", evidenceOf(rare, 8, 8, 0, 8), evidenceOf(rare, 1, 8, 0, 8)},
		{"a new word of one article is no surprise to many", -3, evidenceOf(rare, 0, 200, 1, 1)},
	}
	for _, test := range tests {
		if test.less >= test.more {
			t.Errorf("%s: %.2f is not below %.2f", test.name, test.less, test.more)
		}
	}
}

// grown returns stories of one item and of more.
func grown(n int) (*Book, []*bundle) {
	book := Default().NewBook()
	book.Add(day(n))
	var stories []*bundle
	for _, s := range book.stories {
		if s.into < 0 {
			stories = append(stories, s)
		}
	}
	return book, stories
}

// TestCompareBothWays: two stories are as like as the other way round, or none
// would find each other.
func TestCompareBothWays(t *testing.T) {
	book, stories := grown(300)
	var s scratch
	s.grow(0, len(book.space.dims))
	compare := func(x, y *bundle) likeness {
		s.begin(x)
		defer s.end()
		return book.compare(&s.comparison, y)
	}
	for i, x := range stories {
		for _, y := range stories[:i] {
			if there, back := compare(x, y), compare(y, x); there != back {
				t.Fatalf("stories of %v and %v items: %v, but the other way round %v", x.size, y.size, there, back)
			}
		}
	}
}

func BenchmarkCompare(b *testing.B) {
	book, stories := grown(2000)
	var s scratch
	s.grow(0, len(book.space.dims))
	s.begin(stories[0])
	i := 0
	for b.Loop() {
		book.compare(&s.comparison, stories[i%len(stories)])
		i++
	}
}

func TestTimes(t *testing.T) {
	w := Default()
	at := func(days float64) *bundle { return &bundle{size: 2, dated: true, first: 24 * days, last: 24 * days} }
	coy := func(days, titles float64) *bundle {
		b := at(days)
		b.coy = titles
		return b
	}
	for _, tt := range []struct {
		name string
		x, y *bundle
		want float64
	}{
		{"of one day", at(1), at(1.4), w.Long.Near},
		{"two days apart", at(1), at(3.5), w.Long.Near - 2*w.Day},
		{"a month apart", at(1), at(31), -w.Apart},
		{"one unknown", at(1), &bundle{size: 1}, 0},
		{"of one day, half of the titles tell nothing", at(1), coy(1, 1), w.Long.Near / 2},
		{"of one day, no title tells anything", coy(1, 2), at(1), 0},
		{"a month apart, no title tells anything", coy(1, 2), at(31), -w.Apart},
	} {
		if got := w.times(w.Long, tt.x, tt.y); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
		if got := w.times(w.Long, tt.y, tt.x); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%s, the other way round: %v, want %v", tt.name, got, tt.want)
		}
	}
}
