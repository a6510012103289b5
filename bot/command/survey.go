package command

import (
	"context"
	"fmt"
	"time"

	"newsbot/digest"
)

// surveyed is how many stories a survey tells: several pages.
const surveyed = 5 * storiesPage

// survey is what a period's news are, as far as answers show it.
type survey struct {
	articles, sources, stories int
	first                      []digest.Story // the first ones, with their first article alone
	last                       time.Time      // of the latest story
}

// survey returns what the news of a period are, with so many stories at least, if
// there are. What most readers ask for is remembered.
func (r *Responder) survey(ctx context.Context, p period, tell int, q query) (survey, error) {
	if tell > surveyed {
		return r.newSurvey(ctx, p, tell, q.now)
	}
	key := r.windowKey(p.from, p.to, q.now)
	return r.surveys.get(ctx, key, func(ctx context.Context) (survey, error) {
		now := q.now
		if key.to == 0 {
			now = r.Now()
			p.to = now.Add(time.Nanosecond)
		}
		return r.newSurvey(ctx, p, surveyed, now)
	})
}

// windowKey names a window of time of which something is remembered.
type windowKey struct {
	from, to int64 // Unix seconds; to is 0 where it lasts until now
}

// windowKey returns the name of a window of which somebody asked at a time: the same
// for all who ask lately of what lasts until then, so that what is remembered answers
// them.
func (r *Responder) windowKey(from, to, asked time.Time) windowKey {
	if to.After(asked) && r.Now().Sub(asked).Abs() < memoStale {
		return windowKey{from: from.Unix()}
	}
	return windowKey{from.Unix(), to.Unix()}
}

// newSurvey puts the stories of a period together and tells the first ones.
func (r *Responder) newSurvey(ctx context.Context, p period, tell int, now time.Time) (survey, error) {
	articles, err := r.News.Window(ctx, p.from, p.to)
	if err != nil {
		return survey{}, fmt.Errorf("read the news of %s: %w", p.name, err)
	}
	d := digest.Build(articles, digest.Options{From: p.from, To: p.to, Now: now, Tell: tell})
	s := survey{articles: d.Articles, sources: d.Sources, stories: len(d.Stories)}
	for i, story := range d.Stories {
		if story.To.After(s.last) {
			s.last = story.To
		}
		if i < tell {
			story.Articles = story.Articles[:1:1]
			s.first = append(s.first, story)
		}
	}
	return s, nil
}
