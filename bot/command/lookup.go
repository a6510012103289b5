package command

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/store"
	"newsbot/digest/text"
)

// News is the store of articles, as far as answers read it.
type News interface {
	Window(ctx context.Context, from, to time.Time) ([]digest.Brief, error)
	Entities(ctx context.Context, from, to time.Time) ([]digest.DayEntities, error)
	DaysStories(ctx context.Context, first, last time.Time) ([]store.DayStories, error)
	Story(ctx context.Context, id string) ([]digest.Brief, error)
	Outlets(ctx context.Context, from, to time.Time) ([]store.Outlet, error)
	EntityNamed(ctx context.Context, words string, from, to time.Time) ([]digest.EntityCount, error)
	Mentioned(ctx context.Context, entityIDs []string, from, to time.Time, most int) (store.Mentioned, error)
	EntriesOf(ctx context.Context, articleIDs []string) ([]store.Entry, error)
	Search(context.Context, store.Query) ([]store.Hit, int, error)
}

// lookupHits is how many articles a lookup shows, unless the reader asks for more or fewer.
const lookupHits = 10

// Lookup answers a reader who asks for words at a moment, in the zone of it, as
// /news does: if they name an entity it is a dossier of that entity, else the
// articles that hold the words and are as their options ask. It looks back to
// from; where that is zero, a dossier is of the last 30 days and the articles are
// all there are. Limit is how many articles are to be shown, 0 as many as is usual.
// IsMisuse tells an error that is the reader's.
func Lookup(ctx context.Context, news News, words string, from, now time.Time, limit int) (digest.Lookup, error) {
	r := New(Config{News: news})
	q := newQuery(Asker{Zone: now.Location()}, words, now)
	answer := digest.Lookup{Words: strings.Join(strings.Fields(words), " "), Limit: limit}
	var err error
	if q.call, err = parse(r.lookups(), split(q.state.Words)); err == nil {
		err = r.lookup(ctx, q, from, &answer)
	}
	if err != nil && !IsMisuse(err) {
		err = fmt.Errorf("look up %q: %w", answer.Words, err)
	}
	return answer, err
}

// lookups are the commands that a lookup is one of: the search and, for words
// without its options, those that look for a name first.
func (r *Responder) lookups() []command {
	return slices.DeleteFunc(r.list(), func(c command) bool { return c.name != nameSearch && c.name != nameFind && c.name != nameAbout })
}

// lookup completes the answer to a lookup that looks back to from.
func (r *Responder) lookup(ctx context.Context, q query, from time.Time, answer *digest.Lookup) error {
	if q.command.name == nameAbout {
		answer.Words = q.text()
	}
	if q.command.name != nameSearch {
		if err := r.lookupName(ctx, q, from, answer); err != nil || answer.Dossier != nil || isEntityID(q.text()) {
			return err
		}
	}
	if parts := alternatives(q.words); len(parts) > 1 {
		return q.noOrAtTerminal(parts)
	}
	q, err := r.ofWholeSource(ctx, q)
	if err != nil {
		return err
	}
	sought, err := r.sought(ctx, q, from)
	if err != nil {
		return err
	}
	sought.Limit = cmp.Or(answer.Limit, lookupHits)
	answer.From, answer.Among = sought.From, noted(sought.filters(q)...)
	if !sought.To.After(q.now) {
		answer.To = sought.To
	}
	hits, total, err := r.News.Search(ctx, sought.Query)
	if err != nil {
		return err
	}
	answer.Total, answer.Partial = total, sought.isPartial(hits)
	for _, h := range hits {
		answer.Hits = append(answer.Hits, h.Brief)
	}
	if (total == 0 || answer.Partial) && len(answer.Choices) == 0 {
		answer.Choices, err = r.near(ctx, q, q.text())
	}
	return err
}

// noOrAtTerminal names to who asks at a terminal the lookups of the parts between OR.
func (q query) noOrAtTerminal(parts [][]word) error {
	lines := make([]string, len(parts))
	for i, part := range parts {
		lines[i] = "newsbot lookup " + forShell(q.narrowed(part))
	}
	return misuse("%s %s", hasNoOr, strings.Join(lines, ", "))
}

// forShell writes words so that a shell leaves them as they are.
func forShell(words string) string {
	if !strings.ContainsAny(words, `"'-&|;<>()$*?!#~`+"`\\") {
		return words
	}
	return "'" + strings.ReplaceAll(words, "'", `'\''`) + "'"
}

// lookupName puts the dossier of the entity that the words name into an answer, if
// they name one, and the others that they could name.
func (r *Responder) lookupName(ctx context.Context, q query, from time.Time, answer *digest.Lookup) error {
	lately, to := q.lately()
	if from.IsZero() {
		from = lately
	}
	id, named, err := r.meant(ctx, q.text(), from, to)
	if err != nil {
		return err
	}
	if id == "" {
		answer.Choices = named
		return nil
	}
	mentioned, others, err := r.mentions(ctx, id, named, from, to, math.MaxInt)
	if err != nil || len(mentioned.Articles) == 0 {
		return err
	}
	d, err := r.newDossier(ctx, id, mentioned.Articles, from, to)
	if err != nil {
		return err
	}
	answer.Dossier, answer.Choices, answer.Total = &d, others, len(mentioned.Articles)
	answer.From, answer.Among = from, "in "+spanName(q.now.Sub(from), q.reader())
	return nil
}

// meant returns the ID of the entity that words mean, or are the ID of, and those that they
// could name.
func (r *Responder) meant(ctx context.Context, words string, from, to time.Time) (id string, named []digest.EntityCount, err error) {
	if isEntityID(words) {
		named, err = r.likeID(ctx, words, from, to)
		return words, named, err
	}
	named, err = r.entitiesNamed(ctx, words, from, to)
	if i := slices.IndexFunc(named, func(e digest.EntityCount) bool { return means(words, e.Name) }); i >= 0 {
		id = bearer(named[i], named)
	}
	return id, named, err
}

// newDossier puts together what articles, in the order of their times, tell of an entity.
func (r *Responder) newDossier(ctx context.Context, id string, articles []digest.Brief, from, to time.Time) (digest.Dossier, error) {
	var latest []string
	for _, a := range articles[max(0, len(articles)-digest.DossierTexts):] {
		latest = append(latest, a.ID)
	}
	entries, err := r.News.EntriesOf(ctx, latest)
	if err != nil {
		return digest.Dossier{}, err
	}
	texts := make([]digest.Analyzed, len(entries))
	for i, e := range entries {
		texts[i] = digest.Analyzed(e)
	}
	d := digest.NewDossier(id, articles, texts, from, to)
	d.Foreign, err = r.foreign(ctx, d, from, to)
	return d, err
}

// foreign counts articles that hold the name of a dossier in a language in which few names are found, so that they are
// not among its own: of the dossierArticles that hold it most.
func (r *Responder) foreign(ctx context.Context, d digest.Dossier, from, to time.Time) (n int, err error) {
	query := store.Query{Terms: text.Query(d.Entity.Name), From: from, To: to, Limit: dossierArticles}
	if query.Count() == 0 {
		return 0, nil
	}
	hits, _, err := r.News.Search(ctx, query)
	if err != nil {
		return 0, fmt.Errorf("look for articles in other languages: %w", err)
	}
	for _, h := range hits {
		if h.Terms == query.Count() && digest.IsForeign(h.Language) && !slices.ContainsFunc(d.Articles, func(a digest.Brief) bool { return a.ID == h.ID }) {
			n++
		}
	}
	return n, nil
}

// entitiesNamed returns the entities that words could name: first those that are
// known by another name, as the Federal Reserve for "the Fed".
func (r *Responder) entitiesNamed(ctx context.Context, words string, from, to time.Time) (all []digest.EntityCount, err error) {
	names := entity.KnownAs(words)
	if !isAmong(names, words) {
		names = append(names, words)
	}
	for _, name := range names {
		named, err := r.News.EntityNamed(ctx, name, from, to)
		if err != nil {
			return nil, err
		}
		for _, e := range named {
			if !slices.ContainsFunc(all, func(o digest.EntityCount) bool { return o.ID == e.ID }) {
				all = append(all, e)
			}
		}
	}
	return all, nil
}

// isAmong reports whether a name is one of several.
func isAmong(names []string, name string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return text.Fold(n) == text.Fold(name) })
}

// bearer returns the ID of an entity or, where it is a surname alone by which
// articles call one of named, or the initials of one, that one's.
func bearer(e digest.EntityCount, named []digest.EntityCount) string {
	if full, ok := digest.Abbreviated(named)[e.ID]; ok {
		return full.ID
	}
	if person, ok := digest.Bearer(e, named); ok {
		return person.ID
	}
	return e.ID
}

// mentions returns where an entity is named under any of its IDs, a person also by the
// surname alone, with up to most of the articles, and the named entities that are
// others.
func (r *Responder) mentions(ctx context.Context, id string, named []digest.EntityCount, from, to time.Time, most int) (m store.Mentioned, others []digest.EntityCount, err error) {
	ids, err := r.calledBy(ctx, id, from, to)
	if err != nil {
		return m, nil, err
	}
	same := digest.Sameness(named)
	for _, e := range named {
		switch {
		case slices.Contains(ids, e.ID):
		case same(e.ID, id):
			ids = append(ids, e.ID)
		default:
			others = append(others, e)
		}
	}
	m, err = r.News.Mentioned(ctx, ids, from, to, most)
	return m, others, err
}

// calledBy returns the IDs of the surname by which articles call a person, or of the initials of an organization.
func (r *Responder) calledBy(ctx context.Context, id string, from, to time.Time) (ids []string, err error) {
	for _, word := range digest.CalledBy(id) {
		named, err := r.News.EntityNamed(ctx, word, from, to)
		if err != nil {
			return nil, err
		}
		for _, e := range named {
			if digest.SameEntity(bearer(e, named), id) {
				ids = append(ids, e.ID)
			}
		}
	}
	return ids, nil
}

// means reports whether a reader who writes words means the entity of a name: they
// are another name of it, or stand in it and are half of it or more, as "cui" is of
// "Cui Heng", or are, in capitals, the first letters of its words.
func means(words, name string) bool {
	if isAmong(entity.KnownAs(words), name) {
		return true
	}
	asked, full := strings.Fields(text.Fold(words)), strings.Fields(text.Fold(name))
	if words == strings.ToUpper(words) && len(full) > 1 && text.Fold(words) == initials(name) {
		return true
	}
	for _, w := range asked {
		if !slices.Contains(full, w) {
			return false
		}
	}
	return 2*len(asked) >= len(full)
}

// initials returns the first letters of the words of a name that begin with a
// capital, folded: "sco" for "Shanghai Cooperation Organisation".
func initials(name string) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(name) {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
			b.WriteRune(r)
		}
	}
	return text.Fold(b.String())
}
