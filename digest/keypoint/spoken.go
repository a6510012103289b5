package keypoint

// addresses reports whether tokens first to last speak of the writer or to the
// reader, outside of quotations.
func (a *article) addresses(first, last int) bool {
	var q quotes
	reports, single := a.reports(first, last), false // single: in a quotation in single marks, of somebody
	for i := first; i < last; i++ {
		q.read(a, i, i+1)
		single = reports && a.opensSingle(i, last) || single && !closesSingle(a.word(i))
		w := a.word(i)
		if i == first || a.caseless {
			w = a.low[i]
		}
		if !q.inside && !single && (speakers.Has(w) || w == "I" && !isName(a.word(i-1))) { // not World War I
			return true
		}
	}
	return false
}

// A text in which more than spokenShare of the sentences, and at least leastSpoken, say
// "I" or "you" is what somebody says: an interview, a hearing, a speech.
const (
	spokenShare = 0.25
	leastSpoken = 4
)

// isSpoken reports whether somebody speaks throughout the text.
func (a *article) isSpoken() bool {
	var q quotes
	n := 0
	for i, s := range a.Sentences {
		if s.Paragraph == 0 {
			continue
		}
		if a.opensParagraph(i) {
			q = quotes{}
		}
		speaks := false
		for t := s.First; t < s.Last; t++ {
			q.read(a, t, t+1)
			speaks = speaks || !q.inside && talk.Has(a.low[t])
		}
		n += int(indicator(speaks))
	}
	return a.english && !a.caseless && n >= leastSpoken && float64(n) > spokenShare*float64(a.body)
}
