package command

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/render"
)

// homeStories is how many stories the Home tab tells.
const homeStories = 5

// Home returns the view of the Home tab: the stories of the last 24 hours in
// short, what the bot reads, and how to ask.
func (r *Responder) Home(ctx context.Context, a Asker) []slack.Block {
	now := r.now().In(a.Zone)
	q := query{asker: a, state: state{At: now.Unix(), Zone: a.Zone.String()}, now: now, look: private}
	usage := r.usage()
	usage.Heading = "How to ask"
	row := q.row(q.open("Trends", "trends"), q.open("Yesterday", "yesterday"), q.open("Last week", "last week"))
	if r.subscriptions != nil {
		row.Buttons = append(row.Buttons, q.open("Subscribe a channel", "subscribe"))
	}
	note, stories, reads, err := r.news24(ctx, q)
	if err != nil {
		r.log.ErrorContext(ctx, "the Home tab has no news", "err", err)
		return block.Home("News", saysAway, nil, q.zone(), []block.List{usage}, row)
	}
	return block.Home("The last 24 hours", note, stories, q.zone(), []block.List{usage, reads}, row)
}

// news24 returns the stories of the last 24 hours with a note of what they come
// from, and a list of what the bot reads.
func (r *Responder) news24(ctx context.Context, q query) (note string, stories []digest.Story, reads block.List, err error) {
	p := period{from: q.now.Add(-day), to: q.now.Add(time.Nanosecond), name: "the last 24 hours"}
	d, err := r.digest(ctx, p, homeStories, q)
	if err != nil {
		return "", nil, reads, err
	}
	names, err := r.news.Sources(ctx, time.Time{}, time.Time{})
	if err != nil {
		return "", nil, reads, err
	}
	if len(names) > 0 {
		reads = block.List{Heading: "What I read", Lines: []block.Line{{Text: strings.Join(names, " · ")}}}
	}
	return known(d, q.now), d.Stories[:min(homeStories, len(d.Stories))], reads, nil
}

// known says what the bot knows of a window:
// "312 articles → 41 stories · 12 sources · the last one 4 min ago".
func known(d digest.Digest, now time.Time) string {
	if d.Articles == 0 {
		return "There is no news."
	}
	var last time.Time
	for _, s := range d.Stories {
		if s.To.After(last) {
			last = s.To
		}
	}
	return fmt.Sprintf("%s → %s · %s · the last one %s",
		render.Plural(d.Articles, "article", "articles"), render.Plural(len(d.Stories), "story", "stories"),
		render.Plural(d.Sources, "source", "sources"), render.When(last, now, now.Location()))
}
