package text

import (
	"iter"
	"maps"
	"strings"
)

// Words is a set of words.
type Words struct {
	words   map[string]bool
	lengths [32]uint64 // of the words by the last bits of their first byte: a quick look tells that most strings are none
}

// WordSet returns the words of a list that blanks separate, as a set.
func WordSet(words string) *Words {
	set := &Words{words: make(map[string]bool)}
	for w := range strings.FieldsSeq(words) {
		set.words[w] = true
		set.lengths[w[0]%32] |= 1 << (len(w) % 64)
	}
	return set
}

// union returns the words of all sets.
func union(sets ...*Words) *Words {
	all := &Words{words: make(map[string]bool)}
	for _, set := range sets {
		maps.Copy(all.words, set.words)
		for i, lengths := range set.lengths {
			all.lengths[i] |= lengths
		}
	}
	return all
}

// Has reports whether a word is in the set.
func (s *Words) Has(word string) bool {
	return word != "" && s.lengths[word[0]%32]&(1<<(len(word)%64)) != 0 && s.words[word]
}

// All yields the words, in no order.
func (s *Words) All() iter.Seq[string] { return maps.Keys(s.words) }
