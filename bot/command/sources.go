package command

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"newsbot/bot/block"
	"newsbot/digest/feed"
	"newsbot/digest/poll"
	"newsbot/digest/render"
	"newsbot/digest/store"
	"newsbot/digest/text"
)

// Feeds is the store of what the bot reads, as *store.Store is.
type Feeds interface {
	Feeds(ctx context.Context) ([]store.Feed, error)
	AddFeeds(ctx context.Context, feeds ...store.Feed) (added []store.Feed, err error)
	PauseFeed(ctx context.Context, f store.Feed, why string) error
	ResumeFeed(ctx context.Context, f store.Feed) error
	RemoveFeed(ctx context.Context, f store.Feed) error
	FeedAt(ctx context.Context, address string) (f store.Feed, ok bool, err error)
}

// FeedReader finds and reads feeds, as *feed.Reader does.
type FeedReader interface {
	Discover(ctx context.Context, address string) ([]feed.Found, error)
	Poll(ctx context.Context, address string, known feed.Validators) (feed.Polled, error)
}

// sourcesPage is how many sources an answer shows.
const sourcesPage = 8

// sources lists what the bot reads, or does what the first word says.
func (r *Responder) sources(ctx context.Context, q query) (block.Message, error) {
	if len(q.words) == 0 {
		return r.listSources(ctx, q, "")
	}
	verbs := r.sourceVerbs()
	verb := strings.ToLower(q.words[0].Text)
	run, ok := verbs[verb]
	if !ok {
		names := slices.Sorted(maps.Keys(verbs))
		return block.Message{}, misuse("Write one of %s behind %s.%s", strings.Join(names, ", "), written("sources"), didYouMean(verb, names))
	}
	return run(ctx, q)
}

// sourceVerbs returns what can be done about sources.
func (r *Responder) sourceVerbs() map[string]func(context.Context, query) (block.Message, error) {
	return map[string]func(context.Context, query) (block.Message, error){
		"add":     r.addSource,
		"failing": r.failingSources,
		"list":    func(ctx context.Context, q query) (block.Message, error) { return r.listSources(ctx, q, "") },
		"pause": r.changeSource("Paused", func(ctx context.Context, f store.Feed) error {
			return r.Feeds.PauseFeed(ctx, f, store.PausedByHand)
		}),
		"remove": r.removeSource,
		"resume": r.changeSource("Read again", r.Feeds.ResumeFeed),
		"test":   r.testSource,
	}
}

// seesSources reports whether words behind sources ask only to see them.
func seesSources(words []word) bool {
	return len(words) == 0 || slices.Contains([]string{"failing", "list", "test"}, strings.ToLower(words[0].Text))
}

// listSources lists all sources below a note, which may be "".
func (r *Responder) listSources(ctx context.Context, q query, note string) (block.Message, error) {
	feeds, err := r.readFeeds(ctx)
	if err != nil {
		return block.Message{}, err
	}
	q.state.Words = "sources"
	if note == "" {
		note = q.counted(feeds)
	}
	return q.sourceList(feeds, note), nil
}

// failingSources lists the sources that are not well.
func (r *Responder) failingSources(ctx context.Context, q query) (block.Message, error) {
	feeds, err := r.readFeeds(ctx)
	if err != nil {
		return block.Message{}, err
	}
	unwell := slices.DeleteFunc(slices.Clone(feeds), store.Feed.Well)
	if len(unwell) == 0 {
		return block.Say("All sources are well: "+q.counted(feeds)+".", q.inPlace(q.do("All sources", "sources"))), nil
	}
	return q.sourceList(unwell, q.reader().Number(len(unwell))+" of "+q.reader().Plural(len(feeds), "source", "sources")), nil
}

// readFeeds returns all sources, those that fail first.
func (r *Responder) readFeeds(ctx context.Context) ([]store.Feed, error) {
	feeds, err := r.Feeds.Feeds(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the sources: %w", err)
	}
	slices.SortStableFunc(feeds, func(a, b store.Feed) int {
		return cmp.Or(cmp.Compare(urgency(a), urgency(b)), strings.Compare(text.Fold(a.Name()), text.Fold(b.Name())))
	})
	return feeds, nil
}

// urgency puts sources in order: what fails, what is well, what somebody paused.
func urgency(f store.Feed) int {
	switch {
	case f.State == store.FeedPaused:
		return 2
	case f.Well():
		return 1
	}
	return 0
}

// counted says how many sources there are, and how many fail.
func (q query) counted(feeds []store.Feed) string {
	failing := 0
	for _, f := range feeds {
		if urgency(f) == 0 {
			failing++
		}
	}
	s := q.reader().Plural(len(feeds), "source", "sources")
	if failing > 0 {
		s += ", " + q.reader().Number(failing) + " of them failing"
	}
	return s
}

// sourceList shows a page of sources, each with what can be done about it.
func (q query) sourceList(feeds []store.Feed, note string) block.Message {
	add := q.open("Add a source", "sources add")
	if len(feeds) == 0 {
		return block.Say("I read no sources yet. Add a site or a feed.", q.inPlace(add))
	}
	if q.state.First >= len(feeds) { // some are gone since
		q.state.First = (len(feeds) - 1) / sourcesPage * sourcesPage
	}
	var parts []block.Part
	for _, f := range feeds[q.state.First:min(len(feeds), q.state.First+sourcesPage)] {
		parts = append(parts, block.Part{List: q.sourceHealth(f), Menu: q.sourceMenu(f)})
	}
	return block.Parts("Sources", note, parts, func(shown int) []block.Row {
		buttons := q.controls(shown, len(feeds), sourcesPage)
		if q.look != shared {
			buttons = append([]block.Button{add}, buttons...)
		}
		return []block.Row{{Buttons: buttons}}
	})
}

// sourceHealth says what a source is and how it is.
func (q query) sourceHealth(f store.Feed) block.List {
	l := block.List{Heading: sourceName(f), URL: f.Health.Site, Lines: []block.Line{{Text: q.sourceState(f)}}}
	if urgency(f) == 0 {
		l.Lines = append(l.Lines, block.Line{Text: "⚠ " + poll.HealthOf(f, q.done, q.reader()).Trouble})
	}
	l.Lines = append(l.Lines, block.Line{Text: shownAddress(f)})
	return l
}

// sourceState says how a source is, in a line.
func (q query) sourceState(f store.Feed) string {
	h := poll.HealthOf(f, q.done, q.reader())
	how := standing(f) + " · never read yet"
	if !f.Health.Succeeded.IsZero() {
		how = standing(f) + " · last read " + h.Success + " · " + h.PerDay + " items a day"
	}
	if f.Full > 0 {
		how += ", " + h.Full + " with full text"
	}
	return how
}

// standing says in a word or two how a source is.
func standing(f store.Feed) string {
	if f.State == store.FeedPaused && f.Why != "" {
		return f.Why
	}
	return f.Standing()
}

// sourceName returns what people call a source.
func sourceName(f store.Feed) string { return cmp.Or(render.Shorten(f.Name(), maxInterest), f.Host()) }

// shownAddress returns what people see of a source's address: of one that the
// settings or the command line name the host alone, since what follows may be a
// secret.
func shownAddress(f store.Feed) string {
	if f.Maker == "" {
		return f.Host()
	}
	return f.Public()
}

// sourceMenu is what can be done about a source: nothing where all see it.
func (q query) sourceMenu(f store.Feed) []block.Button {
	if q.look == shared {
		return nil
	}
	does := func(label, verb string) block.Button { return q.inList(label, "sources "+verb+" "+f.ID) }
	turn := does("Pause", "pause")
	if f.State != store.FeedActive {
		turn = does("Resume", "resume")
	}
	return []block.Button{does("Test", "test"), turn, does("Remove", "remove")}
}

// inList is do for what leads back to the page of the list from which one came.
func (q query) inList(label, words string) block.Button {
	s := q.asks(words)
	s.First = q.state.First
	return q.button(actPage, label, s)
}

// inPlace returns buttons that a modal has too, where their answers take its
// place; what all see has none.
func (q query) inPlace(buttons ...block.Button) block.Row {
	if q.look == shared {
		return block.Row{}
	}
	return block.Row{Buttons: buttons}
}
