package story

import (
	"math/bits"
	"strings"
	"unicode"
)

const (
	shingle     = 3 // words in a shingle
	minShingles = 20
	copyBits    = 6 // in which the prints of two copies may differ
)

// Fingerprint returns the SimHash (Charikar 2002; for copies of web pages,
// Manku et al. 2007) of a text's three-word shingles. Texts that differ in a
// byline, a dateline or a few words have prints that differ in few bits. It is
// 0, which no other text resembles, for a text too short to tell.
func Fingerprint(text string) uint64 {
	var last [shingle]uint64 // hashes of the last words
	var votes bitCounts
	words := 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}) {
		copy(last[:], last[1:])
		last[shingle-1] = hash(w)
		if words++; words < shingle {
			continue
		}
		var h uint64
		for _, w := range last {
			h = mix(h*31 + w)
		}
		votes.add(h)
	}
	if words < minShingles+shingle-1 {
		return 0
	}
	return votes.above((words - shingle + 1) / 2)
}

// bitCounts counts how many numbers have each bit set: 64 sums in binary, of which each
// number here holds one place.
type bitCounts [32]uint64

func (c *bitCounts) add(bits uint64) {
	for place := 0; bits != 0; place++ {
		c[place], bits = c[place]^bits, c[place]&bits
	}
}

// above returns the bits that more than n of the numbers have.
func (c *bitCounts) above(n int) (bits uint64) {
	for b := range 64 {
		sum := 0
		for place, sums := range c {
			sum |= int(sums>>b&1) << place
		}
		if sum > n {
			bits |= 1 << b
		}
	}
	return bits
}

// Copies reports whether two texts with these prints are one text in two
// places.
func Copies(a, b uint64) bool {
	return a != 0 && b != 0 && bits.OnesCount64(a^b) <= copyBits
}

// hash is FNV-1a (Fowler, Noll and Vo): the same in every run, as prints are
// stored.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// mix spreads every bit of h over all others (the finalizer of SplitMix64,
// Steele et al. 2014).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// Voices returns the sources that tell the story independently, in the order
// of items: each source once, and none whose every article is a copy of
// another source's.
func Voices(items []Item) []string {
	var voices []string
	seen := map[string]bool{"": true}
	for i, it := range items {
		if seen[it.Source] || copied(it, items[:i]) {
			continue
		}
		seen[it.Source] = true
		voices = append(voices, it.Source)
	}
	return voices
}

// copied reports whether another source has the text of it among items.
func copied(it Item, items []Item) bool {
	for _, other := range items {
		if other.Source != it.Source && Copies(it.Print, other.Print) {
			return true
		}
	}
	return false
}
