package main

import "strings"

// reference is what a summary says: which pairs of words how often.
type reference struct {
	numbers map[string]int32 // of its words, from 1; 0 is any other word
	pairs   map[pair]int
	total   int
}

type pair [2]int32

func newReference(summary string) *reference {
	r := &reference{numbers: map[string]int32{}, pairs: map[pair]int{}}
	for _, w := range fields(summary) {
		if r.numbers[w] == 0 {
			r.numbers[w] = int32(len(r.numbers) + 1)
		}
	}
	words := r.read(summary)
	for i := 1; i < len(words); i++ {
		r.pairs[pair{words[i-1], words[i]}]++
		r.total++
	}
	return r
}

// read returns the numbers of the words of s.
func (r *reference) read(s string) []int32 {
	words := fields(s)
	out := make([]int32, len(words))
	for i, w := range words {
		out[i] = r.numbers[w]
	}
	return out
}

// rouge2 returns the F1 of the pairs of words (Lin 2004).
func (r *reference) rouge2(words []int32) float64 {
	if len(words) < 2 || r.total == 0 {
		return 0
	}
	said := make(map[pair]int, len(words))
	both := 0
	for i := 1; i < len(words); i++ {
		p := pair{words[i-1], words[i]}
		if p[0] == 0 || p[1] == 0 {
			continue
		}
		if n := r.pairs[p]; n > 0 && said[p] < n {
			said[p]++
			both++
		}
	}
	return 2 * float64(both) / float64(len(words)-1+r.total)
}

// fields returns the words of s in lower case: runs of ASCII letters and digits.
func fields(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
}
