package keypoint

import (
	"regexp"
	"slices"
	"strconv"

	"newsbot/digest/text"
)

// isMinuted reports whether several paragraphs of a text begin with minutes of a match, which have their mark or stand below
// a title that says that it is live and who plays: "75 Labour members have lost their seats" counts them.
func (a *article) isMinuted() bool {
	const several = 3
	live, minutes := false, 0
	for i, s := range a.Sentences {
		switch words := a.wordsOf(i); {
		case s.Paragraph == 0:
			live = live || slices.Contains(words, "live") && slices.ContainsFunc(words, versus.Has)
		case a.opensParagraph(i):
			if end := a.afterMinute(s.First, s.Last); end > s.First+1 || live && end > s.First {
				minutes++
			}
		}
	}
	return minutes >= several
}

// afterMinute returns the first token behind the minute of a match that its report begins with, or behind the clock of a
// period, or first: "75 Lund", "90+5' Lund", "OT 12:10 Lund".
func (a *article) afterMinute(first, last int) int {
	end := first + 1
	switch {
	case periods.Has(a.low[first]) && end < last && isClock(a.low[end]):
		end++
	case !isMinute(a.word(first)):
		return first
	case end+1 < last && a.word(end) == "+" && isMinute(a.word(end+1)):
		end += 2
	}
	for end < last && (isQuote(a.word(end)) || a.word(end) == "′" || a.word(end) == ":") {
		end++
	}
	if end == last || !a.begins(end) || isDigit(a.word(end)[0]) {
		return first
	}
	return end
}

// isMinute reports whether w may be a minute of a match.
func isMinute(w string) bool {
	if !isDigit(w[0]) { // as most are not, of which an error would be made each time
		return false
	}
	minute, err := strconv.Atoi(w)
	return err == nil && 0 < minute && minute <= 130
}

// finalScore matches how a match ended: "FULL TIME: Sund 1 Halvik 2.", "Final: Sund Seals 4, Brekke 3 (OT)", "FT: Sund 1-2 Halvik".
var finalScore = func() *regexp.Regexp {
	const team = `\p{Lu}[\pL.'’]*(?:[ -](?:\p{Lu}[\pL.'’]*|of|and|de))*`
	return regexp.MustCompile(`^(?:(?i:full[ -]time)|FT|FINAL|Final)(?i: score)?(?: ?[:!–—-])? ` + team + ` \d+(?:,? ` + team + ` \d+| ?[–-] ?\d+ ` + team + `)(?: \([^()]+\))?\.?$`)
}()

// endOfMatch returns the candidate that sentence i is if it tells how a match ended.
func (a *article) endOfMatch(i int) (c candidate, ok bool) {
	s := a.Sentences[i]
	first := a.afterEntry(s.First, s.Last)
	return candidate{sentence: i, first: first, last: s.Last, outcome: true}, finals.Has(a.low[first]) && finalScore.MatchString(a.said(first, s.Last))
}

var (
	periods = text.WordSet(`1st 2nd 3rd 4th ot q1 q2 q3 q4`)
	finals  = text.WordSet(`full full-time ft final`)
	versus  = text.WordSet(`v vs`)
)
