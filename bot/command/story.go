package command

import (
	"context"
	"errors"
	"regexp"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/store"
)

var storyID = regexp.MustCompile(`^[0-9a-f]{16}$`)

// story answers with all that is known of one story.
func (r *Responder) story(ctx context.Context, q query) (block.Message, error) {
	id := q.text()
	if !storyID.MatchString(id) {
		return block.Message{}, misuse("A story is asked for by its ID, 16 of the characters 0-9 and a-f. The menu under /news does it for you.")
	}
	s, err := r.toldStory(ctx, q, id)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return block.Say("There is no such story, or no longer.", q.row(q.open("Today's stories", ""))), nil
	case err != nil:
		return block.Message{}, err
	}
	return block.Story(s, q.zone(), q.foot(1, 1, q.entities("Named in it", s.Entities))), nil
}

// toldStory returns a stored story.
func (r *Responder) toldStory(ctx context.Context, q query, id string) (digest.Story, error) {
	articles, err := r.news.Story(ctx, id)
	if err != nil {
		return digest.Story{}, err
	}
	return digest.NewStory(articles, q.now), nil
}

// maxNames is how many names an answer offers as buttons.
const maxNames = 6

// entities returns buttons that ask about entities.
func (q query) entities(label string, list []digest.EntityCount) block.Row {
	var buttons []block.Button
	for _, e := range list[:min(maxNames, len(list))] {
		buttons = append(buttons, q.open(e.Name, "about "+e.ID))
	}
	row := q.row(buttons...)
	row.Label = label
	return row
}
