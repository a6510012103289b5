package command

import (
	"context"
	"fmt"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/render"
)

// storiesPage is how many stories an answer shows.
const storiesPage = 5

// top answers with the stories of a day or a week.
func (r *Responder) top(ctx context.Context, q query) (block.Message, error) {
	p, ok, err := parsePeriod(q.text(), q.now)
	if err != nil {
		return block.Message{}, err
	}
	if !ok {
		return block.Message{}, misuse("“%s” is no day. Write yesterday, monday, 2026-11-20, this week or last week.", q.text())
	}
	d, err := r.digest(ctx, p, q.state.First+storiesPage, q)
	if err != nil {
		return block.Message{}, err
	}
	if len(d.Stories) == 0 {
		return block.Say("There is no news of "+p.name+".",
			q.row(q.open("Yesterday", "yesterday"), q.open("Last week", "last week"), q.open("How to ask", "help"))), nil
	}
	q.state.First = min(q.state.First, len(d.Stories)-1)
	page := d.Stories[q.state.First:]
	page = page[:min(storiesPage, len(page))]
	return block.Stories("Top stories · "+p.name, summary(d, q.state.First, len(page)), page, q.zone(),
		q.foot(len(d.Stories), storiesPage, storyMenu(q, page))), nil
}

// digest puts the stories of a period together and tells the first ones.
func (r *Responder) digest(ctx context.Context, p period, tell int, q query) (digest.Digest, error) {
	articles, err := r.news.Window(ctx, p.from, p.to)
	if err != nil {
		return digest.Digest{}, fmt.Errorf("read the news of %s: %w", p.name, err)
	}
	return digest.Build(articles, digest.Options{From: p.from, To: p.to, Zone: q.zone(), Now: q.now, Tell: tell}), nil
}

// summary says what an answer is a part of:
// "312 articles → 41 stories · 12 sources · 1 – 5".
func summary(d digest.Digest, first, shown int) string {
	return fmt.Sprintf("%s → %s · %s · %s",
		render.Plural(d.Articles, "article", "articles"), render.Plural(len(d.Stories), "story", "stories"),
		render.Plural(d.Sources, "source", "sources"), numbers(first, shown))
}

// numbers names the items of a page: "6 – 10".
func numbers(first, shown int) string {
	if shown == 1 {
		return "no. " + render.Number(first+1)
	}
	return render.Number(first+1) + " – " + render.Number(first+shown)
}

// storyMenu is a menu of stories to read in full: of those that are stored.
func storyMenu(q query, stories []digest.Story) block.Row {
	if q.look == window {
		return block.Row{}
	}
	row := block.Row{Menu: "Read a story in full"}
	for _, s := range stories {
		if s.Articles[0].Story != "" {
			row.Buttons = append(row.Buttons, q.open(render.Headline(s), "story "+s.ID))
		}
	}
	return row
}
