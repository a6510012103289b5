package command

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

// risingEntity is an entity with how it has grown.
type risingEntity struct {
	digest.EntityCount
	rise rise
}

// namingArticles is of how many articles the name of an entity is taken.
const namingArticles = 20

// risingEntities returns the entities that have grown most, of the days from
// from on against those before. A surname alone is the person's whom articles call
// by it, named in full on any of the days.
func (r *Responder) risingEntities(ctx context.Context, days []store.DayEntities, from, to time.Time) ([]risingEntity, error) {
	t, called := newTally(from, digest.SameEntity), digest.Bearers(counted(days))
	for _, d := range days {
		t.articles(d.Day, d.Articles)
		for id, n := range d.Counts {
			if person, ok := called[id]; ok {
				id = person.ID
			}
			t.add(id, d.Day, n)
		}
	}
	var out []risingEntity
	for _, c := range t.ranked() {
		if len(out) == maxTrends {
			break
		}
		m, err := r.News.Mentioned(ctx, []string{c.id}, days[0].Day, to, namingArticles)
		if err != nil {
			return nil, fmt.Errorf("read the name of %s: %w", c.id, err)
		}
		if len(m.Articles) > 0 {
			e := digest.NewDossier(c.id, m.Articles, from, to).Entity
			e.Count = c.now
			out = append(out, risingEntity{e, c})
		}
	}
	return out, nil
}

// counted returns how many articles of all days name each entity, by ID.
func counted(days []store.DayEntities) (all []digest.EntityCount) {
	total := map[string]int{}
	for _, d := range days {
		for id, n := range d.Counts {
			total[id] += n
		}
	}
	for _, id := range slices.Sorted(maps.Keys(total)) {
		kind, _, _ := strings.Cut(id, "/")
		all = append(all, digest.EntityCount{ID: id, Type: entity.Type(kind), Count: total[id]})
	}
	return all
}

// risingStory is a story with how it has grown.
type risingStory struct {
	digest.Story
	rise rise
}

// risingStories returns the stories of several sources that have grown most, of
// the days from from on against those since start.
func (r *Responder) risingStories(ctx context.Context, now, start, from time.Time) ([]risingStory, error) {
	days, err := r.News.DaysStories(ctx, start, now)
	if err != nil {
		return nil, fmt.Errorf("count the stories' articles: %w", err)
	}
	t := newTally(from, func(a, b string) bool { return a == b })
	for _, d := range days {
		at, err := time.Parse(time.DateOnly, d.Day)
		if err != nil {
			return nil, fmt.Errorf("count the stories' articles: %w", err)
		}
		t.articles(at, len(d.Articles))
		for _, p := range d.Articles {
			t.add(p.Story, at, 1)
		}
	}
	var out []risingStory
	for _, c := range t.ranked() {
		if len(out) == maxRising {
			break
		}
		s, err := r.toldStory(ctx, c.id, now)
		if errors.Is(err, store.ErrNotFound) { // articles in no story yet, or expired
			continue
		}
		if err != nil {
			return nil, err
		}
		if len(s.Sources) > 1 {
			out = append(out, risingStory{s, c})
		}
	}
	return out, nil
}

// trendLists shows a reader what rises.
func trendLists(names []risingEntity, stories []risingStory, by render.Reader) []block.List {
	var lists []block.List
	if len(names) > 0 {
		l := block.List{Heading: "Names"}
		for _, e := range names {
			l.Lines = append(l.Lines, block.Line{Text: e.Name, Note: e.rise.note(by)})
		}
		lists = append(lists, l)
	}
	if len(stories) > 0 {
		l := block.List{Heading: "Stories"}
		for _, s := range stories {
			l.Lines = append(l.Lines, block.Line{Text: render.Headline(s.Story), URL: s.URL, Note: s.rise.note(by)})
		}
		lists = append(lists, l)
	}
	return lists
}
