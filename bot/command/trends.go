package command

import (
	"context"
	"fmt"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

// What trends show.
const (
	trendSpan    = 1 * day // the window, unless the reader names another
	maxTrendSpan = 30 * day
	trendBefore  = 4       // windows before it that it is compared with,
	minBefore    = 7 * day // at least so long together
	maxTrends    = 8       // names
	maxRising    = 5       // stories
)

// trends answers with the names and stories whose share of the news has grown.
// It counts whole days, in UTC, as the store does.
func (r *Responder) trends(ctx context.Context, q query) (block.Message, error) {
	span, err := q.span()
	if err != nil {
		return block.Message{}, err
	}
	from := q.now.Add(-span).UTC().Truncate(day)
	key := trendKey{from.Unix(), q.now.Unix()}
	if r.isNow(q.now) {
		key.to = 0
	}
	t, err := r.trendy.get(ctx, key, func(ctx context.Context) (trend, error) {
		now := q.now
		if key.to == 0 {
			now = r.now()
		}
		return r.newTrend(ctx, now, from, span)
	})
	if err != nil {
		return block.Message{}, err
	}
	since := "since " + render.Date(from, time.UTC)
	if len(t.names)+len(t.stories) == 0 {
		return block.Say("Nothing is in the news clearly more than before "+since+". "+t.against,
			q.row(q.open("Trends of 7 days", "trends 7d"), q.open("Today's stories", ""))), nil
	}
	return block.Lists("Rising "+since, t.against, trendLists(t.names, t.stories),
		q.foot(1, 1, q.entities("Ask about", entitiesOf(t.names)), storyMenu(q, storiesOf(t.stories)))), nil
}

// trend is what rises in a window.
type trend struct {
	names   []risingEntity
	stories []risingStory
	against string // what it is compared with
}

// trendKey names a window.
type trendKey struct {
	from, to int64 // Unix seconds; to is 0 where the window lasts until now
}

// newTrend finds out what rises in the time from from to now.
func (r *Responder) newTrend(ctx context.Context, now, from time.Time, span time.Duration) (t trend, err error) {
	to := now.Add(time.Nanosecond)
	start := from.Add(-max(trendBefore*span, minBefore)).Truncate(day)
	days, err := r.news.Entities(ctx, start, to)
	if err != nil {
		return t, fmt.Errorf("read what the news names: %w", err)
	}
	t.against = against(days, start, from)
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
	span, ok := parseSpan(words)
	if !ok || span > maxTrendSpan {
		return 0, misuse("“%s” is no length of time for trends. Write %s, up to 30d.", words, written("trends 7d"))
	}
	return span, nil
}

// against says what the window is compared with.
func against(days []store.DayEntities, start, from time.Time) string {
	articles := 0
	for _, d := range days {
		if d.Day.Before(from) {
			articles += d.Articles
		}
	}
	if articles == 0 {
		return "There is no earlier news to compare with: these are the most frequent."
	}
	return "Compared with " + render.Plural(articles, "article", "articles") + " of the " + spanName(from.Sub(start)) + " before."
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
