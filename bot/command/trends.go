package command

import (
	"context"
	"fmt"
	"strings"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
)

// What trends show.
const (
	trendSpan    = 1 * day // the window, unless the reader names another
	maxTrendSpan = 30 * day
	maxTrends    = 8 // names
	maxRising    = 5 // stories
)

// trendWords are the lengths of time that people name without a number.
var trendWords = map[string]time.Duration{"day": day, "today": day, "week": 7 * day, "month": maxTrendSpan}

// Trends returns what /news trends answers at a moment to who writes words behind it.
// IsMisuse tells an error that is the reader's.
func Trends(ctx context.Context, news News, words string, now time.Time) (digest.Trends, error) {
	q := newQuery(Asker{Zone: now.Location()}, words, now)
	q.words = split(words)
	span, err := q.span()
	if err != nil {
		return digest.Trends{}, err
	}
	return New(Config{News: news, Now: func() time.Time { return now }}).trendsOf(ctx, q, span)
}

// trends answers with the names and stories whose share of the news has grown.
func (r *Responder) trends(ctx context.Context, q query) (block.Message, error) {
	span, err := q.span()
	if err != nil {
		return block.Message{}, err
	}
	t, err := r.trendsOf(ctx, q, span)
	if err != nil {
		return block.Message{}, err
	}
	rising, compared := q.reader().Rising(t), q.reader().Compared(t)
	if len(t.Names)+len(t.Stories) == 0 {
		longer := q.open("Trends of 7 days", "trends 7d")
		if span >= 7*day {
			longer = q.open("Trends of 30 days", "trends 30d")
		}
		return block.Say(rising+". "+compared, q.row(longer, q.open("Today's stories", ""))), nil
	}
	return block.Lists(rising, compared, trendLists(t.Names, t.Stories, q.reader()),
		q.whole(q.entities("Ask about", entitiesOf(t.Names)), q.storyMenu(storiesOf(t.Stories)))...), nil
}

// trendsOf returns the trends of a length of time. It counts whole days, in UTC, as the
// store does.
func (r *Responder) trendsOf(ctx context.Context, q query, span time.Duration) (digest.Trends, error) {
	from := q.now.Add(-span).UTC().Truncate(day)
	key := r.windowKey(period{from: from}.until(q.now), q.now)
	return r.trendy.get(ctx, key, func(ctx context.Context) (digest.Trends, error) {
		now := q.now
		if key.to == 0 {
			now = r.Now()
		}
		return r.newTrends(ctx, now, from)
	})
}

// newTrends finds out what rises in the time from from, where a day begins, to now. What it is
// compared with depends on these alone, as what is remembered of them must.
func (r *Responder) newTrends(ctx context.Context, now, from time.Time) (t digest.Trends, err error) {
	to := now.Add(time.Nanosecond)
	start := digest.ComparedFrom(from, now.UTC().Truncate(day))
	days, err := r.News.Entities(ctx, start, to)
	if err != nil {
		return t, fmt.Errorf("read what the news names: %w", err)
	}
	t.Since, t.Before = from, from.Sub(start)
	t.Articles, t.Earlier = countArticles(days, from)
	if t.Names, err = r.risingEntities(ctx, days, from, to); err != nil {
		return t, err
	}
	t.Stories, err = r.risingStories(ctx, now, start, from)
	return t, err
}

// span returns the length of time that the reader names.
func (q query) span() (time.Duration, error) {
	words := q.text()
	if words == "" {
		return trendSpan, nil
	}
	span, ok := trendWords[strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(words), "this "), "last ")]
	if !ok {
		span, ok = ParseSpan(words)
	}
	if !ok || span > maxTrendSpan {
		return 0, misuse("“%s” is not a length of time for trends. Write 7d, or up to 30d.", words)
	}
	return span, nil
}

// countArticles counts the articles of the days of a window, and of those before.
func countArticles(days []digest.DayEntities, from time.Time) (window, before int) {
	for _, d := range days {
		if d.Day.Before(from) {
			before += d.Articles
		} else {
			window += d.Articles
		}
	}
	return window, before
}

// entitiesOf returns the entities that rise.
func entitiesOf(names []digest.RisingName) []digest.EntityCount {
	var out []digest.EntityCount
	for _, e := range names {
		out = append(out, e.EntityCount)
	}
	return out
}

// storiesOf returns the stories that rise.
func storiesOf(rising []digest.RisingStory) []digest.Story {
	var out []digest.Story
	for _, s := range rising {
		out = append(out, s.Story)
	}
	return out
}
