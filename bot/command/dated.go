package command

import (
	"context"
	"slices"
	"strings"
	"time"

	"newsbot/bot/block"
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

// timeWords are the words with which the times that are most asked for end.
func timeWords() []string {
	words := []string{"today", "yesterday", "tomorrow", "week", "weekend", "month"}
	for _, d := range week {
		words = append(words, strings.ToLower(d.String()))
	}
	for m := time.January; m <= time.December; m++ {
		words = append(words, strings.ToLower(m.String()))
	}
	return words
}

// meantTime offers the query with the time that its last word is a misspelling in, as in "last
// weak" and "storm yesteday". A word that is in the news is no misspelt one.
func (r *Responder) meantTime(ctx context.Context, q query) (block.Row, error) {
	last := len(q.words) - 1
	if last < 0 || !q.words[last].isBare() {
		return block.Row{}, nil
	}
	typed := strings.ToLower(q.words[last].Text)
	meant := Nearest(typed, timeWords())
	mended := q
	mended.words = slices.Clone(q.words)
	mended.words[last].Text = meant
	if _, _, ok := mended.dated(); meant == "" || meant == typed || !ok && (q.named || !namesPeriod(mended.words)) {
		return block.Row{}, nil
	}
	if found, err := r.isInNews(ctx, q, typed); err != nil || found {
		return block.Row{}, err
	}
	words := mended.written()
	if q.named {
		words = q.command.name + " " + words
	}
	row := q.row(q.open(written(words), words))
	row.Label = "Did you mean " + joinWords(mended.words) + "?"
	return row, nil
}
