package tagger

import (
	"strings"
	"sync"

	"newsbot/digest/cache"
)

// cacheSize is the number of word types whose scores a Tagger keeps.
const cacheSize = 1 << 15

// maxWord is the number of bytes of a token that are looked at.
const maxWord = 64

// Tagger finds the names in documents. It is safe for concurrent use.
type Tagger struct {
	model   *Model
	words   *cache.Cache[word]
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
	t := &Tagger{model: m, words: cache.New[word](cacheSize)}
	t.scratch.New = func() any { return new(scratch) }
	return t
}

// lookup returns the word of a text with its scores.
func (t *Tagger) lookup(text string) *word {
	text = text[:min(len(text), maxWord)]
	if w := t.words.Get(text); w != nil {
		return w
	}
	return t.words.Put(text, t.model.scoredWord(strings.Clone(text))) // a slice would keep its article in memory
}

// scoredWord works out a word and its scores.
func (m *Model) scoredWord(text string) word {
	w := m.newWord(text)
	var features []uint64
	for o := -window; o <= window; o++ {
		features = m.wordFeatures(features[:0], w, o)
		m.addWeights(&w.scores[o+window], features)
	}
	return *w
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
		s.tokens[i].addAll(&sent.at(i - 2).scores[0], &sent.at(i - 1).scores[1], &sent.at(i).scores[2], &sent.at(i + 1).scores[3], &sent.at(i + 2).scores[4])
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
