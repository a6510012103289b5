package bot

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"

	"newsbot/bot/block"
	"newsbot/bot/command"
	"newsbot/bot/schedule"
	"newsbot/digest"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

// editor puts the digests of subscriptions together.
type editor struct {
	store    *store.Store
	answered bool          // people are answered, so that digests may have buttons
	turns    chan struct{} // holds one for each digest that is being put together
}

// NewEditor returns what puts the digests of subscriptions together from a
// store, with buttons for people who are answered. It puts no more together at a time
// than there are processors, since each holds the news of its window: many are due at
// the same minute. People who look at a digest beforehand have an Editor of their own, so
// that they do not wait for those.
func NewEditor(s *store.Store) schedule.Editor { return newEditor(s, true) }

func newEditor(s *store.Store, answered bool) editor {
	return editor{s, answered, make(chan struct{}, runtime.GOMAXPROCS(0))}
}

// Compose implements schedule.Editor.
func (e editor) Compose(ctx context.Context, sub store.Subscription, i schedule.Issue) (schedule.Edition, error) {
	var none schedule.Edition
	select {
	case e.turns <- struct{}{}:
		defer func() { <-e.turns }()
	case <-ctx.Done():
		return none, ctx.Err()
	}
	zone, err := time.LoadLocation(sub.Zone)
	if err != nil {
		return none, fmt.Errorf("time zone of subscription %s: %w", sub.ID, err)
	}
	i = command.SinceWatched(sub, i)
	o := digest.Options{Edition: render.Edition(sub.Name, sub.Topics...), From: i.From, To: i.Due, Zone: zone, Now: i.Due, Filter: sub.FilterAt(i.Due)}
	if i.Late {
		o.Edition += " (late)"
	}
	articles, err := e.news(ctx, i)
	if err != nil {
		return none, err
	}
	if o.Told, err = e.store.Told(ctx, sub.Channel); err != nil {
		return none, err
	}
	if o.Hidden, err = e.store.Hidden(ctx, sub.Channel); err != nil {
		return none, err
	}
	if o.Stories, err = e.store.StoryNames(ctx, sub.Stories); err != nil {
		return none, err
	}
	layout := e.layout(sub, i.Due)
	o.NoNames = layout.Notice
	d := digest.Build(inLanguage(articles, sub.Language), o)
	edition := schedule.Edition{Articles: d.Articles, Stories: len(d.Stories), Told: newlyTold(d, o, layout)}
	if len(d.Stories) > 0 || !sub.Quiet {
		if err := e.store.MarkTrends(ctx, d); err != nil {
			return none, err
		}
		edition.Messages = block.Digest(d, layout)
	}
	return edition, nil
}

// lateBy is how long before the former digest something may have been published that
// came too late for it: feeds are read every few hours, and some date what they bring
// by the day alone. It is no longer, so that a feed that is read for the first time does
// not bring all that it has.
const lateBy = 24 * time.Hour

// news returns the articles of a digest.
func (e editor) news(ctx context.Context, i schedule.Issue) ([]digest.Brief, error) {
	articles, err := e.store.Window(ctx, i.From, i.Due)
	if err != nil || !i.Follows {
		return articles, err
	}
	late, err := e.store.Latecomers(ctx, i.From.Add(-lateBy), i.From, i.From)
	return append(late, articles...), err
}

// layout says how the digest of a subscription is laid out.
func (e editor) layout(sub store.Subscription, due time.Time) block.Options {
	o := block.Options{Now: due, Top: sub.Size, Headlines: sub.Headlines, Locale: localeOf(sub), Notice: command.IsWatch(sub)}
	if e.answered {
		o.Menu, o.Foot = command.StoryMenu(sub, due), command.DigestFoot(sub, due)
	}
	return o
}

// localeOf returns how the readers of a subscription are used to read dates and
// numbers: as those of its language, where its maker reads another one, or as its
// maker.
func localeOf(sub store.Subscription) string {
	maker, _, _ := strings.Cut(sub.Locale, "-")
	if sub.Language != "" && sub.Language != maker {
		return sub.Language
	}
	return sub.Locale
}

// inLanguage returns the articles in a language, all where it is "".
func inLanguage(articles []digest.Brief, language string) []digest.Brief {
	if language == "" {
		return articles
	}
	return slices.DeleteFunc(articles, func(a digest.Brief) bool { return a.Language != language })
}

// newlyTold returns for each message of a digest what the readers know of its stories,
// once they have read it.
func newlyTold(d digest.Digest, o digest.Options, layout block.Options) []map[string]digest.Told {
	messages := block.Told(d, layout)
	told := make([]map[string]digest.Told, len(messages))
	for n, stories := range messages {
		told[n] = digest.Remember(stories, o.Now)
	}
	return told
}
