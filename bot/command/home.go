package command

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
	"newsbot/digest/poll"
	"newsbot/digest/store"
)

// What the Home tab shows at most.
const (
	homeStories = 5
	homeDigests = 8
	homeSources = 5
)

// home is one look at the Home tab. What several of its parts tell of is read once.
type home struct {
	*Responder
	q       query
	subs    func() ([]store.Subscription, error) // of the workspace
	feeds   func() ([]store.Feed, error)
	outlets func() ([]store.Outlet, error)
}

func (r *Responder) newHome(ctx context.Context, a Asker) home {
	q := newQuery(a, "", r.Now())
	return home{
		Responder: r, q: q,
		subs:    sync.OnceValues(func() ([]store.Subscription, error) { return r.ofTeam(ctx, q) }),
		feeds:   sync.OnceValues(func() ([]store.Feed, error) { return r.readFeeds(ctx) }),
		outlets: sync.OnceValues(func() ([]store.Outlet, error) { return r.outlets(ctx, time.Time{}, time.Time{}) }),
	}
}

// Home returns the view of the Home tab: what to do first in an empty workspace,
// the digests of the person's channels with switches, the stories of the last 24
// hours in short, what the person watches, what the bot reads, and how to ask.
// Where some parts fail the others are shown, below a sentence that says so once.
func (r *Responder) Home(ctx context.Context, a Asker) []slack.Block {
	h := r.newHome(ctx, a)
	var parts []block.Part
	away := false
	for _, part := range []func(context.Context) ([]block.Part, error){
		h.homeSteps, h.homeDigests, h.homeStories, h.homeWatches, h.homeSources, h.homeUsage,
	} {
		more, err := part(ctx)
		if err != nil {
			r.Log.ErrorContext(ctx, "a part of the Home tab is missing", "err", err)
			away = true
		}
		parts = append(parts, more...)
	}
	if away {
		parts = append([]block.Part{{Note: SaysAway}}, parts...)
	}
	return block.Home(parts, h.q.reader())
}

// homeSteps says what to do in a workspace that has no news or no digest.
func (h home) homeSteps(context.Context) ([]block.Part, error) {
	if h.Subscriptions == nil {
		return nil, nil
	}
	reads, err := h.reads()
	if err != nil {
		return nil, err
	}
	subs, err := h.subs()
	if err != nil || reads && len(subs) > 0 {
		return nil, err
	}
	tick := func(done bool, text string) block.Line {
		if done {
			return block.Line{Text: "✓ " + text}
		}
		return block.Line{Text: "○ " + text}
	}
	tell, buttons := "Give me something to read: whoever runs me sets up feeds.", []block.Button{h.q.open("Subscribe a channel", "subscribe"), h.q.open("How to ask", "help")}
	if h.Feeds != nil {
		tell, buttons = "Give me something to read: add a site or a feed.", append([]block.Button{h.q.open("Add a source", "sources add")}, buttons...)
	}
	return []block.Part{{Title: "To begin", List: block.List{Lines: []block.Line{
		tick(reads, tell),
		tick(len(subs) > 0, "Invite me to a channel, and subscribe it to a digest."),
		tick(false, "Try it: write /news in any channel."),
	}}, Rows: []block.Row{h.q.row(buttons...)}}}, nil
}

// reads reports whether there is something that the bot reads or has read.
func (h home) reads() (bool, error) {
	if h.Feeds != nil {
		feeds, err := h.feeds()
		if err != nil || len(feeds) > 0 {
			return true, err
		}
	}
	outlets, err := h.outlets()
	return len(outlets) > 0, err
}

// homeDigests lists the digests of the person's channels.
func (h home) homeDigests(ctx context.Context) ([]block.Part, error) {
	if h.Subscriptions == nil {
		return nil, nil
	}
	all, err := h.subs()
	if err != nil {
		return nil, err
	}
	mine, note := h.mine(ctx, h.q, all)
	head := block.Part{Title: "Digests of your channels", Note: note}
	if len(mine) == 0 && note == "" {
		head.Note = "None of your channels gets a digest."
	}
	parts := []block.Part{head}
	for _, sub := range mine[:min(homeDigests, len(mine))] {
		parts = append(parts, block.Part{List: homeDigest(h.q, sub), Rows: []block.Row{h.switches(h.q, sub)}})
	}
	last := block.Part{Rows: []block.Row{h.q.row(h.q.open("Subscribe a channel", "subscribe"))}}
	if more := len(mine) - homeDigests; more > 0 {
		last.List.Lines = []block.Line{{Text: "and " + h.q.reader().Plural(more, "more digest", "more digests") + ": write " + written("subscriptions") + " in their channels"}}
	}
	return append(parts, last), nil
}

// homeDigest is a digest in short: where, what, and when it comes next.
func homeDigest(q query, sub store.Subscription) block.List {
	line := block.Line{Text: q.rhythm(sub), Note: q.outlook(sub)}
	heading := title(sub)
	switch {
	case isDirect(sub.Channel):
		heading += ", for you"
	case IsChannelID(sub.Channel):
		line.Channel = sub.Channel
	default:
		heading += " in #" + strings.TrimPrefix(sub.Channel, "#")
	}
	return block.List{Heading: heading, Lines: []block.Line{line}}
}

// switches are the buttons for a digest in the Home tab.
func (r *Responder) switches(q query, sub store.Subscription) block.Row {
	turn := q.button(actHome, "Pause", q.asks("pause "+sub.ID))
	if rests(sub, q.done) {
		turn = q.button(actHome, "Resume", q.asks("resume "+sub.ID))
	}
	buttons := []block.Button{turn, q.open("Change", "subscribe change:"+sub.ID)}
	if r.Editor != nil {
		buttons = append(buttons, q.open("Preview", "preview "+sub.ID))
	}
	return q.row(buttons...)
}

// ofTeam returns the digests of the channels of the asker's workspace, the oldest
// first: without what people watch, and with what the settings make.
func (r *Responder) ofTeam(ctx context.Context, q query) ([]store.Subscription, error) {
	var out []store.Subscription
	for _, team := range slices.Compact([]string{q.asker.Team, ""}) {
		subs, err := r.Subscriptions.TeamSubscriptions(ctx, team)
		if err != nil {
			return nil, err
		}
		out = append(out, slices.DeleteFunc(subs, IsWatch)...)
	}
	slices.SortFunc(out, byAge)
	return out, nil
}

// mine returns those digests that come to channels of the asker, and a note where
// not all can be told.
func (r *Responder) mine(ctx context.Context, q query, all []store.Subscription) (mine []store.Subscription, note string) {
	in := func(store.Subscription) bool { return true }
	if r.People != nil {
		channels, err := r.People.Channels(ctx, q.asker.User)
		if err != nil {
			r.Log.WarnContext(ctx, "channels of a person not known", "err", err)
			note = "Slack does not tell me which channels you are in, so these are the digests that you made."
		}
		in = func(s store.Subscription) bool {
			return s.Maker == q.asker.User || slices.Contains(channels, strings.TrimPrefix(s.Channel, "#"))
		}
	}
	for _, s := range all {
		if in(s) && q.sees(s) {
			mine = append(mine, s)
		}
	}
	return mine, note
}

// homeStories tells the stories of the last 24 hours in short.
func (h home) homeStories(ctx context.Context) ([]block.Part, error) {
	s, err := h.survey(ctx, lastHours(day, h.q.now, h.q.reader()), homeStories, h.q)
	if err != nil {
		return nil, err
	}
	return []block.Part{{
		Title: "The last 24 hours", Note: known(s, h.q), Stories: s.first[:min(homeStories, len(s.first))],
		Rows: []block.Row{h.q.row(h.q.open("Trends", "trends"), h.q.open("Yesterday", "yesterday"), h.q.open("Last week", "last week"), h.q.open("Search", "search"))},
	}}, nil
}

// homeWatches says what the person watches and follows.
func (h home) homeWatches(ctx context.Context) ([]block.Part, error) {
	if h.Subscriptions == nil {
		return nil, nil
	}
	sub, err := h.watches(ctx, h.q)
	if err != nil {
		return nil, err
	}
	l := block.List{Heading: watchName}
	if len(sub.Topics) > 0 {
		l.Lines = append(l.Lines, block.Line{Text: strings.Join(sub.Topics, ", ")})
	}
	if n := len(sub.Stories); n > 0 {
		l.Lines = append(l.Lines, block.Line{Text: h.q.reader().Plural(n, "story", "stories") + " that you follow"})
	}
	if len(l.Lines) == 0 {
		return nil, nil
	}
	return []block.Part{{List: l, Rows: []block.Row{h.q.row(h.q.open("See them", "watch"), h.q.unwatchAll(actHome))}}}, nil
}

// homeSources says what the bot reads: how its sources are, those that fail
// first, or where it has none, whose news it has.
func (h home) homeSources(context.Context) ([]block.Part, error) {
	if h.Feeds != nil {
		feeds, err := h.feeds()
		if err != nil {
			return nil, err
		}
		if len(feeds) > 0 {
			return h.q.homeFeeds(feeds), nil
		}
	}
	outlets, err := h.outlets()
	if err != nil || len(outlets) == 0 {
		return nil, err
	}
	return []block.Part{{List: block.List{Heading: "What I read", Lines: []block.Line{{Text: strings.Join(namesOf(outlets), " · ")}}}}}, nil
}

// homeFeeds shows the first of the sources in short, and leads to all.
func (q query) homeFeeds(feeds []store.Feed) []block.Part {
	l := block.List{Heading: "What I read: " + q.counted(feeds)}
	shown, called := shownAddresses(feeds), map[string]int{}
	for _, f := range feeds {
		called[sourceName(f)]++
	}
	for _, f := range feeds[:min(homeSources, len(feeds))] {
		h := poll.HealthOf(f, q.done, q.reader())
		how := standing(f) + ", " + h.PerDay + " items a day"
		switch urgencyOf(f) {
		case isFailing:
			how = "⚠ " + h.Trouble
		case isUnread:
			how = "not read yet"
		}
		if called[sourceName(f)] > 1 {
			how = shown(f) + ", " + how
		}
		l.Lines = append(l.Lines, block.Line{Text: sourceName(f), URL: f.Health.Site, Note: how})
	}
	return []block.Part{{List: l, Rows: []block.Row{q.row(q.open("All sources", "sources"), q.open("Add a source", "sources add"))}}}
}

// homeUsage says how to ask.
func (h home) homeUsage(context.Context) ([]block.Part, error) {
	usage := h.usage()
	usage.Heading = "How to ask"
	return []block.Part{{List: usage}}, nil
}

// known says what the bot knows of a window:
// "312 articles → 41 stories · 12 sources · the latest 4 min ago".
func known(s survey, q query) string {
	if s.articles == 0 {
		return "There is no news."
	}
	return s.counts(q.reader()) + " · the latest " + q.reader().When(s.last, q.now)
}
