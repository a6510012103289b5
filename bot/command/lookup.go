package command

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"newsbot/digest"
	"newsbot/digest/store"
	"newsbot/digest/text"
)

// News is the store of articles, as far as answers read it.
type News interface {
	Window(ctx context.Context, from, to time.Time) ([]digest.Brief, error)
	Entities(ctx context.Context, from, to time.Time) ([]store.DayEntities, error)
	DaysStories(ctx context.Context, first, last time.Time) ([]store.DayStories, error)
	Story(ctx context.Context, id string) ([]digest.Brief, error)
	Outlets(ctx context.Context, from, to time.Time) ([]store.Outlet, error)
	EntityNamed(ctx context.Context, words string, from, to time.Time) ([]digest.EntityCount, error)
	Mentioned(ctx context.Context, entityIDs []string, from, to time.Time, most int) (store.Mentioned, error)
	Search(context.Context, store.Query) ([]store.Hit, int, error)
}

// lookupHits is how many articles a lookup shows.
const lookupHits = 10

// Lookup answers a reader who asks for words, from the articles of a window: if
// they name an entity it is a dossier of that entity, else the articles that
// hold the words.
func Lookup(ctx context.Context, news News, words string, from, to time.Time) (digest.Lookup, error) {
	words = strings.Join(strings.Fields(words), " ")
	answer := digest.Lookup{Words: words, From: from, To: to}
	named, err := news.EntityNamed(ctx, words, from, to)
	if err != nil {
		return answer, fmt.Errorf("look up %q: %w", words, err)
	}
	if i := slices.IndexFunc(named, func(e digest.EntityCount) bool { return means(words, e.Name) }); i >= 0 {
		mentioned, others, err := about(ctx, news, named[i].ID, named, from, to, math.MaxInt)
		if err != nil {
			return answer, fmt.Errorf("look up %q: %w", words, err)
		}
		if n := len(mentioned.Articles); n > 0 {
			d := digest.NewDossier(named[i].ID, mentioned.Articles, from, to)
			answer.Dossier, answer.Choices, answer.Total = &d, others, n
			return answer, nil
		}
	}
	answer.Choices = named
	hits, total, err := news.Search(ctx, store.Query{Terms: text.Query(words), From: from, To: to, Limit: lookupHits})
	if err != nil {
		return answer, fmt.Errorf("look up %q: %w", words, err)
	}
	answer.Total = total
	for _, h := range hits {
		answer.Hits = append(answer.Hits, h.Brief)
	}
	return answer, nil
}

// about returns where an entity is named under any of its IDs, with up to most of
// the articles, and the named entities that are others.
func about(ctx context.Context, news News, id string, named []digest.EntityCount, from, to time.Time, most int) (m store.Mentioned, others []digest.EntityCount, err error) {
	var ids []string
	for _, e := range named {
		if digest.SameEntity(e.ID, id) {
			ids = append(ids, e.ID)
		} else {
			others = append(others, e)
		}
	}
	m, err = news.Mentioned(ctx, ids, from, to, most)
	return m, others, err
}

// means reports whether a reader who writes words means the entity of a name:
// they stand in the name and are half of it or more, as "cui" is of "Cui Heng",
// or are, in capitals, the first letters of its words.
func means(words, name string) bool {
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
