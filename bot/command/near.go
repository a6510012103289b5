package command

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"newsbot/digest"
	"newsbot/digest/entity"
	"newsbot/digest/store"
	"newsbot/digest/text"
)

// maxNear is how many names are offered in the place of one that is not in the news.
const maxNear = 3

// nearName is an entity with the letters that its name is away from what was asked.
type nearName struct {
	digest.EntityCount
	away int
}

// near returns the names in the news of the last 30 days that words may be a
// misspelling of, the nearest first: "Esbjerg" for "Esbjergg", and a person by the
// surname.
func (r *Responder) near(ctx context.Context, q query, words string) ([]digest.EntityCount, error) {
	from, to := q.lately()
	days, err := r.News.Entities(ctx, from, to)
	if err != nil {
		return nil, fmt.Errorf("look for names like %q: %w", words, err)
	}
	asked := text.Fold(words)
	var found []nearName
	for _, e := range digest.SumDays(days) {
		if away, ok := misspelt(asked, digest.CalledIn(e.ID)); ok {
			found = append(found, nearName{e, away})
		}
	}
	slices.SortStableFunc(found, func(a, b nearName) int { return cmp.Or(a.away-b.away, b.Count-a.Count) })
	var out []digest.EntityCount
	for _, f := range found[:min(maxNear, len(found))] {
		named, err := r.News.EntityNamed(ctx, digest.CalledIn(f.ID), from, to)
		if err != nil {
			return nil, err
		}
		if i := slices.IndexFunc(named, func(e digest.EntityCount) bool { return e.ID == f.ID }); i >= 0 {
			out = append(out, named[i])
		}
	}
	return distinct(out), nil
}

// misspelt returns how far away a name is of which the words may be a misspelling, or
// of one of its words where they are one. Short words are too near to others.
func misspelt(asked, name string) (away int, ok bool) {
	n := utf8.RuneCountInString(asked)
	most := 0
	switch {
	case n >= 7:
		most = 2
	case n >= 5:
		most = 1
	}
	forms := []string{name}
	if !strings.Contains(asked, " ") {
		forms = append(forms, strings.Fields(name)...)
	}
	away = most + 1
	for _, f := range forms {
		if d := utf8.RuneCountInString(f) - n; -most <= d && d <= most {
			away = min(away, distance(asked, f))
		}
	}
	return away, 0 < away && away <= most
}

// isInNews reports whether an article of the last 30 days has all of some words.
func (r *Responder) isInNews(ctx context.Context, q query, words string) (bool, error) {
	from, to := q.lately()
	sought := store.Query{Terms: text.Query(words), From: from, To: to, Limit: 1}
	hits, _, err := r.News.Search(ctx, sought)
	if err != nil {
		return false, fmt.Errorf("look for news on %q: %w", words, err)
	}
	return len(hits) > 0 && hits[0].Terms == sought.Count(), nil
}

// unheard says on which of a list of topics there is no news of the last 30 days, and
// which source or name a reader may have meant by one. It is "" where there is news on all,
// or none at all.
func (r *Responder) unheard(ctx context.Context, q query, list []string) (string, error) {
	from, to := q.lately()
	outlets, err := r.outlets(ctx, from, to)
	if err != nil || len(outlets) == 0 {
		return "", err
	}
	var vain []string
	for _, topic := range list {
		found, err := r.isInNews(ctx, q, topic)
		if err != nil {
			return "", err
		}
		if !found && !isAmong(namesOf(outlets), topic) && len(entity.KnownAs(topic)) == 0 {
			vain = append(vain, topic)
		}
	}
	if len(vain) == 0 {
		return "", nil
	}
	says := "No article from the last " + spanName(lookBack, q.reader()) + " is about “" + strings.Join(vain, "” or “") + "”."
	if len(vain) > 1 {
		return says, nil
	}
	if sources := maybeSources(outlets, vain[0]); len(sources) > 0 {
		return says + " Did you mean the source " + sources[0] + "?", nil
	}
	near, err := r.near(ctx, q, vain[0])
	if len(near) > 0 {
		says += " Did you mean " + near[0].Name + "?"
	}
	return says, err
}

// maybeSources returns the names of the sources that words name or may mean.
func maybeSources(outlets []store.Outlet, words string) []string {
	if called := sourcesCalled(outlets, words); len(called) > 0 {
		return called
	}
	return nearSources(namesOf(outlets), words)
}
