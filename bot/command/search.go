package command

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/advisory"
	"newsbot/digest/entity"
	"newsbot/digest/render"
	"newsbot/digest/store"
	"newsbot/digest/text"
)

// hitsPage is how many articles an answer shows.
const hitsPage = 5

// find answers with the entity that the words name, else with the articles that
// hold them.
func (r *Responder) find(ctx context.Context, q query) (block.Message, error) {
	if q.state.First > 0 { // a later page is one of a search
		return r.hits(ctx, q)
	}
	m, like, err := r.named(ctx, q)
	if err != nil || m.Blocks != nil {
		return m, err
	}
	return r.hits(ctx, q, q.entities("Names like that", like))
}

// search answers with the articles that hold words, or without words with the newest.
func (r *Responder) search(ctx context.Context, q query) (block.Message, error) {
	return r.hits(ctx, q)
}

// hits answers with a page of the articles that a search finds, and rows.
func (r *Responder) hits(ctx context.Context, q query, rows ...block.Row) (block.Message, error) {
	if parts := alternatives(q.words); len(parts) > 1 {
		return block.Message{}, q.noOr(parts)
	}
	q, err := r.ofWholeSource(ctx, q)
	if err != nil {
		return block.Message{}, err
	}
	sought, err := r.sought(ctx, q, time.Time{})
	if err != nil {
		return block.Message{}, err
	}
	hits, total, err := r.News.Search(ctx, sought.Query)
	if err != nil {
		return block.Message{}, fmt.Errorf("search for %q: %w", q.text(), err)
	}
	if len(hits) == 0 || sought.isPartial(hits) {
		meant, err := r.meantName(ctx, q)
		if err != nil {
			return block.Message{}, err
		}
		command, err := r.meantCommand(ctx, q)
		if err != nil {
			return block.Message{}, err
		}
		when, err := r.meantTime(ctx, q)
		if err != nil {
			return block.Message{}, err
		}
		rows = slices.Concat([]block.Row{when}, rows, []block.Row{meant, command})
	}
	if len(hits) == 0 {
		return sought.nothing(q, rows...), nil
	}
	terms := append(text.Query(strings.Join(sought.Phrases, " | ")), sought.Terms...)
	found := make([]digest.Brief, len(hits))
	for i, h := range hits {
		found[i] = h.Brief
	}
	shown, corrected := make([]block.Hit, len(hits)), digest.Corrected(found)
	for i, a := range found {
		shown[i] = block.Hit{Brief: a, Snippet: snippet(a, terms), Corrected: corrected(a)}
	}
	note := append(sought.filters(q), q.numbers(len(hits), total))
	switch {
	case sought.Count() == 0:
		note = append(note, "the latest first")
	case sought.isPartial(hits):
		note = append(note, render.Partial)
	}
	title := q.reader().Plural(total, "article", "articles") + " for " + q.asked()
	return block.Hits(title, noted(note...), shown, q.reader(), q.foot(total, hitsPage, rows...)), nil
}

// search is what a query asks of the store.
type search struct {
	store.Query
	words []word // that it was read from, without those that say when
	when  string // the time that those name, "" where there are none
}

// sought returns what a query searches for. It begins at from unless its options or
// its last words say when. Words that are looked up and are the name of a source ask
// for its articles.
func (r *Responder) sought(ctx context.Context, q query, from time.Time) (search, error) {
	out := search{words: q.words, Query: store.Query{From: from, To: q.now.Add(time.Nanosecond), Limit: hitsPage, Offset: q.state.First}}
	if words, p, ok := q.dated(); ok {
		out.words, out.when, out.From, out.To = words, p.name, p.from, p.to
	}
	if q.command.name == nameFind {
		outlets, err := r.outlets(ctx, out.From, out.To)
		if err != nil {
			return out, err
		}
		if out.Sources = sourcesCalled(outlets, joinWords(out.words)); len(out.Sources) > 0 {
			return out, nil
		}
	}
	for _, w := range out.words {
		switch {
		case w.Not:
			out.Without = append(out.Without, w.Text)
		case w.Quoted, advisory.IsCode(strings.ToUpper(w.Text)): // any other number is of something else
			out.Phrases = append(out.Phrases, w.Text)
		default:
			out.Terms = append(out.Terms, text.Query(w.Text)...)
		}
	}
	if name := q.options["type"]; name != "" {
		kind, ok := entityType(name)
		if !ok {
			return out, misuse("“%s” is not a type. Write one of %s.", name, typeNames())
		}
		out.Types = []entity.Type{kind}
	}
	if out.Count() == 0 && len(out.Types) > 0 {
		return out, misuse("Add a name to the type, as in “Lind type:person”.")
	}
	if out.Count() == 0 && !q.asksForNewest() {
		return out, misuse("Say what to search for: a name or words. Single letters and words such as “the” are not enough, from: and since: are.")
	}
	if err := q.bounds(&out.Query); err != nil {
		return out, err
	}
	if name := q.options["from"]; name != "" {
		var err error
		if out.Sources, err = r.meantSource(ctx, q, name, out.From, out.To); err != nil {
			return out, err
		}
	}
	return out, nil
}

// isPartial reports whether no article has all of the words, so that those were found that
// have the most.
func (s search) isPartial(hits []store.Hit) bool { return len(hits) > 0 && hits[0].Terms < s.Count() }

// filters say what articles a search is among, as it was understood: the source, the time, the
// type of a name.
func (s search) filters(q query) []string {
	var out []string
	if len(s.Sources) > 0 {
		out = append(out, "from "+strings.Join(s.Sources, ", "))
	}
	if s.when != "" {
		out = append(out, s.when)
	}
	since, until := q.options["since"] != "" || s.when == "" && !s.From.IsZero(), q.options["until"] != ""
	if since {
		out = append(out, "since "+q.bound(s.From))
	}
	if until {
		out = append(out, "until "+q.bound(s.To))
	}
	if s.when == "" && !since && !until {
		out = append(out, "any time")
	}
	if len(s.Types) > 0 {
		out = append(out, "type "+string(s.Types[0]))
	}
	return out
}

// bound writes where a time begins or ends.
func (q query) bound(t time.Time) string { return q.reader().MomentFrom(t, q.now) }

// hasNoOr is the sentence for who searches for words of which one is enough, "storm OR flood".
const hasNoOr = "A search knows no OR. Search for one thing at a time, or write “OR” in quotation marks if it is a word:"

// noOr offers to search for each of the parts between OR.
func (q query) noOr(parts [][]word) error {
	m := &misuseError{sentence: hasNoOr}
	for _, part := range parts {
		line := nameSearch + " " + q.narrowed(part)
		m.offers = append(m.offers, q.open(written(line), line))
	}
	return m
}

// narrowed writes other words with the options of the query.
func (q query) narrowed(words []word) string {
	q.words = words
	return q.written()
}

// asksForNewest reports whether the query has no words to look for, but says of which
// source or time the articles are to be.
func (q query) asksForNewest() bool {
	_, typed := q.options["type"] // of a name among the words
	return len(q.options) > 0 && !typed && !slices.ContainsFunc(q.words, func(w word) bool { return !w.Not })
}

// asked is the words as they were written, or without any the options.
func (q query) asked() string {
	if len(q.words) > 0 {
		return q.title()
	}
	return "“" + q.written() + "”"
}

// bounds sets the window that the options since and until ask for.
func (q query) bounds(out *store.Query) (err error) {
	if s := q.options["since"]; s != "" {
		if out.From, err = parseMoment(s, q.now, q.reader(), false); err != nil {
			return err
		}
	}
	if s := q.options["until"]; s != "" {
		if out.To, err = parseMoment(s, q.now, q.reader(), true); err != nil {
			return err
		}
	}
	if !out.From.Before(out.To) {
		return misuse("The search ends before it begins. Write since: with the earlier time.")
	}
	return nil
}

// entityType reads the name of a type: in the singular, in the plural, or its
// beginning.
func entityType(name string) (entity.Type, bool) {
	name = strings.ToLower(name)
	for _, t := range render.Types() {
		if name == strings.ToLower(render.TypeLabel(t)) || len(name) > 2 && strings.HasPrefix(string(t), name) {
			return t, true
		}
	}
	return "", false
}

// typeNames lists the types of entities.
func typeNames() string {
	var names []string
	for _, t := range render.Types() {
		names = append(names, string(t))
	}
	return strings.Join(names, ", ")
}

// snippet returns the key point that holds the most of the terms, the first of
// such, and who those are whom it names by a surname alone.
func snippet(a digest.Brief, terms []string) string {
	var best digest.KeyPoint
	most := -1
	for _, p := range a.Points {
		n := 0
		for _, t := range text.Query(p.Text) {
			if slices.Contains(terms, t) {
				n++
			}
		}
		if n > most {
			best, most = p, n
		}
	}
	best = digest.Introduce(a.Title, []digest.KeyPoint{best})[0]
	return strings.TrimSpace(best.Text + " " + render.Introductions(best))
}

// nothing is the answer to a query whose search finds nothing.
func (s search) nothing(q query, rows ...block.Row) block.Message {
	try := "Try fewer or other words."
	if len(q.options) > 0 {
		try = "Try it without " + strings.Join(slices.Sorted(maps.Keys(q.options)), ", ")
		if len(q.words) > 0 {
			try += ", or with fewer words"
		}
		try += "."
	}
	says := "No article is about " + q.title() + ". "
	if len(q.words) == 0 {
		says = "There is no article for " + q.asked() + ". "
	} else if s.when != "" {
		says, try = "No article from "+s.when+" is about "+call{words: s.words}.title()+". ", "Try another time or fewer words."
	}
	return block.Say(says+try, append(rows, q.row(q.open("How to search", "help search")))...)
}

// meantName offers the sources that the reader may mean, and the names that they may have
// misspelt, on the first page.
func (r *Responder) meantName(ctx context.Context, q query) (block.Row, error) {
	if q.state.First > 0 || len(q.words) == 0 {
		return block.Row{}, nil
	}
	from, to := q.lately()
	outlets, err := r.outlets(ctx, from, to)
	if err != nil {
		return block.Row{}, err
	}
	var sources []block.Button
	for _, name := range maybeSources(outlets, q.text()) {
		sources = append(sources, q.open(name, "search from:"+quoted(name)))
	}
	near, err := r.near(ctx, q, q.text())
	row := q.entities("Did you mean", near)
	row.Buttons = append(row.Buttons, q.row(sources...).Buttons...)
	return row, err
}

// meantCommand offers the command whose name the reader may have misspelt, or left out
// before what a digest is to be. A word that is in the news is no misspelt name.
func (r *Responder) meantCommand(ctx context.Context, q query) (block.Row, error) {
	if q.named || len(q.words) == 0 || !q.words[0].isBare() {
		return block.Row{}, nil
	}
	name, rest := Nearest(strings.ToLower(q.words[0].Text), r.names()), q.words[1:]
	if name != "" {
		if found, err := r.isInNews(ctx, q, q.words[0].Text); err != nil || found {
			return block.Row{}, err
		}
	}
	if w, err := readWish(q.words); name == "" && err == nil && w.at != "" && len(w.days) > 0 && r.Subscriptions != nil {
		name, rest = "subscribe", q.words
	}
	if name == "" {
		return block.Row{}, nil
	}
	row := q.row(q.rewritten(name, rest))
	row.Label = "Did you mean " + written(name) + "?"
	return row, nil
}

// rewritten returns a button that asks for a command with words.
func (q query) rewritten(name string, words []word) block.Button {
	line := strings.Join(append([]string{name}, writtenWords(words)...), " ")
	return q.open(written(line), line)
}
