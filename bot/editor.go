package bot

import (
	"context"
	"fmt"
	"slices"
	"time"

	"newsbot/bot/block"
	"newsbot/bot/schedule"
	"newsbot/digest"
	"newsbot/digest/store"
)

// editor puts the digests of subscriptions together.
type editor struct{ store *store.Store }

// NewEditor returns what puts the digests of subscriptions together from a
// store.
func NewEditor(s *store.Store) schedule.Editor { return editor{s} }

// leastWindow is how far back the window of a digest reaches at least: what is
// published is not always here within the hour, and readers are not told twice.
const leastWindow = 6 * time.Hour

// Compose implements schedule.Editor.
func (e editor) Compose(ctx context.Context, sub store.Subscription, from, due time.Time, late bool) (schedule.Edition, error) {
	var none schedule.Edition
	zone, err := time.LoadLocation(sub.Zone)
	if err != nil {
		return none, fmt.Errorf("time zone of subscription %s: %w", sub.ID, err)
	}
	if least := due.Add(-leastWindow); from.After(least) {
		from = least
	}
	o := digest.Options{Edition: sub.Name, From: from, To: due, Zone: zone, Now: due, Filter: sub.Filter}
	if late {
		o.Edition += " (late)"
	}
	articles, err := e.store.Window(ctx, from, due)
	if err != nil {
		return none, err
	}
	if o.Told, err = e.store.Told(ctx, sub.Channel); err != nil {
		return none, err
	}
	layout := block.Options{Now: due, Top: sub.Size}
	d := digest.Build(inLanguage(articles, sub.Language), o)
	edition := schedule.Edition{Articles: d.Articles, Stories: len(d.Stories), Told: newlyTold(d, o, layout)}
	if len(d.Stories) > 0 || !sub.Quiet {
		edition.Messages = block.Digest(d, layout)
	}
	return edition, nil
}

// inLanguage returns the articles in a language, all where it is "".
func inLanguage(articles []digest.Brief, language string) []digest.Brief {
	if language == "" {
		return articles
	}
	return slices.DeleteFunc(articles, func(a digest.Brief) bool { return a.Language != language })
}

// newlyTold returns what the readers know of the stories that a digest tells
// them, once they have read it.
func newlyTold(d digest.Digest, o digest.Options, layout block.Options) map[string]digest.Told {
	stories := block.Told(d, layout)
	all := digest.Remember(o.Told, stories, o.Now)
	told := make(map[string]digest.Told, len(stories))
	for _, s := range stories {
		told[s.ID] = all[s.ID]
	}
	return told
}
