package keypoint

// quotes follows the quotation marks and brackets of a text. The last mark
// decides whether a quotation is open, so that one mark too many or too few
// does no harm to all that follows.
type quotes struct {
	inside   bool
	brackets int
	broken   bool // something was closed that was not open, or opened twice
}

// balanced reports whether everything that was opened was closed.
func (q *quotes) balanced() bool { return !q.inside && q.brackets == 0 && !q.broken }

// read goes over tokens first to last of a.
func (q *quotes) read(a *article, first, last int) {
	for i := first; i < last; i++ {
		switch w := a.word(i); w {
		case `"`:
			q.mark(a.opensQuote(i, !q.inside))
		case "“", "„", "«", "``", "「", "『":
			q.mark(true)
		case "”", "»", "''", "」", "』":
			q.mark(false)
		case "(", "[":
			q.brackets++
		case ")", "]":
			if q.brackets--; q.brackets < 0 {
				q.brackets, q.broken = 0, true
			}
		}
	}
}

func (q *quotes) mark(opens bool) {
	q.broken = q.broken || q.inside == opens
	q.inside = opens
}

// opensQuote reports whether the straight mark at token i opens a quotation, as
// the space around it tells, or else guess.
func (a *article) opensQuote(i int, guess bool) bool {
	before := i == 0 || a.Tokens[i-1].End < a.Tokens[i].Start || a.word(i-1) == "("
	after := i+1 >= len(a.Tokens) || a.Tokens[i].End < a.Tokens[i+1].Start
	if before == after {
		return guess
	}
	return before
}

func isQuote(w string) bool {
	switch w {
	case `"`, "“", "„", "«", "``", "''", "”", "»", "「", "」", "『", "』", "‘", "'", "’":
		return true
	}
	return false
}

// balanced reports whether tokens first to last hold no half quotation and no
// half bracket.
func (a *article) balanced(first, last int) bool {
	var q quotes
	q.read(a, first, last)
	return q.balanced() && a.singlesBalanced(first, last)
}

// singlesBalanced reports whether a quotation in single marks that begins in
// tokens first to last ends there too. The mark is an apostrophe as well, so
// only an opening one before a word counts.
func (a *article) singlesBalanced(first, last int) bool {
	open := 0
	for i := first; i < last; i++ {
		switch {
		case a.word(i) == "`" && open > 0 && a.Tokens[i-1].End == a.Tokens[i].Start: // what programs are told: "`merge()`"
			open--
		case a.opensSingle(i, last):
			open++
		case closesSingle(a.word(i)) && open > 0:
			open--
		case closesSingle(a.word(i)) && i > first && isStop(a.word(i-1)) && a.Tokens[i-1].End == a.Tokens[i].Start: // "by noon,' Ada Lind said"
			return false
		}
	}
	return open == 0
}

// opensSingle reports whether token i is a single mark that opens a quotation.
func (a *article) opensSingle(i, last int) bool {
	w := a.word(i)
	return w == "‘" || w == "`" ||
		w == "'" && (i == 0 || a.Tokens[i-1].End < a.Tokens[i].Start) && i+1 < last && a.Tokens[i].End == a.Tokens[i+1].Start
}

func closesSingle(w string) bool { return w == "'" || w == "’" }

// quoted returns the share of tokens first to last that stand in double
// quotation marks.
func (a *article) quoted(first, last int) float64 {
	var q quotes
	n := 0
	for i := first; i < last; i++ {
		q.read(a, i, i+1)
		if q.inside {
			n++
		}
	}
	return float64(n) / float64(last-first)
}
