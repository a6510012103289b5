package command

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"net/url"
	"regexp"
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
		return block.Message{}, misuse("Write one of %s after %s.%s", strings.Join(names, ", "), written("sources"), didYouMean(verb, names))
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
		"resume": r.changeSource("Resumed", r.Feeds.ResumeFeed),
		"test":   r.testSource,
	}
}

// changesSources is the changes of sources, which without a verb lists them.
func changesSources(words []word) bool {
	return len(words) > 0 && !slices.Contains([]string{"failing", "list", "test"}, strings.ToLower(words[0].Text))
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
	return q.sourceList(feeds, feeds, note), nil
}

// failingSources lists the sources that are not well, and those of which that is not known
// yet.
func (r *Responder) failingSources(ctx context.Context, q query) (block.Message, error) {
	feeds, err := r.readFeeds(ctx)
	if err != nil {
		return block.Message{}, err
	}
	unwell := slices.DeleteFunc(slices.Clone(feeds), func(f store.Feed) bool { return urgencyOf(f) == isWell })
	note := q.counted(feeds)
	switch {
	case len(unwell) == 0 && len(feeds) > 0:
		return block.Say("All sources are well: "+note+".", q.inPlace(q.do("All sources", "sources"))), nil
	case len(unwell) > 0 && urgencyOf(unwell[0]) != isFailing:
		note = "No source is failing. " + note
	}
	return q.sourceList(unwell, feeds, note), nil
}

// readFeeds returns all sources, those that fail first.
func (r *Responder) readFeeds(ctx context.Context) ([]store.Feed, error) {
	feeds, err := r.Feeds.Feeds(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the sources: %w", err)
	}
	slices.SortStableFunc(feeds, func(a, b store.Feed) int {
		return cmp.Or(cmp.Compare(urgencyOf(a), urgencyOf(b)), strings.Compare(text.Fold(a.Name()), text.Fold(b.Name())))
	})
	return feeds, nil
}

// urgency is the order in which sources are shown.
type urgency int

const (
	isFailing urgency = iota // or gone
	isUnread                 // nobody knows yet how it is
	isWell
	isPaused // somebody wants it so
)

func urgencyOf(f store.Feed) urgency {
	switch {
	case f.State == store.FeedPaused:
		return isPaused
	case f.Unread():
		return isUnread
	case f.Well():
		return isWell
	}
	return isFailing
}

// counted says how many sources there are, and how many of them are not well.
func (q query) counted(feeds []store.Feed) string {
	of := map[urgency]int{}
	for _, f := range feeds {
		of[urgencyOf(f)]++
	}
	s := q.reader().Plural(len(feeds), "source", "sources")
	for _, some := range []struct {
		urgency
		are string
	}{{isFailing, "failing"}, {isUnread, "not read yet"}, {isPaused, "paused"}} {
		if n := of[some.urgency]; n > 0 {
			s += ", " + q.reader().Number(n) + " " + some.are
		}
	}
	return s
}

// sourceList shows a page of some of all sources, each with what can be done about it.
func (q query) sourceList(feeds, all []store.Feed, note string) block.Message {
	add := q.open("Add a source", "sources add")
	if len(feeds) == 0 {
		return block.Say("I read no sources yet. Add a site or a feed.", q.inPlace(add))
	}
	if q.state.First >= len(feeds) { // some are gone since
		q.state.First = (len(feeds) - 1) / sourcesPage * sourcesPage
	}
	var parts []block.Part
	shown := shownAddresses(all)
	for _, f := range feeds[q.state.First:min(len(feeds), q.state.First+sourcesPage)] {
		parts = append(parts, block.Part{List: q.sourceHealth(f, shown), Menu: q.sourceMenu(f)})
	}
	return block.Parts("Sources", note, parts, func(shown int) []block.Row {
		buttons := q.controls(shown, len(feeds), sourcesPage)
		if q.look != shared {
			buttons = append([]block.Button{add}, buttons...)
		}
		return []block.Row{{Buttons: buttons}}
	})
}

// sourceHealth says what a source is, where, and how it is.
func (q query) sourceHealth(f store.Feed, shown func(store.Feed) string) block.List {
	l := block.List{Heading: sourceName(f), URL: f.Health.Site, Lines: []block.Line{{Text: q.sourceState(f)}}}
	if urgencyOf(f) == isFailing {
		l.Lines = append(l.Lines, block.Line{Text: "⚠ " + poll.HealthOf(f, q.done, q.reader()).Trouble})
	}
	l.Lines = append(l.Lines, block.Line{Text: shown(f)})
	return l
}

// sourceState says how a source is, in a line.
func (q query) sourceState(f store.Feed) string {
	h := poll.HealthOf(f, q.done, q.reader())
	how := standing(f) + " · last read " + h.Success + " · " + h.PerDay + " items a day"
	switch {
	case f.Health.Checked.IsZero():
		how = standing(f) + " · not read yet"
	case f.Health.Succeeded.IsZero():
		how = standing(f) + " · never read"
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

// shownAddresses returns what people see of the address of each of all sources: of one
// that the settings or the command line name the host alone, since what follows may be a
// secret; where others are there too, also the words of its path.
func shownAddresses(all []store.Feed) func(store.Feed) string {
	at := map[string]int{}
	for _, f := range all {
		at[f.Host()]++
	}
	return func(f store.Feed) string {
		switch {
		case f.Maker != "":
			return f.Public()
		case at[f.Host()] > 1:
			return f.Host() + plainPath(f.Address)
		}
		return f.Host()
	}
}

// plainWord matches a word, also as in HomePage, a short one with a number behind it as in rss2, initials, or a short number.
const plainWord = `(?:(?:[a-z]{1,15}|[A-Z][a-z]{1,14})(?:[A-Z][a-z]{2,14}){0,2}|[A-Za-z]?[a-z]{1,3}[0-9]|[A-Z]{1,4}[0-9]?|[0-9]{1,4})`

// plainWords matches what stands between the slashes of a path and is no secret: such words, and an
// ending.
var plainWords = regexp.MustCompile(`^` + plainWord + `(?:[-_.]` + plainWord + `)*$`)

// mostDigits is how many digits there are in it: as many as in a date.
const mostDigits = 8

// isPlain reports whether a part of a path is no secret.
func isPlain(part string) bool {
	digits := 0
	for _, r := range part {
		if '0' <= r && r <= '9' {
			digits++
		}
	}
	return digits <= mostDigits && plainWords.MatchString(part)
}

// plainPath returns the path of an address, with … for what may be a secret.
func plainPath(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	parts := strings.Split(u.Path, "/")
	for i, part := range parts {
		if part != "" && !isPlain(part) {
			parts[i] = "…"
		}
	}
	return strings.Join(parts, "/")
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
