package command

import (
	"context"
	"fmt"
	"strings"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/render"
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

// trends answers with the names and stories whose share of the news has grown.
// It counts whole days, in UTC, as the store does.
func (r *Responder) trends(ctx context.Context, q query) (block.Message, error) {
	span, err := q.span()
	if err != nil {
		return block.Message{}, err
	}
	from := q.now.Add(-span).UTC().Truncate(day)
	key := r.windowKey(period{from: from}.until(q.now), q.now)
	t, err := r.trendy.get(ctx, key, func(ctx context.Context) (trend, error) {
		now := q.now
		if key.to == 0 {
			now = r.Now()
		}
		return r.newTrend(ctx, now, from)
	})
	if err != nil {
		return block.Message{}, err
	}
	against := t.against(q.reader())
	since := "since " + q.readerIn(time.UTC).Date(from)
	if len(t.names)+len(t.stories) == 0 {
		longer := q.open("Trends of 7 days", "trends 7d")
		if span >= 7*day {
			longer = q.open("Trends of 30 days", "trends 30d")
		}
		return block.Say("Nothing is in the news clearly more than before "+since+". "+against, q.row(longer, q.open("Today's stories", ""))), nil
	}
	return block.Lists("Rising "+since, against, trendLists(t.names, t.stories, q.reader()),
		q.whole(q.entities("Ask about", entitiesOf(t.names)), storyMenu(q, storiesOf(t.stories)))...), nil
}

// trend is what rises in a window.
type trend struct {
	names   []risingEntity
	stories []risingStory
	earlier int           // articles that it is compared with,
	before  time.Duration // of so long a time before the window
}

// newTrend finds out what rises in the time from from, where a day begins, to now. What it is
// compared with depends on these alone, as what is remembered of them must.
func (r *Responder) newTrend(ctx context.Context, now, from time.Time) (t trend, err error) {
	to := now.Add(time.Nanosecond)
	start := digest.ComparedFrom(from, now.UTC().Truncate(day))
	days, err := r.News.Entities(ctx, start, to)
	if err != nil {
		return t, fmt.Errorf("read what the news names: %w", err)
	}
	t.earlier, t.before = articlesBefore(days, from), from.Sub(start)
	if t.names, err = r.risingEntities(ctx, days, from, to); err != nil {
		return t, err
	}
	t.stories, err = r.risingStories(ctx, now, start, from)
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
		return 0, misuse("“%s” is no length of time for trends. Write %s, up to 30d.", words, written("trends 7d"))
	}
	return span, nil
}

// articlesBefore counts the articles of the days before a window.
func articlesBefore(days []digest.DayEntities, from time.Time) (articles int) {
	for _, d := range days {
		if d.Day.Before(from) {
			articles += d.Articles
		}
	}
	return articles
}

// against says to a reader what the window is compared with.
func (t trend) against(by render.Reader) string {
	if t.earlier == 0 {
		return "There is no earlier news to compare with: these are the most frequent."
	}
	return "Compared with " + by.Plural(t.earlier, "article", "articles") + " of the " + spanName(t.before, by) + " before."
}

// entitiesOf returns the entities that rise.
func entitiesOf(names []risingEntity) []digest.EntityCount {
	var out []digest.EntityCount
	for _, e := range names {
		out = append(out, e.EntityCount)
	}
	return out
}

// storiesOf returns the stories that rise.
func storiesOf(rising []risingStory) []digest.Story {
	var out []digest.Story
	for _, s := range rising {
		out = append(out, s.Story)
	}
	return out
}
