package command

import (
	"context"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
)

// inSearch is the field of the modal in which one searches.
const inSearch = "words"

// searchForm returns the modal for a search without words.
func (r *Responder) searchForm(_ context.Context, q query) (*slack.ModalViewRequest, error) {
	if len(q.words)+len(q.options) > 0 {
		return nil, nil
	}
	return block.Form{Title: "Search the news", Submit: "Search", Action: actSearch, Fields: []block.Field{
		{Name: inSearch, Label: "Words", Hint: `As in: storm "sea wall" -football from:wire.example since:7d type:person`},
	}}.Modal(), nil
}

// searched answers what was put into that modal: in its place where there is no
// channel.
func (r *Responder) searched(ctx context.Context, c Click) Reply {
	q := r.read(newQuery(c.Asker, "search "+c.Inputs[inSearch], c.Now))
	if c.Channel == "" {
		return r.show(ctx, q)
	}
	reply, _ := r.answer(ctx, q)
	return reply
}
