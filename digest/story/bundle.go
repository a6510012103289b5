package story

import (
	"math"
	"slices"

	"newsbot/digest/text"
)

// bundle is a story while it grows.
type bundle struct {
	members []int
	vector  vector  // the sum of its items' vectors
	length  float64 // of the vector
	bare    float64 // length of what is neither names nor their words
	meaning meaning
	size    float64 // items
	rich    float64 // sum of how much its items have to compare, each 0 to 1
	full    float64 // likewise, of how far they have more than a lead
	titles  float64 // items of which only the title is known
	coy     float64 // items whose titles promise instead of telling what happened, but not what is known of it
	sequels float64 // items that isSequel is true of
	told    particulars
	outlets tally
	dated   bool
	first   float64 // hours since 1970 of its first and last dated items
	last    float64
	links   []link
	best    int32   // the story most like it, -1 for none
	stale   bool    // links and best are to be found anew
	version int32   // of what it is now; no two states of the book's stories have the same
	into    int32   // the story that it became part of, -1 while it is one
	alike   int     // articles of the stories that have enough in common with it, when it was last looked at
	crowded bool    // these were many once
	entry   int32   // in the index, -1 for none
	name    string  // the ID of the item that it began with
	fame    float64 // items that others know to be in a story of that name
	sorted  float64 // items when it was last grouped anew
}

// A title alone has about thinTerms terms and at most titleTerms, an article with the lead of its text, as most feeds have
// it, from richTerms to leadTerms, one with all of it fullTerms.
const (
	thinTerms  = 10
	titleTerms = 25
	richTerms  = 22
	leadTerms  = 30
	fullTerms  = 40
)

// isTitle reports whether nothing but the title is known of an item.
func (it *Item) isTitle() bool {
	n := len(it.Terms)
	return n <= titleTerms && n <= len(text.Query(it.Title))
}

// single is what is kept of an item by itself.
type single struct {
	vector  vector // not weighed: what a word tells changes with what comes
	meaning meaning
	rich    float64 // see bundle
	full    float64
	titles  float64
	coy     float64
	sequels float64
	told    particulars
	outlet  int32 // 0 if it is not known
	dated   bool
	hours   float64 // since 1970, of its time
	id      string
}

func newSingle(it *Item, v vector, m meaning, outlet int32) single {
	s := single{vector: v, meaning: m, id: it.ID, outlet: outlet}
	s.rich = way(len(it.Terms), thinTerms, richTerms)
	s.full = way(len(it.Terms), leadTerms, fullTerms)
	if it.isTitle() {
		s.titles = 1
	}
	title := CleanHeadline(it.Title, it.Source)
	if promises(title) && !explains(title) {
		s.coy = 1
	}
	if isSequel(it.Title) {
		s.sequels = 1
	}
	s.told = particularsOf(it, title)
	if !it.Time.IsZero() {
		s.dated, s.hours = true, float64(it.Time.Unix())/3600
	}
	return s
}

// way returns how far n is on the way from one number to another, 0 to 1.
func way(n, from, to int) float64 {
	return min(max(float64(n-from)/float64(to-from), 0), 1)
}

// bundle returns a story of the item alone, given its vector as weighed by now.
func (s *single) bundle(v vector) *bundle {
	b := &bundle{
		vector: v, meaning: s.meaning, size: 1, rich: s.rich, full: s.full, titles: s.titles, coy: s.coy, sequels: s.sequels, told: s.told,
		dated: s.dated, first: s.hours, last: s.hours, sorted: 1, best: -1, into: -1, entry: -1, name: s.id,
	}
	if s.outlet != 0 {
		b.outlets = tally{{s.outlet, 1}}
	}
	b.measure()
	return b
}

func (b *bundle) measure() {
	var square, bare float64
	for _, c := range b.vector {
		x := float64(c.value) * float64(c.value)
		square += x
		if c.kind == isTerm {
			bare += x
		}
	}
	b.length, b.bare = math.Sqrt(square), math.Sqrt(bare)
}

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
		b.name = other.name
	}
	b.fame += other.fame
	b.crowded = b.crowded || other.crowded
	b.vector = plus(b.vector, other.vector)
	b.meaning.add(&other.meaning)
	b.size += other.size
	b.sorted = max(b.sorted, other.sorted)
	b.rich += other.rich
	b.full += other.full
	b.titles += other.titles
	b.coy += other.coy
	b.sequels += other.sequels
	b.told = b.told.plus(&other.told)
	b.outlets = b.outlets.plus(other.outlets)
	b.members = append(b.members, other.members...)
	b.links = append(b.links, other.links...)
	b.span(other)
	b.entry = -1
	b.measure()
}

// namesBoth reports whether the story keeps its name when it and another become
// one: the one by whose name more items are known does, of two such the earlier
// one.
func (b *bundle) namesBoth(other *bundle) bool {
	switch {
	case b.fame != other.fame:
		return b.fame > other.fame
	case b.dated && other.dated && b.first != other.first:
		return b.first < other.first
	}
	return b.name < other.name
}
