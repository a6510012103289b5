package command

import (
	"context"
	"errors"
	"slices"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/store"
)

// story answers with all that is known of one story, or with several in short.
func (r *Responder) story(ctx context.Context, q query) (block.Message, error) {
	if len(q.words) > 1 && namesStories(q.words) {
		return r.several(ctx, q)
	}
	articles, err := r.articlesOf(ctx, q)
	if err != nil {
		return block.Message{}, err
	}
	s := digest.NewStory(articles, q.now)
	rows := []block.Row{q.entities("Named in it", s.Entities)}
	if r.Subscriptions != nil {
		rows = append(rows, q.row(q.open("Follow story", "follow "+s.ID), q.open(hideLabel(q.asker.Channel), "hide "+s.ID)))
	}
	return block.Story(s, q.reader(), q.whole(rows...)...), nil
}

// several answers with a page of the stories that the words name. Those that are
// there no longer are left out.
func (r *Responder) several(ctx context.Context, q query) (block.Message, error) {
	total := len(q.words)
	q.state.First = min(q.state.First, total-1)
	var page []digest.Story
	var places []int // of the stories of the page among the words
	for i, w := range q.words[q.state.First:min(total, q.state.First+storiesPage)] {
		s, err := r.toldStory(ctx, w.Text, q.now)
		switch {
		case errors.Is(err, store.ErrNotFound):
		case err != nil:
			return block.Message{}, err
		default:
			page, places = append(page, s), append(places, i)
		}
	}
	foot := func(shown int) []block.Row {
		if shown < len(page) {
			shown = places[shown]
		} else {
			shown = storiesPage
		}
		return q.foot(total, storiesPage, q.storyMenu(page))(shown)
	}
	if len(page) == 0 {
		return block.Say("These stories are gone.", foot(0)...), nil
	}
	return block.Stories(q.reader().Plural(total, "story", "stories"), q.numbers(min(total-q.state.First, storiesPage), total), page, q.reader(), foot), nil
}

// articlesOf returns the articles of the story that a query names, the oldest
// first.
func (r *Responder) articlesOf(ctx context.Context, q query) ([]digest.Brief, error) {
	id, err := r.storyMeant(q, "of the last "+spanName(lookBack, q.reader()), func() ([]digest.Story, error) { return r.titled(ctx, q) })
	if err != nil {
		return nil, err
	}
	articles, err := r.News.Story(ctx, id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, misuse("There is no such story, or it is gone.")
	}
	return articles, err
}

// toldStory returns a stored story.
func (r *Responder) toldStory(ctx context.Context, id string, now time.Time) (digest.Story, error) {
	articles, err := r.News.Story(ctx, id)
	if err != nil {
		return digest.Story{}, err
	}
	return digest.NewStory(articles, now), nil
}

// told returns those stories with the IDs that are still there. What was noted as two and
// has become one is one.
func (r *Responder) told(ctx context.Context, ids []string, now time.Time) ([]digest.Story, error) {
	var out []digest.Story
	for _, id := range ids {
		s, err := r.toldStory(ctx, id, now)
		switch {
		case errors.Is(err, store.ErrNotFound):
		case err != nil:
			return nil, err
		case !slices.ContainsFunc(out, func(o digest.Story) bool { return o.ID == s.ID }):
			out = append(out, s)
		}
	}
	return out, nil
}
