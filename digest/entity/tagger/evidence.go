package tagger

// evidence is what a document as a whole tells about a capitalised word, by
// the word's hash: a name is mostly introduced in full once, with its title or
// its head word, and then used short (Ratinov & Roth 2009 call this context
// aggregation).
type evidence map[uint64]trace

// trace is a set of circumstances in which a word was seen.
type trace uint16

const (
	seenInside     trace = 1 << iota // capitalised, not at the beginning of a sentence
	seenLong                         // in a run of several words
	seenAfterTitle                   // in a run behind or with a title
	seenForename                     // behind a forename
	seenOrgHead                      // in a run that ends in "Council" or "Inc."
	seenPlaceHead                    // in a run that ends in "River" or "Province"
	seenAfterIn                      // a run by itself, behind "in", "at", "from", "near"
	seenBrackets                     // in brackets
	seenPerson                       // in a phrase listed as a person
	seenOrg                          // in a phrase listed as an organization
	seenPlace                        // in a phrase listed as a place
	numTraces      = iota
)

const (
	personClasses = FullName | OftenPerson
	orgClasses    = Company | Brand | Government | International | Party | Media | University | Team | Armed | OftenOrg
	placeClasses  = Country | City | Region | Nature | District | Facility | OftenPlace
)

var locative = map[string]bool{"in": true, "at": true, "from": true, "near": true}

// collect adds what a sentence tells.
func (e evidence) collect(s *sentence) {
	for i := 0; i < len(s.words); i++ {
		if r := s.runs[i]; r.last > 0 {
			e.collectRun(s, r)
			i = r.last - 1
		}
	}
	for _, m := range s.matches {
		t := trace(0)
		if m.classes&personClasses != 0 {
			t |= seenPerson
		}
		if m.classes&orgClasses != 0 {
			t |= seenOrg
		}
		if m.classes&placeClasses != 0 {
			t |= seenPlace
		}
		for _, w := range s.words[m.first:m.last] {
			if t != 0 && w.capital {
				e[w.hash] |= t
			}
		}
	}
}

func (e evidence) collectRun(s *sentence, r run) {
	common := trace(0)
	left, right, last := s.at(r.first-1), s.at(r.last), s.words[r.last-1]
	if r.last-r.first > 1 {
		common |= seenLong
	}
	if left.classes&Title != 0 && left != s.edge {
		common |= seenAfterTitle
	}
	if last.classes&(OrgHead|LegalForm) != 0 {
		common |= seenOrgHead
	}
	if last.classes&PlaceHead != 0 {
		common |= seenPlaceHead
	}
	if r.last-r.first == 1 && locative[left.text] {
		common |= seenAfterIn
	}
	if left.text == "(" && right.text == ")" {
		common |= seenBrackets
	}
	for i := r.first; i < r.last; i++ {
		if s.words[i].capital {
			e[s.words[i].hash] |= common | traceInRun(s, r, i)
		}
	}
}

func traceInRun(s *sentence, r run, i int) (t trace) {
	if i > 0 {
		t |= seenInside
	}
	if i > r.first && s.words[i-1].classes&Forename != 0 {
		t |= seenForename
	}
	if i > r.first && s.words[i-1].classes&Title != 0 {
		t |= seenAfterTitle
	}
	return t
}

// features appends what the document tells about a word.
func (e evidence) features(dst []uint64, w *word, first bool) []uint64 {
	if !w.capital {
		return dst
	}
	t := e[w.hash]
	if first {
		dst = append(dst, feature(tSeen, 1, mix(uint64(t&seenInside), uint64(w.usual))))
	}
	dst = append(dst, feature(tSeen, 2, uint64(t)))
	for c := 0; c < numTraces; c++ {
		if t&(1<<c) != 0 {
			dst = append(dst, feature(tSeen, 0, uint64(c)))
		}
	}
	return dst
}
