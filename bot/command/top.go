package command

import (
	"context"
	"slices"
	"strings"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/render"
)

// storiesPage is how many stories an answer shows.
const storiesPage = 5

// top answers with the stories of a day or a week.
func (r *Responder) top(ctx context.Context, q query) (block.Message, error) {
	p, ok, err := parsePeriod(q.text(), q.now, q.reader())
	switch {
	case err != nil:
		return block.Message{}, err
	case !ok && !q.named:
		return r.find(ctx, q)
	case !ok:
		return block.Message{}, misuse("“%s” is not a day. Write yesterday, monday, 2026-11-20, last week or 7d.", q.text())
	}
	s, err := r.survey(ctx, p, q.state.First+storiesPage, q)
	if err != nil {
		return block.Message{}, err
	}
	if s.stories == 0 {
		return r.noNews(ctx, q, p)
	}
	q.state.First = min(q.state.First, len(s.first)-1)
	page := s.first[q.state.First:]
	page = page[:min(storiesPage, len(page))]
	return block.Stories("Top stories · "+p.name, noted(s.counts(q.reader()), q.numbers(len(page), s.stories)), page, q.reader(),
		q.foot(s.stories, storiesPage, q.storyMenu(page))), nil
}

// noNews is the answer where a period has no news. Where nothing is read either, it
// offers to add a source.
func (r *Responder) noNews(ctx context.Context, q query, p period) (block.Message, error) {
	says, buttons := "There is no news of "+p.name+".", []block.Button{q.open("Yesterday", "yesterday"), q.open("Last week", "last week"), q.open("How to ask", "help")}
	if r.Feeds != nil {
		feeds, err := r.readFeeds(ctx)
		if err != nil {
			return block.Message{}, err
		}
		if len(feeds) == 0 {
			says, buttons = says+" I read no sources yet.", append([]block.Button{q.open("Add a source", "sources add")}, buttons...)
		}
	}
	return block.Say(says, q.row(buttons...)), nil
}

// counts says what there is: "312 articles → 41 stories · 12 sources".
func (s survey) counts(by render.Reader) string {
	return by.Counts(s.articles, s.stories, s.sources)
}

// numbers names so many items of a page of total: "6 – 10"; "" where the page has all.
func (q query) numbers(shown, total int) string {
	by, first := q.reader(), q.state.First
	switch {
	case shown == total:
		return ""
	case shown == 1:
		return "no. " + by.Number(first+1)
	}
	return by.Number(first+1) + " – " + by.Number(first+shown)
}

// noted joins the parts of a note that are not empty.
func noted(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// storyMenu is a menu of stories to read in full: of those that are stored.
func (q query) storyMenu(stories []digest.Story) block.Row {
	row := block.Row{Menu: "Read a story in full"}
	for _, s := range stories {
		if isStored(s) {
			row.Buttons = append(row.Buttons, q.open(render.Headline(s), "story "+s.ID))
		}
	}
	return row
}
