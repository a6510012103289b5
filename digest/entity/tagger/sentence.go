package tagger

// sentence is one sentence of a document with what its tokens' features need.
type sentence struct {
	words   []*word
	matches []match
	runs    []run // by token; the zero run where a token is in none
	edge    *word // stands before the first and after the last token
}

// run is a stretch of capitalised tokens, with the short words that join them:
// "Ministry of Public Security".
type run struct {
	first, last int
	classes     Class // of its words, by themselves
	whole       Class // of the run as a phrase
	left, right uint8 // uses of what stands before and behind it
}

// at returns the word at i, the edge word beyond the ends.
func (s *sentence) at(i int) *word {
	if i < 0 || i >= len(s.words) {
		return s.edge
	}
	return s.words[i]
}

// joins are the words that may stand inside a run.
var joins = map[string]bool{
	"of": true, "the": true, "for": true, "de": true, "la": true, "del": true, "da": true, "di": true,
	"van": true, "von": true, "der": true, "den": true, "bin": true, "ibn": true, "al": true, "el": true,
	"-": true, "–": true, "&": true, "'": true, "’": true, ".": true,
}

// findRuns fills s.runs.
func (s *sentence) findRuns(x *Extractor) {
	s.runs = append(s.runs[:0], make([]run, len(s.words))...)
	for i := 0; i < len(s.words); i++ {
		if !s.words[i].capital {
			continue
		}
		last := s.runEnd(i)
		classes := Class(0)
		for _, w := range s.words[i:last] {
			classes |= w.classes
		}
		r := run{first: i, last: last, classes: classes, whole: x.gazetteer.whole(s.words[i:last])}
		beside := s.context(i, last)
		r.left, r.right = x.lexicon.useIn(beside.Left), x.lexicon.useIn(beside.Right)
		for j := i; j < last; j++ {
			s.runs[j] = r
		}
		i = last - 1
	}
}

// runEnd returns the end of the run that begins at i.
func (s *sentence) runEnd(i int) int {
	end := i + 1
	for j := i + 1; j < len(s.words) && j <= end+2; j++ {
		w := s.words[j]
		switch {
		case w.capital && !s.afterDateline(j):
			end = j + 1
		case !joins[w.text]:
			return end
		}
	}
	return end
}

// afterDateline reports whether a sentence goes on at i behind a dateline:
// "LONDON - Trains stood still".
func (s *sentence) afterDateline(i int) bool {
	return i > 1 && i < 6 && s.words[i-2].upper && !s.words[i].upper && (s.words[i-1].text == "-" || s.words[i-1].text == "–")
}

// plain reports whether nothing around i looks like a name, so that the words'
// own features decide.
func (s *sentence) plain(i int) bool {
	for _, w := range [...]*word{s.at(i - 1), s.at(i), s.at(i + 1)} {
		if w.capital || w.digit {
			return false
		}
	}
	return true
}

// contextFeatures appends the features of token i that depend on more than one
// word.
func (s *sentence) contextFeatures(dst []uint64, i int, seen evidence) []uint64 {
	if s.plain(i) {
		return dst
	}
	add := func(template, offset int, value uint64) { dst = append(dst, feature(template, offset, value)) }
	l2, l1, w, r1, r2 := s.at(i-2), s.at(i-1), s.at(i), s.at(i+1), s.at(i+2)
	add(tPair, -1, mix(l1.lower, w.lower))
	add(tPair, 1, mix(w.lower, r1.lower))
	add(tAround, 0, mix(l1.lower, r1.lower))
	add(tShapes, 0, mix(mix(l1.shape, w.shape), r1.shape))
	add(tTwoLeft, 0, mix(mix(l2.lower, l1.lower), w.shape))
	add(tTwoRight, 0, mix(mix(r1.lower, r2.lower), w.shape))
	add(tClusters, -1, mix(uint64(l1.cluster), uint64(w.cluster)))
	add(tClusters, 1, mix(uint64(w.cluster), uint64(r1.cluster)))
	if l1.classes != 0 || r1.classes != 0 {
		add(tClassPair, -1, mix(uint64(l1.classes&listed), uint64(w.classes&listed)))
		add(tClassPair, 1, mix(uint64(w.classes&listed), uint64(r1.classes&listed)))
		add(tInducedPair, -1, mix(uint64(l1.classes>>numListed), uint64(w.classes>>numListed)))
		add(tInducedPair, 1, mix(uint64(w.classes>>numListed), uint64(r1.classes>>numListed)))
	}
	if i == 0 {
		add(tFirst, 0, mix(w.shape, uint64(w.usual)))
		add(tFirst, 1, mix(mix(w.shape, uint64(w.usual)), r1.shape))
	}
	dst = s.runFeatures(dst, i)
	return seen.features(dst, w, i == 0)
}

// partClasses are the classes of words that tell what the run they are part of is.
const partClasses = Forename | Surname | Title | Country | City | OrgHead | PlaceHead | LegalForm | Nationality | Date

// runFeatures appends what the token's run and its surroundings tell.
func (s *sentence) runFeatures(dst []uint64, i int) []uint64 {
	r := s.runs[i]
	if r.last == 0 {
		return dst
	}
	at := uint64(Name{First: r.first, Last: r.last}.position(i))
	left, right := s.at(r.first-1), s.at(r.last)
	first, last := s.words[r.first], s.words[r.last-1]
	if r.whole != 0 {
		dst = append(dst, feature(tRunWhole, 0, mix(uint64(r.whole&listed), at)), feature(tRunWhole, 1, mix(uint64(r.whole>>numListed), at)))
	}
	if r.left != 0 {
		dst = append(dst, feature(tContext, -1, mix(uint64(r.left), at)))
	}
	if r.right != 0 {
		dst = append(dst, feature(tContext, 1, mix(uint64(r.right), at)))
	}
	if r.left != 0 && r.right != 0 {
		dst = append(dst, feature(tContext, 0, mix(mix(uint64(r.left), uint64(r.right)), at)))
	}
	return append(dst,
		feature(tRunLeft, 0, mix(left.lower, at)),
		feature(tRunRight, 0, mix(right.lower, at)),
		feature(tRunLeft, 1, mix(uint64(left.cluster), at)),
		feature(tRunRight, 1, mix(uint64(right.cluster), at)),
		feature(tRunHead, 0, mix(last.lower, at)),
		feature(tRunStart, 0, mix(first.lower, at)),
		feature(tRunHead, 1, mix(uint64(last.cluster), at)),
		feature(tRunStart, 1, mix(uint64(first.classes&listed), at)),
		feature(tRunClasses, 0, mix(uint64(r.classes&partClasses), at)),
		feature(tRunClasses, 1, mix(uint64(r.classes>>numListed), at)),
		feature(tRunSides, 0, mix(mix(uint64(left.cluster), uint64(right.cluster)), at)),
		feature(tRunLength, 0, mix(uint64(min(r.last-r.first, 7)), at)))
}

// matchFeatures calls add for each token of each phrase of the gazetteer.
func (s *sentence) matchFeatures(add func(i int, feature uint64)) {
	for _, m := range s.matches {
		n := Name{First: m.first, Last: m.last}
		length := uint64(min(m.last-m.first, 4))
		for c := 0; c < numClasses; c++ {
			if m.classes&(1<<c) == 0 {
				continue
			}
			for i := m.first; i < m.last; i++ {
				add(i, feature(tMatch, 0, mix(uint64(c)<<8|uint64(n.position(i)), length)))
			}
		}
	}
}
