package command

import (
	"context"
	"slices"

	"newsbot/bot/block"
	"newsbot/digest/render"
)

// The shortcuts of the app, as callback_ids. The first is one of messages.
const (
	ShortcutSummarize = "summarize_links"
	ShortcutTop       = "top_stories"
	ShortcutSearch    = "search_news"
	ShortcutSubscribe = "subscribe_channel"
)

// shortcuts are commands that open in a modal.
var shortcuts = map[string]string{ShortcutTop: "top", ShortcutSearch: "search", ShortcutSubscribe: "subscribe"}

// maxLinks is how many links of a message are summarized or offered.
const maxLinks = 5

// summarizeLinks answers, in the thread of a message, with what its first link
// leads to, and offers the others.
func (r *Responder) summarizeLinks(ctx context.Context, c Click) Reply {
	q := newQuery(c.Asker, "summarize", c.Now)
	links := linksIn(split(c.Value))
	if r.Pages == nil || len(links) == 0 {
		return Reply{Message: block.Say("This message has no link that I can read."), Thread: true}
	}
	reply, _ := r.answer(ctx, r.read(q.summarizing(links)))
	reply.Thread = true
	return reply
}

// linksIn returns the first addresses among words of Slack, each once.
func linksIn(words []word) []string {
	var links []string
	for _, w := range words {
		l := render.Link(w.address())
		if l != "" && len(l) < maxWords/2 && !slices.Contains(links, l) && len(links) < maxLinks {
			links = append(links, l)
		}
	}
	return links
}
