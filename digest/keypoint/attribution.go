package keypoint

import (
	"slices"

	"newsbot/digest/text"
)

// longestSource is how many tokens a phrase has at most that names who said what stands
// before it: ", the board said in a statement on Monday".
const longestSource = 14

// sourceBehind returns the comma before the phrase at the end of tokens first to last that
// says who said the rest ("..., the board said"), first where there is none. A
// superlative may stand behind it: "..., the board said, in the biggest recall since 2024."
func (a *article) sourceBehind(first, last int) int {
	end := last
	for range 2 {
		comma := a.lastComma(first, end)
		if comma <= first || comma < end-longestSource {
			return first
		}
		next := a.low[min(comma+1, last-1)]
		if next != "which" && next != "who" && a.reports(comma, end) {
			return comma
		}
		if next != "in" && next != "after" {
			return first
		}
		end = comma
	}
	return first
}

// lastComma returns the last comma among tokens first to last, first where there is none.
func (a *article) lastComma(first, last int) int {
	for i := last - 1; i > first; i-- {
		if a.word(i) == "," {
			return i
		}
	}
	return first
}

// reports reports whether tokens first to last name the source of what is said.
func (a *article) reports(first, last int) bool {
	return slices.ContainsFunc(a.low[first:last], func(w string) bool { return reporting.Has(w) })
}

// isDeed reports whether tokens first to last tell what somebody did that is so whoever
// says it: a prize won, a recall, an appointment, a deal.
func (a *article) isDeed(first, last int) bool {
	done := false
	for _, w := range a.low[first:last] {
		if contested.Has(w) {
			return false
		}
		done = done || deeds.Has(w)
	}
	return done
}

// deeds are the verbs of what is so whoever says it, contested words of what may
// be so for some only.
var (
	deeds = text.WordSet(`won wins recall recalls recalling recalled appoint appoints appointing appointed named elected awarded hired
		chosen signed acquired launched opened`)
	contested = text.WordSet(`kill kills killed killing die died dead death deaths injured wounded attack attacks attacked shot fired bombed strike strikes
		accuse accused accuses accusing blame blamed deny denied steal stole stolen hacked leaked rape raped murder murdered abuse abused crime crimes
		fraud alleged allegedly suspected charged arrested war army troops soldiers militants rebels hostages weapons missile missiles drone drones
		may might could would`)
)

// isNameless reports whether tokens first to last speak of who said it without saying who:
// "people familiar with the matter said".
func (a *article) isNameless(first, last int) bool {
	return slices.ContainsFunc(a.low[first:last], func(w string) bool { return nameless.Has(w) })
}

// nameless are speakers on whom the truth of what they say hangs.
var nameless = text.WordSet(`people person sources source officials official diplomats familiar according police prosecutors witnesses
	analysts lawyers relatives activists media reports report newspaper`)
