package command

import (
	"context"
	"errors"
	"regexp"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/store"
)

var storyID = regexp.MustCompile(`^[0-9a-f]{16}$`)

// story answers with all that is known of one story, or with several in short.
func (r *Responder) story(ctx context.Context, q query) (block.Message, error) {
	if len(q.words) > 1 {
		return r.several(ctx, q)
	}
	articles, err := r.articlesOf(ctx, q)
	if err != nil {
		return block.Message{}, err
	}
	s := digest.NewStory(articles, q.now)
	rows := []block.Row{q.entities("Named in it", s.Entities)}
	if r.Subscriptions != nil {
		rows = append(rows, q.row(q.open("Follow story", "follow "+s.ID), q.open("Not useful", "hide "+s.ID)))
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
		if !storyID.MatchString(w.Text) {
			return block.Message{}, q.noStory()
		}
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
		return q.foot(total, storiesPage, storyMenu(q, page))(shown)
	}
	if len(page) == 0 {
		return block.Say("These stories are there no longer.", foot(0)...), nil
	}
	return block.Stories(q.reader().Plural(total, "story", "stories"), q.numbers(min(total-q.state.First, storiesPage), total), page, q.reader(), foot), nil
}

// ofWords are the commands that do with words what others do with a story.
var ofWords = map[string]string{"story": nameSearch, "follow": "watch", "unfollow": "unwatch", "hide": "mute", "unhide": "unmute"}

// noStory says that the words name no story, and offers what can be done with words.
func (q query) noStory() error {
	m := &misuseError{sentence: "A story is named by its ID, 16 of the characters 0-9 and a-f. The menus under /news and in digests do it for you."}
	if len(q.words) > 0 {
		m.sentence += " Did you mean this?"
		m.offers = []block.Button{q.rewritten(ofWords[q.command.name], q.words)}
	}
	return m
}

// storyID returns the ID of a story that the words are.
func (q query) storyID() (string, error) {
	id := q.text()
	if !storyID.MatchString(id) {
		return "", q.noStory()
	}
	return id, nil
}

// articlesOf returns the articles of the story that a query names, the oldest
// first.
func (r *Responder) articlesOf(ctx context.Context, q query) ([]digest.Brief, error) {
	id, err := q.storyID()
	if err != nil {
		return nil, err
	}
	articles, err := r.News.Story(ctx, id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, misuse("There is no such story, or no longer.")
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
