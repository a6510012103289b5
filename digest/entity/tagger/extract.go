package tagger

// Extractor turns documents into features. The trainer and the tagger share
// it, so that both see the same.
type Extractor struct {
	gazetteer *Gazetteer
	lexicon   *Lexicon
}

// Gazetteer returns the lists of the extractor.
func (x *Extractor) Gazetteer() *Gazetteer { return x.gazetteer }

// edgeText stands for the tokens beyond the ends of a sentence.
const edgeText = "\x00"

// document is a document prepared for feature extraction.
type document struct {
	sentences []sentence
	seen      evidence
}

// prepare fills d from the tokens of a document; lookup gives their words.
func (x *Extractor) prepare(d *document, sentences [][]string, lookup func(string) *word) {
	d.seen = evidence{}
	edge := lookup(edgeText)
	for len(d.sentences) < len(sentences) {
		d.sentences = append(d.sentences, sentence{})
	}
	d.sentences = d.sentences[:len(sentences)]
	for i, tokens := range sentences {
		s := &d.sentences[i]
		s.edge, s.words = edge, s.words[:0]
		for _, t := range x.recase(tokens) {
			s.words = append(s.words, lookup(t))
		}
		s.findRuns(x)
		s.matches = x.gazetteer.matches(s.matches[:0], s.words)
		d.seen.collect(s)
	}
}

// Reader reads documents for training. It keeps the features of each word it
// met, and is not safe for concurrent use.
type Reader struct {
	extractor *Extractor
	words     map[string]*word
	own       map[*word]*Around // features of words, by offset
	document  document
	matched   [][]uint64
	features  []uint64
}

// NewReader makes a reader.
func (x *Extractor) NewReader() *Reader {
	return &Reader{extractor: x, words: map[string]*word{}, own: map[*word]*Around{}}
}

// Around holds the features of the words around a token and its own, which
// all tokens share that see the same word from the same place.
type Around [2*window + 1][]uint64

// Features calls emit with the features of each token of a document, given as
// its sentences' pieces: those of the words around it and those of its context.
// The slice context is good until emit returns.
func (r *Reader) Features(sentences [][]string, emit func(sentence, token int, around *Around, context []uint64)) {
	r.extractor.prepare(&r.document, sentences, r.lookup)
	for i := range r.document.sentences {
		s := &r.document.sentences[i]
		r.matched = append(r.matched[:0], make([][]uint64, len(s.words))...)
		s.matchFeatures(func(t int, f uint64) { r.matched[t] = append(r.matched[t], f) })
		for t := range s.words {
			var around Around
			for o := range around {
				around[o] = r.own[s.at(t+o-window)][o]
			}
			r.features = append(r.features[:0], r.matched[t]...)
			r.features = s.contextFeatures(r.features, t, r.document.seen)
			emit(i, t, &around, r.features)
		}
	}
}

func (r *Reader) lookup(text string) *word {
	w, ok := r.words[text]
	if !ok {
		w = r.extractor.newWord(text)
		r.words[text] = w
		own := new(Around)
		for o := range own {
			own[o] = r.extractor.wordFeatures(nil, w, o-window)
		}
		r.own[w] = own
	}
	return w
}
