package text

import (
	"iter"
	"maps"
	"strings"
)

// Words is a set of words.
type Words struct {
	words map[string]bool
	marks [32]uint64 // of the words by the last bits of their first byte: a quick look tells that most strings are none
}

// markOf returns a bit for the length and the last byte of a word.
func markOf(word string) uint64 { return 1 << ((len(word) + 8*int(word[len(word)-1])) % 64) }

// WordSet returns the words of a list that blanks separate, as a set.
func WordSet(words string) *Words {
	set := &Words{words: make(map[string]bool)}
	for w := range strings.FieldsSeq(words) {
		set.words[w] = true
		set.marks[w[0]%32] |= markOf(w)
	}
	return set
}

// union returns the words of all sets.
func union(sets ...*Words) *Words {
	all := &Words{words: make(map[string]bool)}
	for _, set := range sets {
		maps.Copy(all.words, set.words)
		for i, marks := range set.marks {
			all.marks[i] |= marks
		}
	}
	return all
}

// Has reports whether a word is in the set.
func (s *Words) Has(word string) bool {
	return word != "" && s.marks[word[0]%32]&markOf(word) != 0 && s.words[word]
}

// All yields the words, in no order.
func (s *Words) All() iter.Seq[string] { return maps.Keys(s.words) }
