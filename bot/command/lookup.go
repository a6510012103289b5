// Package command answers what readers ask of the bot. It knows no Slack: it
// turns words into values that Slack blocks or a terminal can show.
package command

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"newsbot/digest"
	"newsbot/digest/store"
	"newsbot/digest/text"
)

// News is the store of articles, as far as lookups read it.
type News interface {
	EntityNamed(ctx context.Context, words string, from, to time.Time) ([]digest.EntityCount, error)
	Mentions(ctx context.Context, entityID string, from, to time.Time) ([]digest.Brief, error)
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
	if len(named) > 0 && means(words, named[0].Name) {
		articles, err := news.Mentions(ctx, named[0].ID, from, to)
		if err != nil {
			return answer, fmt.Errorf("look up %q: %w", words, err)
		}
		if len(articles) > 0 {
			d := digest.NewDossier(named[0].ID, articles, from, to)
			answer.Dossier, answer.Choices, answer.Total = &d, named[1:], len(articles)
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

// means reports whether a reader who writes words means the entity of a name:
// they stand in the name and are half of it or more, as "cui" is of "Cui Heng",
// or are an abbreviation of it in capitals.
func means(words, name string) bool {
	if words == strings.ToUpper(words) {
		return true
	}
	asked, full := strings.Fields(text.Fold(words)), strings.Fields(text.Fold(name))
	for _, w := range asked {
		if !slices.Contains(full, w) {
			return false
		}
	}
	return 2*len(asked) >= len(full)
}
