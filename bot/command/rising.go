package command

import (
	"context"
	"errors"
	"fmt"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

// namingArticles is of how many articles the name of an entity is taken.
const namingArticles = 20

// risingEntities returns the entities that have grown most, of the days from
// from on against those before.
func (r *Responder) risingEntities(ctx context.Context, days []digest.DayEntities, from, to time.Time) ([]digest.RisingName, error) {
	var out []digest.RisingName
	for _, c := range digest.EntityRises(days, from).Ranked() {
		if len(out) == maxTrends {
			break
		}
		m, err := r.News.Mentioned(ctx, []string{c.ID}, days[0].Day, to, namingArticles)
		if err != nil {
			return nil, fmt.Errorf("read the name of %s: %w", c.ID, err)
		}
		if len(m.Articles) > 0 {
			e := digest.NewDossier(c.ID, m.Articles, nil, from, to).Entity
			e.Count = c.Now
			out = append(out, digest.RisingName{EntityCount: e, Rise: c})
		}
	}
	return out, nil
}

// risingStories returns the stories of several sources that have grown most, of
// the days from from on against those since start.
func (r *Responder) risingStories(ctx context.Context, now, start, from time.Time) ([]digest.RisingStory, error) {
	days, err := r.News.DaysStories(ctx, start, now)
	if err != nil {
		return nil, fmt.Errorf("count the stories' articles: %w", err)
	}
	t := digest.NewRises(from, func(a, b string) bool { return a == b })
	for _, d := range days {
		at, err := time.Parse(time.DateOnly, d.Day)
		if err != nil {
			return nil, fmt.Errorf("count the stories' articles: %w", err)
		}
		t.AddArticles(at, len(d.Articles))
		for _, p := range d.Articles {
			t.Add(p.Story, at, 1)
		}
	}
	var out []digest.RisingStory
	for _, c := range t.Ranked() {
		if len(out) == maxRising {
			break
		}
		s, err := r.toldStory(ctx, c.ID, now)
		if errors.Is(err, store.ErrNotFound) { // articles in no story yet, or expired
			continue
		}
		if err != nil {
			return nil, err
		}
		if len(s.Sources) > 1 {
			out = append(out, digest.RisingStory{Story: s, Rise: c})
		}
	}
	return out, nil
}

// trendLists shows a reader what rises.
func trendLists(names []digest.RisingName, stories []digest.RisingStory, by render.Reader) []block.List {
	var lists []block.List
	if len(names) > 0 {
		l := block.List{Heading: "Names"}
		for _, e := range names {
			l.Lines = append(l.Lines, block.Line{Text: e.Name, Note: by.Grown(e.Rise)})
		}
		lists = append(lists, l)
	}
	if len(stories) > 0 {
		l := block.List{Heading: "Stories"}
		for _, s := range stories {
			l.Lines = append(l.Lines, block.Line{Text: render.Headline(s.Story), URL: s.URL, Note: by.Grown(s.Rise)})
		}
		lists = append(lists, l)
	}
	return lists
}
