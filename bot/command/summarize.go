package command

import (
	"context"
	"errors"
	"strings"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/keypoint"
	"newsbot/digest/render"
)

// The option that asks for a summary in a thread.
const (
	optionTo = "to"
	toThread = "thread"
)

// summarize answers with the key points and names of a page.
func (r *Responder) summarize(ctx context.Context, q query) (block.Message, error) {
	q = q.aboutLinks()
	address := q.address()
	if address == "" {
		return block.Message{}, misuse("Give one address that begins with https:// or http://: %s.", written("summarize https://example.org/article"))
	}
	if to := q.options[optionTo]; to != "" && to != toThread {
		return block.Message{}, misuse("Write %s:%s for a summary that all see, in a thread.", optionTo, toThread)
	}
	article, err := r.page(ctx, q, address)
	if err != nil {
		return block.Message{}, err
	}
	analysis, err := r.Analyzer.Analyze(article)
	if err != nil {
		return block.Message{}, err
	}
	analysis.Points = keypoint.Told(analysis.Points)
	b := digest.NewBrief(article, analysis)
	others := q.row(q.others...)
	others.Label = "Other links"
	thread := block.Row{}
	if q.look == private {
		thread = q.row(q.button(actThread, "Post in a thread", q.state))
	}
	return block.Page(b, q.reader(), q.whole(q.entities("In the news too?", digest.CountEntities([]digest.Brief{b})), others, thread)...), nil
}

// inThread answers everybody in the channel: the first message says what the asker
// wants to know, its thread has the answer.
func (r *Responder) inThread(ctx context.Context, q query) Reply {
	q.look = shared
	q = q.aboutLinks()
	reply, ok := r.answer(ctx, q)
	if !ok || reply.Modal != nil {
		return reply
	}
	question := block.Shared(block.Say("Summary of "+q.address()), q.asker.User)
	return Reply{Message: question, Replies: []block.Message{reply.Message}, Public: true}
}

// aboutLinks returns the query about the first of the addresses that stand among
// words which name no command, as in a mention; the others are offered.
func (q query) aboutLinks() query {
	links := linksIn(q.words)
	if q.named || len(links) == 0 {
		return q
	}
	q.words = []word{{Text: links[0]}}
	return q.summarizing(links)
}

// summarizing returns the query with the words for the first of some links, which
// offers the others.
func (q query) summarizing(links []string) query {
	q.state.Words = "summarize " + links[0]
	for _, l := range links[1:] {
		q.others = append(q.others, q.open(l, "summarize "+l))
	}
	return q
}

// address returns the one address that a query's words are, "" where they are
// something else.
func (q query) address() string {
	if len(q.words) != 1 {
		return ""
	}
	return render.Link(q.words[0].address())
}

// page reads the first article at an address. That of a front page would be any of many.
func (r *Responder) page(ctx context.Context, q query, address string) (digest.Article, error) {
	for item, err := range r.Pages.Read(ctx, address, strings.NewReader("")) {
		if err != nil {
			return digest.Article{}, r.unread(ctx, "That page could not be read", err)
		}
		if item.Front {
			return digest.Article{}, r.frontPage(q, address)
		}
		return item.Article, nil
	}
	return digest.Article{}, misuse("There is no article at this address.")
}

// frontPage says that an address is that of a front page, and offers to read its feed: by its own address,
// since that of the feed is known only as it may be shown.
func (r *Responder) frontPage(q query, address string) error {
	m := &misuseError{sentence: "That is a front page. Give the address of one of its articles."}
	if r.Feeds != nil {
		m.sentence = "That is a front page. Give the address of one of its articles, or add its feed as a source."
		m.offers = append(m.offers, q.open("Add its feed", "sources add "+address))
	}
	return m
}

// unread says what could not be done because an address could not be read, and why,
// in words that tell nothing of the network in which the bot runs.
func (r *Responder) unread(ctx context.Context, what string, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	r.Log.InfoContext(ctx, "an address could not be read", "err", err)
	why := "it gives no reason"
	if in, ok := errors.AsType[*feed.InputError](err); ok {
		why, _, _ = strings.Cut(in.Err.Error(), " (") // what follows is for the log
		if !strings.HasPrefix(why, "its ") {
			why = "it " + why
		}
	}
	return misuse("%s: %s.", what, why)
}
