package tagger

import (
	"strings"
	"sync"
	"sync/atomic"
)

// cacheSize is the number of word types whose scores a Tagger keeps.
const cacheSize = 1 << 15

// maxWord is the number of bytes of a token that are looked at.
const maxWord = 64

// Tagger finds the names in documents. It is safe for concurrent use.
type Tagger struct {
	model *Model
	// words is a cache of two places for each hash: a word comes into the
	// second, and into the first when it comes again, so that those that come
	// once do not drive out those that come always. Its memory is bounded
	// whatever the texts hold.
	words   [][2]atomic.Pointer[word]
	scratch sync.Pool // of *scratch
}

// scratch is the memory that tagging one document needs.
type scratch struct {
	document document
	viterbi  viterbi
	tokens   []scores
	features []uint64
	labels   []Label
}

// New makes a tagger.
func New(m *Model) *Tagger {
	t := &Tagger{model: m, words: make([][2]atomic.Pointer[word], cacheSize/2)}
	t.scratch.New = func() any { return new(scratch) }
	return t
}

// lookup returns the word of a text with its scores.
func (t *Tagger) lookup(text string) *word {
	text = text[:min(len(text), maxWord)]
	places := &t.words[mix(Hash(text), 2)%uint64(len(t.words))]
	first := places[0].Load()
	if first != nil && first.text == text {
		return first
	}
	if w := places[1].Load(); w != nil && w.text == text {
		places[0].Store(w)
		places[1].Store(first)
		return w
	}
	w := t.model.scoredWord(strings.Clone(text)) // a slice would keep its article in memory
	places[1].Store(w)
	return w
}

// scoredWord works out a word and its scores.
func (m *Model) scoredWord(text string) *word {
	w := m.newWord(text)
	var features []uint64
	for o := -window; o <= window; o++ {
		features = m.wordFeatures(features[:0], w, o)
		m.addWeights(&w.scores[o+window], features)
	}
	return w
}

// Tag calls emit with the names of each sentence of a document, given as its
// sentences' pieces.
func (t *Tagger) Tag(sentences [][]string, emit func(sentence int, names []Name)) {
	s := t.scratch.Get().(*scratch)
	defer t.scratch.Put(s)
	t.model.prepare(&s.document, sentences, t.lookup)
	for i := range s.document.sentences {
		t.model.score(s, &s.document.sentences[i])
		s.labels = s.viterbi.decode(s.labels[:0], s.tokens, &t.model.transitions)
		if names := Names(s.labels); len(names) > 0 {
			emit(i, names)
		}
	}
}

// score fills s.tokens with the score of each label of each token.
func (m *Model) score(s *scratch, sent *sentence) {
	s.tokens = append(s.tokens[:0], make([]scores, len(sent.words))...)
	sent.matchFeatures(func(i int, f uint64) { m.addWeights(&s.tokens[i], []uint64{f}) })
	for i := range sent.words {
		for o := -window; o <= window; o++ {
			s.tokens[i].add(&sent.at(i + o).scores[o+window])
		}
		s.features = sent.contextFeatures(s.features[:0], i, s.document.seen)
		m.addWeights(&s.tokens[i], s.features)
	}
}

// Gazetteer returns the lists of the model.
func (t *Tagger) Gazetteer() *Gazetteer { return t.model.gazetteer }

// Classes returns the gazetteer classes of a phrase, given as its pieces.
func (t *Tagger) Classes(pieces []string) Class { return t.model.gazetteer.Lookup(pieces) }

// UsualCase tells how running text mostly writes a word.
func (t *Tagger) UsualCase(word string) Case { return t.model.lexicon.CaseOf(strings.ToLower(word)) }
