package tagger

// Context is a run of capitalised words in a sentence, the tokens First up to,
// but without, Last, with the keys of the two words before it and of the two
// behind it.
type Context struct {
	First, Last int
	Left, Right Key
}

// Contexts calls emit with the runs of each sentence of a document, given as
// its sentences' pieces.
func (t *Tagger) Contexts(sentences [][]string, emit func(sentence int, c Context)) {
	s := t.scratch.Get().(*scratch)
	defer t.scratch.Put(s)
	t.model.prepare(&s.document, sentences, t.lookup)
	for i := range s.document.sentences {
		sent := &s.document.sentences[i]
		for j := 0; j < len(sent.runs); j++ {
			if r := sent.runs[j]; r.last > 0 {
				emit(i, sent.context(r.first, r.last))
				j = r.last - 1
			}
		}
	}
}

// context returns what stands beside a run.
func (s *sentence) context(first, last int) Context {
	left := mix(mix(1, s.at(first-2).lower), s.at(first-1).lower)
	right := mix(mix(2, s.at(last).lower), s.at(last+1).lower)
	return Context{first, last, keyOf(left), keyOf(right)}
}
