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

// shortcuts are commands that open in a window.
var shortcuts = map[string]string{ShortcutTop: "top", ShortcutSearch: "search", ShortcutSubscribe: "subscribe"}

// maxLinks is how many links of a message are summarized or offered.
const maxLinks = 5

// summarizeLinks answers, in the thread of a message, with what its first link
// leads to, and offers the others.
func (r *Responder) summarizeLinks(ctx context.Context, c Click) Reply {
	q := newQuery(c.Asker, "summarize", c.Now)
	links := linksIn(c.Value)
	if r.pages == nil || len(links) == 0 {
		return Reply{Message: block.Say("This message has no link that I can read."), Thread: true}
	}
	q.state.Words += " " + links[0]
	for _, l := range links[1:] {
		q.others = append(q.others, q.open(l, "summarize "+l))
	}
	reply, _ := r.answer(ctx, q)
	reply.Thread = true
	return reply
}

// linksIn returns the first addresses in a text of Slack, each once.
func linksIn(text string) []string {
	var links []string
	for _, w := range split(text) {
		l := render.Link(w.address())
		if l != "" && len(l) < maxWords/2 && !slices.Contains(links, l) && len(links) < maxLinks {
			links = append(links, l)
		}
	}
	return links
}
