package keypoint

import (
	"strings"
	"unicode/utf8"
)

// minClause is the least number of tokens that a clause of a cut sentence has.
const minClause = 9

// clauseStarts open what the rest of a sentence before it can do without.
var clauseStarts = set(`which who whose where when while whereas although though but as after before because since with
	including adding saying making leaving following amid despite so yet nor according even just unless until whom
	prompting raising causing forcing bringing citing noting sparking triggering ending using giving taking a an`)

// subordinators open a sentence whose main clause comes after a comma.
var subordinators = set(`While Although Though If As When After Before Because Since Unless Whereas Until Despite With
	Even Once Asked In On At By For From Under Amid`)

// verbs that have no ending of their own and that news tells with; with
// auxiliaries and reporting they show that a clause has a verb.
var verbs = set(`won lost left made took held fell rose cut hit put set met led sold bought sent kept found gave began told
	became went came saw got ran struck broke shot fought drew grew flew spoke wrote paid built taught caught
	wins loses leaves makes takes holds falls rises hits puts sets meets leads sells buys sends keeps finds gives begins
	plans wants faces aims seeks tells vows calls urges needs`)

// shorten returns the end of the longest head of tokens first to last that is
// no longer than a point may be and stands by itself, or first where there is
// none: the clause behind it is left out.
func (a *article) shorten(first, last int) int {
	if !a.english {
		return first
	}
	start := a.Tokens[first].Start
	commas, dashes, best := 0, 0, first
	attributed := a.attributedAtEnd(first, last)
	for i := first + 1; i < last-2 && a.Tokens[i].Start-start <= maxLength*utf8.UTFMax; i++ {
		w := a.word(i)
		if w == "-" { // a hyphen between spaces, or a dash
			dashes++
		}
		if w != "," && w != ";" && !isDash(w) || w == "-" {
			continue
		}
		if a.length(first, i) > maxLength {
			break
		}
		if w == "," {
			commas++
		} else if isDash(w) {
			dashes++
		}
		whole := commas > 1 || !subordinators[a.word(first)]
		aside := dashes > 1 || dashes == 1 && !isDash(w)
		if i-first >= minClause && whole && !aside && a.opensClause(i, last) && a.isClause(first, i) &&
			(!attributed || a.reports(first, i)) && a.balanced(first, i) {
			best = i
		}
	}
	return best
}

// opensClause reports whether the mark at token i stands before a clause that
// can be left out.
func (a *article) opensClause(i, last int) bool {
	next := a.low[i+1]
	if a.word(i) != "," {
		return true
	}
	if next == "and" && i+2 < last {
		after := a.low[i+2]
		return pronouns[after] || after == "the" || after == "who" || after == "which"
	}
	return clauseStarts[next]
}

// isClause reports whether tokens first to last hold what looks like a verb.
func (a *article) isClause(first, last int) bool {
	for i := first + 1; i < last; i++ {
		w := a.word(i)
		if auxiliaries[w] || reporting[w] || verbs[w] || len(w) > 4 && strings.HasSuffix(w, "ed") {
			return true
		}
	}
	return false
}

// reports reports whether tokens first to last name the source of what is said.
func (a *article) reports(first, last int) bool {
	for i := first; i < last; i++ {
		if reporting[a.low[i]] {
			return true
		}
	}
	return false
}

// attributedAtEnd reports whether the last words of tokens first to last name
// the source of the sentence: "..., the board said."
func (a *article) attributedAtEnd(first, last int) bool {
	const longest = 14
	for i := last - 1; i > max(first, last-longest); i-- {
		if a.word(i) == "," {
			next := a.low[min(i+1, last-1)]
			return next != "which" && next != "who" && a.reports(i, last)
		}
	}
	return false
}
