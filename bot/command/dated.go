package command

import (
	"slices"
	"strings"
	"time"
)

// maxPeriodWords is how many words a period at the end of a line has at most.
const maxPeriodWords = 5

// dated takes the period off the end of a search: "Esbjerg yesterday", "storm last week",
// "ferries on monday". It is not ok where the search has none or says since and until. A
// weekday or a month without "on" or "in" before it is no period, nor is a week: there are
// Black Friday, Red October and Fashion Week.
func (q query) dated() (words []word, p period, ok bool) {
	if q.options["since"] != "" || q.options["until"] != "" {
		return nil, p, false
	}
	for n := min(maxPeriodWords, len(q.words)-1); n > 0; n-- {
		rest, tail := q.words[:len(q.words)-n], q.words[len(q.words)-n:]
		text := joinWords(tail)
		if n == 1 && isPartOfNames(text) || !namesPeriod(tail) {
			continue
		}
		if p, ok, err := parsePeriod(text, q.now, q.reader()); ok && err == nil {
			return rest, p, true
		}
	}
	return nil, p, false
}

// isPartOfNames reports whether a period is a word with which names end too.
func isPartOfNames(word string) bool {
	word = strings.ToLower(word)
	_, isDay := weekdayBack(word, time.Sunday)
	_, isMonth := parseMonth(word, time.Time{}, true)
	return isDay || isMonth || slices.Contains([]string{"week", "weekend", "month"}, word)
}
