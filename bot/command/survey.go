package command

import (
	"context"
	"fmt"
	"slices"
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
	key := r.windowKey(p, q.now)
	return r.surveys.get(ctx, key, func(ctx context.Context) (survey, error) {
		p, now := p, q.now
		if key.to == 0 {
			now = r.Now()
			p = p.until(now)
		}
		return r.newSurvey(ctx, p, surveyed, now)
	})
}

// windowKey names a window of time of which something is remembered.
type windowKey struct {
	from, to int64         // Unix seconds; to is 0 where it lasts until now
	span     time.Duration // of one that moves with the clock, instead of from
}

// windowKey returns the name of a period of which somebody asked at a time: the same
// for all who ask lately of what lasts until then, so that what is remembered answers
// them.
func (r *Responder) windowKey(p period, asked time.Time) windowKey {
	switch lately := p.to.After(asked) && r.Now().Sub(asked).Abs() < memoStale; {
	case lately && p.span > 0:
		return windowKey{span: p.span}
	case lately:
		return windowKey{from: p.from.Unix()}
	}
	return windowKey{from: p.from.Unix(), to: p.to.Unix()}
}

// straggling is for how long after its end articles of a window still come.
const straggling = 3 * time.Hour

// stale returns how old what is remembered of a window may get.
func (r *Responder) stale(k windowKey) time.Duration {
	if k.to != 0 && r.Now().Sub(time.Unix(k.to, 0)) > straggling {
		return memoPast
	}
	return memoStale
}

// newSurvey puts the stories of a period together and tells the first ones.
func (r *Responder) newSurvey(ctx context.Context, p period, tell int, now time.Time) (survey, error) {
	articles, err := r.News.Window(ctx, p.from, p.to)
	if err != nil {
		return survey{}, fmt.Errorf("read the news of %s: %w", p.name, err)
	}
	d := digest.Build(articles, digest.Options{From: p.from, To: p.to, Now: now, Tell: tell, NoNames: true})
	s := survey{articles: d.Articles, sources: d.Sources, stories: len(d.Stories)}
	for i, story := range d.Stories {
		if story.To.After(s.last) {
			s.last = story.To
		}
		if i < tell {
			story.Articles = slices.Clone(story.Articles[:1]) // so that nothing keeps the others
			s.first = append(s.first, story)
		}
	}
	return s, nil
}
