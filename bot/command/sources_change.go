package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"newsbot/bot/block"
	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/poll"
	"newsbot/digest/render"
	"newsbot/digest/store"
)

// discoverTime is how long feeds of a site are looked for.
const discoverTime = 15 * time.Second

// How many sources people may add. Those of the settings and the command line do not
// count.
const (
	maxAdded = 1000 // all together
	maxOfOne = 100  // one person
)

// What answers about a source show.
const (
	maxFound  = 5 // feeds of a site, and sources that a name may mean
	maxTested = 5 // items of a feed
)

// addSource adds the feed at an address or of a site. Where a site has several, the
// asker chooses.
func (r *Responder) addSource(ctx context.Context, q query) (block.Message, error) {
	if err := r.permitSources(ctx, q); err != nil {
		return block.Message{}, err
	}
	address := siteAddress(q.source())
	if address == "" {
		return block.Message{}, misuse("Give one address, of a site or a feed: %s.", written("sources add https://example.org"))
	}
	switch f, there, err := r.Feeds.FeedAt(ctx, address); {
	case err != nil:
		return block.Message{}, fmt.Errorf("look for a source: %w", err)
	case there:
		return q.isThere(f), nil
	}
	if err := r.checkMore(ctx, q); err != nil {
		return block.Message{}, err
	}
	found, err := r.discover(ctx, address)
	switch {
	case err != nil:
		return block.Message{}, err
	case len(found) > 1:
		return q.chooseFeed(found), nil
	}
	return r.keepSource(ctx, q, found[0])
}

// checkMore says in a sentence for the asker why they cannot add a source.
func (r *Responder) checkMore(ctx context.Context, q query) error {
	feeds, err := r.readFeeds(ctx)
	if err != nil {
		return err
	}
	by := make(map[string]int)
	for _, f := range feeds {
		by[f.Maker]++
	}
	switch {
	case by[maker(q)] >= maxOfOne:
		return misuse("One person may add %s sources, and you have. Remove one first, or ask whoever runs me to add it.", q.reader().Number(maxOfOne))
	case len(feeds)-by[""] >= maxAdded:
		return misuse("People may add %s sources, and they have. Remove one first, or ask whoever runs me to add it.", q.reader().Number(maxAdded))
	}
	return nil
}

// maker is the maker of what the asker adds. That there is one is what keeps the poller
// from reading it inside the network.
func maker(q query) string { return cmp.Or(q.asker.User, "unknown") }

// isThere answers who adds what is a source already. One that rests can be resumed.
func (q query) isThere(f store.Feed) block.Message {
	name, all := sourceName(f), q.do("All sources", "sources")
	if f.State == store.FeedActive {
		return block.Say("“"+name+"” is already among the sources.", q.inPlace(all))
	}
	return block.Say("“"+name+"” is already among the sources, but I do not read it: "+cmp.Or(f.Why, string(f.State))+".",
		q.inPlace(q.do("Resume it", "sources resume "+f.ID), all))
}

// siteAddress returns the address that words are, with https:// where they leave
// that out; "" where they are none.
func siteAddress(words string) string {
	words = strings.TrimSpace(words)
	if strings.ContainsFunc(words, func(r rune) bool { return r <= ' ' }) {
		return ""
	}
	return render.Link(digest.WithScheme(words))
}

// discover returns the feeds of a site, one at least.
func (r *Responder) discover(ctx context.Context, address string) ([]feed.Found, error) {
	looking, cancel := context.WithTimeout(ctx, discoverTime)
	defer cancel()
	found, err := r.PublicFeeds.Discover(looking, address)
	found = slices.DeleteFunc(found, func(o feed.Found) bool {
		return len(render.Link(o.Feed)) > maxWords/2 || render.Link(o.Feed) == "" // a button must hold it
	})
	switch {
	case err != nil && looking.Err() != nil && ctx.Err() == nil:
		return nil, misuse("I looked for feeds there for %d seconds and found none. Give the address of the feed itself.", int(discoverTime.Seconds()))
	case err != nil:
		return nil, r.unread(ctx, "The feed could not be added", err)
	case len(found) == 0:
		return nil, misuse("That feed has no address that I can keep. Give another one.")
	}
	return found, nil
}

// chooseFeed offers the feeds of a site.
func (q query) chooseFeed(found []feed.Found) block.Message {
	l := block.List{Heading: "This site has " + q.reader().Plural(len(found), "feed", "feeds") + ". Which one?"}
	var buttons []block.Button
	for i, o := range found[:min(maxFound, len(found))] {
		name := fmt.Sprintf("%d. %s", i+1, sourceName(store.Feed{Address: o.Feed, Source: o.Title}))
		l.Lines = append(l.Lines, block.Line{Text: name, Note: digest.Redact(o.Feed)})
		buttons = append(buttons, q.do(name, "sources add "+render.Link(o.Feed)))
	}
	return block.Lists("", "", []block.List{l}, q.inPlace(buttons...))
}

// keepSource adds a feed that was read.
func (r *Responder) keepSource(ctx context.Context, q query, o feed.Found) (block.Message, error) {
	f := store.Feed{Address: o.Feed, Maker: maker(q), Health: store.FeedHealth{Title: o.Title, Site: o.Site}}
	name := sourceName(f)
	added, err := r.Feeds.AddFeeds(ctx, f)
	if err != nil {
		return block.Message{}, fmt.Errorf("add a source: %w", err)
	}
	if len(added) == 0 {
		there, _, err := r.Feeds.FeedAt(ctx, o.Feed)
		if err != nil {
			return block.Message{}, fmt.Errorf("look for a source: %w", err)
		}
		there.Health.Title = cmp.Or(there.Health.Title, o.Title)
		return q.isThere(there), nil
	}
	says := "I read “" + name + "” from now on."
	if o.Cut != nil {
		says += " But it " + poll.Plainly(o.Cut) + "."
	}
	return block.Say(says,
		q.inPlace(q.do("All sources", "sources"), q.do("Remove it", "sources remove "+added[0].ID))), nil
}

// changeSource returns a verb that does something to a source and lists all.
func (r *Responder) changeSource(done string, change func(context.Context, store.Feed) error) func(context.Context, query) (block.Message, error) {
	return func(ctx context.Context, q query) (block.Message, error) {
		f, err := r.changed(ctx, q, change)
		if err != nil {
			return block.Message{}, err
		}
		return r.listSources(ctx, q, done+": “"+sourceName(f)+"”.")
	}
}

// changeable returns the source that a query names, if the asker may change it.
func (r *Responder) changeable(ctx context.Context, q query) (store.Feed, error) {
	if err := r.permitSources(ctx, q); err != nil {
		return store.Feed{}, err
	}
	return r.namedSource(ctx, q)
}

// changed does something to that source, and returns it.
func (r *Responder) changed(ctx context.Context, q query, change func(context.Context, store.Feed) error) (store.Feed, error) {
	f, err := r.changeable(ctx, q)
	if err != nil {
		return f, err
	}
	if err := change(ctx, f); err != nil {
		return f, fmt.Errorf("change a source: %w", err)
	}
	return f, nil
}

// The option that says that a source is to be removed for good.
const (
	optionSure = "sure"
	isSure     = "yes"
)

// removeSource forgets a source, once the asker has said to be sure. One that people
// added can be added again by a button.
func (r *Responder) removeSource(ctx context.Context, q query) (block.Message, error) {
	if q.options[optionSure] != isSure {
		return r.askWhetherSure(ctx, q)
	}
	f, err := r.changed(ctx, q, r.Feeds.RemoveFeed)
	if err != nil {
		return block.Message{}, err
	}
	buttons := []block.Button{q.inList("All sources", "sources")}
	if f.Maker != "" && len(render.Link(f.Address)) <= maxWords/2 {
		buttons = append(buttons, q.do("Add it again", "sources add "+render.Link(f.Address)))
	}
	return block.Say("“"+sourceName(f)+"” is no longer read. Its articles stay.", q.inPlace(buttons...)), nil
}

// askWhetherSure asks before a source is removed. A menu of Slack's could ask too,
// but before everything else in it as well.
func (r *Responder) askWhetherSure(ctx context.Context, q query) (block.Message, error) {
	f, err := r.changeable(ctx, q)
	if err != nil {
		return block.Message{}, err
	}
	text := "Remove “" + sourceName(f) + "”? It will no longer be read, for any channel. Its articles stay."
	if ofSettings(f) {
		text += " It was set up by whoever runs me, and only they can add it again."
	}
	remove := q.inList("Remove", "sources remove "+f.ID+" "+optionSure+":"+isSure)
	remove.Danger = true
	return block.Say(text, q.inPlace(remove, q.inList("Keep it", "sources"))), nil
}

// source returns the words behind the verb, which name a source or an address.
func (q query) source() string {
	if words := q.words[1:]; len(words) == 1 {
		return words[0].address()
	}
	return q.sourceWords()
}

// sourceWords returns the words behind the verb as they were typed.
func (q query) sourceWords() string { return joinWords(q.words[1:]) }

// namedSource returns the one source that a query names.
func (r *Responder) namedSource(ctx context.Context, q query) (store.Feed, error) {
	words := q.source()
	if words == "" {
		return store.Feed{}, misuse("Say which source, by its name or address; %s lists them.", written("sources"))
	}
	feeds, err := r.readFeeds(ctx)
	if err != nil {
		return store.Feed{}, err
	}
	shown := shownAddresses(feeds)
	found := store.FeedsNamed(feeds, words, shown)
	if len(found) == 0 { // Slack makes an address of a host
		words = q.sourceWords()
		found = store.FeedsNamed(feeds, words, shown)
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return store.Feed{}, q.noSource(feeds, words)
	default:
		return store.Feed{}, q.whichSource(found, words, shown)
	}
}

// whichSource asks which of several sources is meant: they may be named alike.
func (q query) whichSource(found []store.Feed, words string, shown func(store.Feed) string) error {
	m := &misuseError{sentence: fmt.Sprintf("“%s” may be any of %s. Which one?", digest.Redact(words), q.reader().Plural(len(found), "source", "sources"))}
	for i, f := range found[:min(maxFound, len(found))] {
		name := fmt.Sprintf("%d. %s", i+1, sourceName(f))
		m.offer(q.open(name, "sources "+q.words[0].Text+" "+f.ID), shown(f)+" · "+q.sourceState(f))
	}
	return m
}

// noSource says that no source is called so, and offers the nearest.
func (q query) noSource(feeds []store.Feed, words string) error {
	m := &misuseError{sentence: fmt.Sprintf("There is no source “%s”.", digest.Redact(words))}
	names := make([]string, len(feeds))
	for i, f := range feeds {
		names[i] = f.Name()
	}
	for _, near := range nearSources(names, words) {
		f := feeds[slices.Index(names, near)]
		m.offers = append(m.offers, q.open(sourceName(f), "sources "+q.words[0].Text+" "+f.ID))
	}
	m.offers = append(m.offers, q.open("All sources", "sources"))
	return m
}

// testSource reads a source, or the feed at an address, and shows what it holds.
// What may stand inside the network is shown to those who may change sources.
func (r *Responder) testSource(ctx context.Context, q query) (block.Message, error) {
	f, err := r.namedSource(ctx, q)
	address := siteAddress(q.source())
	if m, wrong := errors.AsType[*misuseError](err); wrong && len(m.among) == 0 && address != "" { // no source is named so
		f, err = store.Feed{Address: address, Maker: q.asker.User}, nil
	}
	if err != nil {
		return block.Message{}, err
	}
	if ofSettings(f) {
		if err := r.permitSources(ctx, q); err != nil {
			return block.Message{}, err
		}
	}
	polled, err := r.feedReader(f).Poll(ctx, f.Address, feed.Validators{})
	if err != nil {
		return block.Message{}, r.unread(ctx, "“"+sourceName(f)+"” could not be read", err)
	}
	return q.tested(f, polled), nil
}

// feedReader returns what may read a feed.
func (r *Responder) feedReader(f store.Feed) FeedReader {
	if f.ID != "" && f.MayBeInside(r.Vouched) {
		return r.OwnFeeds
	}
	return r.PublicFeeds
}

// ofSettings reports whether a source comes from the settings or the command line.
func ofSettings(f store.Feed) bool { return f.ID != "" && f.Maker == "" }

// tested shows what a feed holds.
func (q query) tested(f store.Feed, p feed.Polled) block.Message {
	words, newest := poll.Content(p, maxTested, q.reader())
	note := "It can be read: " + words
	l := block.List{Heading: "The newest"}
	for _, a := range newest {
		l.Lines = append(l.Lines, block.Line{Text: cmp.Or(a.Title, a.URL), URL: a.URL, Note: q.reader().When(a.Published, q.done)})
	}
	buttons := []block.Button{q.inList("All sources", "sources")}
	if f.ID == "" {
		buttons = append(buttons, q.do("Add it", "sources add "+f.Address))
	}
	return block.Lists(cmp.Or(render.Inert(p.Title), sourceName(f)), note, []block.List{l}, q.inPlace(buttons...))
}
