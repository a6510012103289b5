package story

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"newsbot/digest/entity"
	"newsbot/digest/parallel"
	"newsbot/digest/text"
)

// vector is a sparse vector in order of its dimensions.
type vector []component

// component is one dimension of a vector. A story's vector is the sum of those
// of its items.
type component struct { // most of a book's memory: 12 bytes
	dim    int32
	value  float32
	held   uint16 // items that have the dimension, at most as many as it can count
	rarity rarity // of the dimension, when the first of these items was weighed
	kind   kind
}

// kind is what a dimension is of an item.
type kind uint8

const (
	isTerm kind = iota
	isName
	isWord // a term that one of the item's names holds: it tells the name once more
	kinds
)

// space numbers what articles have in common: terms and entities, each a
// dimension of its own, and knows how many articles have it.
type space struct {
	Weights
	terms    map[string]int32 // dimensions of terms
	names    map[string]named // by ID of the entity
	common   map[string]float64
	meanings map[string]*meaning
	dims     []dimension
	items    int // seen so far
}

// named is what the space knows of an entity.
type named struct {
	dim   int32
	words []string // the terms of its name, and its initials
}

// dimension is what the space knows of one.
type dimension struct {
	held    int      // items that have it
	outside float64  // share of articles in general that have it
	meaning *meaning // of a term, nil where it is unknown
}

func (w Weights) newSpace() *space {
	return &space{Weights: w, terms: make(map[string]int32), names: make(map[string]named), common: commonness(), meanings: meanings()}
}

// vectors returns a vector for every item, not weighed yet; an item that has
// neither terms nor entities gets an empty one.
func (s *space) vectors(items []Item) []vector {
	vectors := make([]vector, len(items))
	for i := range items {
		vectors[i] = s.number(&items[i])
	}
	parallel.Each(len(items), func(i int) { vectors[i] = vectors[i].sorted() })
	s.items += len(items)
	for _, v := range vectors {
		for _, c := range v {
			s.dims[c.dim].held++
		}
	}
	return vectors
}

// number returns the item's vector before it is sorted. That of a round-up or a table with a text is empty: it
// has something in common with every story that it tells of, and would make one of them.
func (s *space) number(it *Item) vector {
	title := CleanHeadline(it.Title, it.Source)
	if gathers(title, spaced(title)) && !it.isTitle() {
		return nil
	}
	if len(it.Terms) > titleTerms {
		it = signed(it)
	}
	v := make(vector, 0, len(it.Terms)+len(it.Entities)+8)
	add := func(dim int32, k kind, value float64) {
		if value > 0 {
			v = append(v, component{dim: dim, held: 1, value: float32(min(value, 1)), kind: k})
		}
	}
	ofNames := make(map[string]kind) // kinds where they are of asides
	for _, n := range it.Entities {
		name, k := s.name(n.ID), isWord
		if n.Salience == asideSalience {
			k = kinds
		} else {
			add(name.dim, isName, math.Sqrt(n.Salience))
		}
		for _, w := range name.words {
			if ofNames[w] != isWord {
				ofNames[w] = k
			}
		}
	}
	addTerm := func(word string, weight float64) {
		if k := ofNames[word]; k != kinds {
			add(s.term(word), k, weight)
		}
	}
	for _, t := range it.Terms {
		addTerm(t.Word, t.Weight)
	}
	if len(it.Terms) == 0 {
		for _, word := range text.Query(title) {
			addTerm(word, 1)
		}
	}
	return v
}

// sorted returns v in order of its dimensions, each once.
func (v vector) sorted() vector {
	slices.SortFunc(v, func(a, b component) int {
		return cmp.Or(cmp.Compare(a.dim, b.dim), cmp.Compare(b.value, a.value))
	})
	return slices.CompactFunc(v, func(a, b component) bool { return a.dim == b.dim })
}

// term returns the dimension of a term.
func (s *space) term(word string) int32 {
	d, ok := s.terms[word]
	if !ok {
		d = s.add(dimension{outside: s.share(word), meaning: s.meanings[word]})
		s.terms[word] = d
	}
	return d
}

// name returns what the space knows of an entity, given its ID. Its dimension is as rare
// as the rarest word of the ID.
func (s *space) name(id string) named {
	id = entity.Untyped(id)
	known, ok := s.names[id]
	if !ok {
		rarest := 1.0
		for word := range strings.FieldsFuncSeq(id, idMark) {
			rarest = min(rarest, s.share(word))
		}
		known = named{s.add(dimension{outside: rarest}), nameWords(id)}
		s.names[id] = known
	}
	return known
}

// nameWords returns the terms of the name of an entity, and its initials, given its ID without the type.
func nameWords(id string) []string {
	_, name, _ := strings.Cut(id, "/")
	words := text.Query(strings.ReplaceAll(name, "-", " "))
	if short := initials(strings.Join(words, " ")); len(short) >= fewestInitials {
		words = append(words, short)
	}
	return words
}

// fewestInitials are those that may stand for a name.
const fewestInitials = 3

func (s *space) add(d dimension) int32 {
	s.dims = append(s.dims, d)
	return int32(len(s.dims) - 1)
}

// share returns the share of articles in general that hold a word.
func (s *space) share(word string) float64 {
	if c, ok := s.common[word]; ok {
		return c
	}
	return s.Rare
}

// telling returns how telling a dimension is: the inverse of the share of
// documents that have it, in the items and in the embedded table together.
func (s *space) telling(d int32) float64 {
	dim := s.dims[d]
	return math.Log((float64(s.items) + s.Prior) / (float64(dim.held) + s.Prior*dim.outside))
}

// rarity returns how rare a dimension is in articles in general, as far as the
// embedded table tells; else in the items. What a big story is about is common
// in them, and yet tells that they are of that story.
func (s *space) rarity(d int32) rarity {
	if outside := s.dims[d].outside; outside > s.Rare {
		return rarityOf(outside)
	}
	return rarityOf(math.Exp(-s.telling(d)))
}

// idMark reports whether r stands between the words of an entity's ID.
func idMark(r rune) bool { return r == '-' || r == '/' || r == ':' || r == '_' }

// weighed returns the vector of an item weighed and brought to length 1, its
// entities counting Names beside its terms. The weights of its components follow
// from all items seen so far.
func (s *space) weighed(raw vector) vector {
	v := slices.Clone(raw)
	var terms, names float64
	for i, c := range v {
		x := float64(c.value) * s.telling(c.dim)
		v[i].value, v[i].rarity = float32(x), s.rarity(c.dim)
		if c.kind == isName {
			names += x * x
		} else {
			terms += x * x
		}
	}
	whole := 0.0
	if terms > 0 {
		whole++
	}
	if names > 0 {
		whole += s.Names
	}
	for i, c := range v {
		if c.kind == isName {
			v[i].value *= float32(math.Sqrt(s.Names / (names * whole)))
		} else {
			v[i].value /= float32(math.Sqrt(terms * whole))
		}
	}
	return v
}

// plus returns a + b without what is too light to matter, so that the vector
// of a big story stays short.
func plus(a, b vector) vector {
	sum := make(vector, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].dim < b[0].dim:
			sum, a = append(sum, a[0]), a[1:]
		case a[0].dim > b[0].dim:
			sum, b = append(sum, b[0]), b[1:]
		default:
			both := a[0]
			both.held = uint16(min(int(both.held)+int(b[0].held), math.MaxUint16))
			both.value += b[0].value
			both.kind = max(both.kind, b[0].kind)
			sum = append(sum, both)
			a, b = a[1:], b[1:]
		}
	}
	sum = append(append(sum, a...), b...)
	return sum.trim()
}

// longest is how many components the vector of a story may have; it is cut to
// half of them when it has more.
const longest = 400

func (v vector) trim() vector {
	if len(v) <= longest {
		return v
	}
	values := make([]float32, len(v))
	for i, c := range v {
		values[i] = c.value
	}
	slices.Sort(values)
	least := values[len(v)-longest/2]
	return slices.DeleteFunc(v, func(c component) bool { return c.value < least })
}
