package command

import (
	"context"
	"errors"
	"strings"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/render"
)

// summarize answers with the key points and names of a page.
func (r *Responder) summarize(ctx context.Context, q query) (block.Message, error) {
	address := ""
	if len(q.words) == 1 {
		address = render.Link(q.words[0].address())
	}
	if address == "" {
		return block.Message{}, misuse("Give one address that begins with https:// or http://: %s.", written("summarize https://example.org/article"))
	}
	article, err := r.page(ctx, address)
	if err != nil {
		return block.Message{}, err
	}
	b := digest.NewBrief(article, r.analyzer.Analyze(article))
	return block.Page(b, q.zone(), q.foot(1, 1, q.entities("In the news too?", digest.CountEntities([]digest.Brief{b})))), nil
}

// page reads the first article at an address.
func (r *Responder) page(ctx context.Context, address string) (digest.Article, error) {
	for item, err := range r.pages.Read(ctx, address, strings.NewReader("")) {
		if err != nil {
			return digest.Article{}, r.unread(ctx, err)
		}
		return item.Article, nil
	}
	return digest.Article{}, misuse("There is no article at this address.")
}

// unread says why a page could not be read, in words that tell nothing of the
// network in which the bot runs.
func (r *Responder) unread(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	r.log.InfoContext(ctx, "a page could not be read", "err", err)
	why := "it gives no reason"
	if in, ok := errors.AsType[*feed.InputError](err); ok {
		why, _, _ = strings.Cut(in.Err.Error(), " (") // what follows is for the log
		if !strings.HasPrefix(why, "its ") {
			why = "it " + why
		}
	}
	return misuse("That page could not be read: %s.", why)
}
