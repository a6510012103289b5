package story

import (
	"cmp"
	"math"
	"slices"
)

// bundle is a story while it grows.
type bundle struct {
	members []int
	vector  vector  // the sum of its items' vectors
	length  float64 // of the vector
	size    float64 // items
	rich    float64 // sum of how much its items have to compare, each 0 to 1
	dated   bool
	first   float64 // hours since 1970 of its first and last dated items
	last    float64
	links   []link
	best    int32  // the story most like it, -1 for none
	stale   bool   // links and best are to be found anew
	version int32  // from 1, one more with every change
	into    int32  // the story that it became part of, -1 while it is one
	entry   int32  // in the index, -1 for none
	name    string // the ID of the item that it began with
	known   bool   // whether others may know it by its name
}

// A title alone has about thinTerms terms, an article with a text richTerms.
const (
	thinTerms = 10
	richTerms = 18
)

func newBundle(it *Item, v vector, i int) *bundle {
	b := &bundle{members: []int{i}, vector: v, size: 1, best: -1, version: 1, into: -1, entry: -1}
	b.name, b.known = cmp.Or(it.Story, it.ID), it.Story != ""
	b.rich = min(max(float64(len(it.Terms)-thinTerms)/(richTerms-thinTerms), 0), 1)
	if !it.Time.IsZero() {
		b.dated = true
		b.first = float64(it.Time.Unix()) / 3600
		b.last = b.first
	}
	b.measure()
	return b
}

func (b *bundle) measure() { b.length = math.Sqrt(b.vector.square()) }

// span widens the time of a bundle by that of another.
func (b *bundle) span(other *bundle) {
	switch {
	case !other.dated:
	case !b.dated:
		b.dated, b.first, b.last = true, other.first, other.last
	default:
		b.first, b.last = min(b.first, other.first), max(b.last, other.last)
	}
}

// unit returns the vector of the bundle brought to length 1.
func (b *bundle) unit() vector {
	v := slices.Clone(b.vector)
	for i := range v {
		v[i].value /= float32(b.length)
	}
	return v
}

// take makes another story part of this one.
func (b *bundle) take(other *bundle) {
	if other.namesBoth(b) {
		b.name, b.known = other.name, other.known
	}
	b.vector = plus(b.vector, other.vector)
	b.size += other.size
	b.rich += other.rich
	b.members = append(b.members, other.members...)
	b.links = append(b.links, other.links...)
	b.span(other)
	b.version = max(b.version, other.version) + 1
	b.entry = -1
	b.measure()
}

// namesBoth reports whether the story keeps its name when it and another become
// one: the one that was known before does, of two such the one with more items,
// else the earlier one.
func (b *bundle) namesBoth(other *bundle) bool {
	switch {
	case b.known != other.known:
		return b.known
	case b.known && b.size != other.size:
		return b.size > other.size
	case b.dated && other.dated && b.first != other.first:
		return b.first < other.first
	}
	return b.name < other.name
}
