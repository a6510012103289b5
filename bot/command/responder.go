package command

import (
	"context"
	"errors"
	"io"
	"iter"
	"log/slog"
	"time"
	"unicode/utf8"

	"newsbot/bot/block"
	"newsbot/bot/schedule"
	"newsbot/digest"
	"newsbot/digest/feed"
	"newsbot/digest/store"
)

// Pages reads the page at an address that a stranger names, as *feed.Reader
// does.
type Pages interface {
	Read(ctx context.Context, address string, stdin io.Reader) iter.Seq2[feed.Item, error]
}

// Config is what a Responder needs.
type Config struct {
	News News

	// Pages and Analyzer serve /news summarize, which is not there without Pages.
	// Readers name the addresses: a feed.Reader must be one with Config.Public.
	Pages    Pages
	Analyzer *digest.Analyzer

	// Subscriptions serves /news subscribe and what belongs to it, which is not
	// there without. Editor serves /news preview in the same way.
	Subscriptions Subscriptions
	Editor        schedule.Editor

	// Edition is what digests are called that are given no name of their own, with their topics beside it; "": as
	// those are that have none.
	Edition string

	// Feeds serves /news sources, which is not there without. PublicFeeds reads
	// what readers name: a feed.Reader must be one with Config.Public. OwnFeeds
	// reads those feeds that may be in private networks (store.Feed.MayBeInside), of
	// which Vouched are the hosts and ports of the settings.
	Feeds       Feeds
	PublicFeeds FeedReader
	OwnFeeds    FeedReader
	Vouched     []string

	// Policy says who may change what channels get, and People who somebody is:
	// needed with Feeds, and where not everybody may.
	Policy Policy
	People People

	Log *slog.Logger     // nil: nothing is logged
	Now func() time.Time // for the Home tab, which no one asks for, and for what is remembered; nil: time.Now
}

// Responder answers readers. It is safe for concurrent use. Between two answers it
// keeps nothing but what is dear to work out and not old (memo.go).
type Responder struct {
	Config
	commands []command

	surveys *memo[windowKey, survey]
	trendy  *memo[windowKey, digest.Trends]
}

// New returns a Responder.
func New(c Config) *Responder {
	r := &Responder{Config: c}
	if r.Log == nil {
		r.Log = slog.New(slog.DiscardHandler)
	}
	if r.Now == nil {
		r.Now = time.Now
	}
	r.surveys, r.trendy = newMemo[windowKey, survey](r.Now, r.Log, r.stale), newMemo[windowKey, digest.Trends](r.Now, r.Log, r.stale)
	r.commands = r.list()
	return r
}

// Command answers a /news command for the asker alone, and what is asked aloud for all
// who see the question.
func (r *Responder) Command(ctx context.Context, q Request) Reply {
	asked := r.read(newQuery(q.Asker, q.Words, q.Now))
	switch {
	case q.Aloud && !asked.command.own:
		return r.aloud(ctx, asked)
	case asked.mistake == nil && asked.options[optionTo] == toThread:
		return r.inThread(ctx, asked)
	}
	reply, _ := r.answer(ctx, asked)
	return reply
}

// read returns the query with the command that its line calls.
func (r *Responder) read(q query) query {
	q.call, q.mistake = parse(r.commands, split(q.state.Words))
	return q
}

// aloud answers everybody in the thread of the question, but tells the asker alone if
// that fails.
func (r *Responder) aloud(ctx context.Context, q query) Reply {
	q.look = shared
	reply, ok := r.answer(ctx, q)
	reply.Public = ok && reply.Modal == nil
	reply.Thread = reply.Public
	return reply
}

// What a button does with the answer that it asks for.
const (
	actPage   = "page"   // takes the place of the private answer, or the modal, with the button
	actOpen   = "open"   // is another private answer
	actShare  = "share"  // is posted to the channel
	actThread = "thread" // is posted to the channel, in a thread
	actHome   = "home"   // is seen in the Home tab, where the button is
)

// The modals that can be sent.
const (
	actSubscribe = "subscribe"
	actSearch    = "search"
	actAddSource = "add_source"
)

// Click answers the use of a button of an earlier answer, a modal that is sent
// or a shortcut. A click that is none of these is not answered.
func (r *Responder) Click(ctx context.Context, c Click) Reply {
	action := block.Action(c.Action)
	words, isShortcut := shortcuts[action]
	switch {
	case action == actSubscribe && r.Subscriptions != nil:
		return r.submitted(ctx, c)
	case action == actSearch:
		return r.searched(ctx, c)
	case action == actAddSource && r.Feeds != nil:
		return r.sourceSent(ctx, c)
	case action == ShortcutSummarize:
		return r.summarizeLinks(ctx, c)
	case isShortcut:
		return r.show(ctx, r.read(newQuery(c.Asker, words, c.Now)))
	}
	return r.pressed(ctx, action, c)
}

// pressed answers the use of a button.
func (r *Responder) pressed(ctx context.Context, action string, c Click) Reply {
	s, ok := parseState(c.Value)
	if !ok {
		return Reply{}
	}
	zone := s.zone(c.Zone)
	q := r.read(query{asker: c.Asker, state: s, now: time.Unix(s.At, 0).In(zone), done: c.Now.In(zone), look: private})
	switch {
	case action == actPage && c.Message != "":
		reply, _ := r.answer(ctx, q)
		reply.Replace = reply.Modal == nil
		return reply
	case action == actShare, action == actThread && c.Thread != "":
		return r.share(ctx, q, c.Thread != "")
	case action == actThread:
		return r.inThread(ctx, q)
	case action == actHome:
		return r.changeAtHome(ctx, q)
	case action == actOpen && c.Message != "":
		reply, _ := r.answer(ctx, q)
		return reply
	case action == actOpen, action == actPage:
		return r.show(ctx, q)
	}
	return Reply{}
}

// changeAtHome does what a button of the Home tab asks for, which is then seen
// there; only an excuse is told.
func (r *Responder) changeAtHome(ctx context.Context, q query) Reply {
	reply, ok := r.answer(ctx, q)
	if ok {
		return Reply{Home: true}
	}
	return Reply{Modal: block.Modal(reply.Message)}
}

// show answers in a modal.
func (r *Responder) show(ctx context.Context, q query) Reply {
	q.look = modal
	reply, _ := r.answer(ctx, q)
	if reply.Modal != nil {
		return reply
	}
	return Reply{Modal: block.Modal(reply.Message)}
}

// share answers everybody in the channel, but tells the asker alone if that
// fails.
func (r *Responder) share(ctx context.Context, q query, thread bool) Reply {
	q.look = shared
	reply, ok := r.answer(ctx, q)
	if !ok || reply.Modal != nil {
		return reply
	}
	return Reply{Message: block.Shared(reply.Message, q.asker.User), Public: true, Thread: thread}
}

// answer runs the command of a query that was read. It is not ok if the reply is an excuse.
func (r *Responder) answer(ctx context.Context, q query) (reply Reply, ok bool) {
	if n := utf8.RuneCountInString(q.state.Words); n > maxWords {
		return Reply{Message: block.Say("That is too long: a question has at most " + q.reader().Number(maxWords) + " characters.")}, false
	}
	err := q.mistake
	if err == nil && q.command.form != nil {
		reply.Modal, err = q.command.form(ctx, q)
	}
	if err == nil && reply.Modal == nil {
		reply.Message, err = q.command.run(ctx, q)
	}
	if err != nil {
		return Reply{Message: r.excuse(ctx, q, err)}, false
	}
	reply.Home = q.changes() && reply.Modal == nil
	return reply, true
}

// SaysAway is what readers see while the store does not answer.
const SaysAway = "I cannot reach my articles just now. Please try again in a minute."

// saysRefused is what they see of a store that fails until somebody mends it.
const saysRefused = "The news store refuses that. Whoever runs me finds the reason with newsbot doctor."

// excuse tells a reader of an error.
func (r *Responder) excuse(ctx context.Context, q query, err error) block.Message {
	if m, ok := errors.AsType[*misuseError](err); ok {
		lines := append([]block.Line{{Text: m.sentence, Users: m.ask}}, m.among...)
		return block.Lists("", "", []block.List{{Lines: lines}}, q.row(append(m.offers, q.open("How to ask", "help "+q.command.name))...))
	}
	r.Log.ErrorContext(ctx, "a command has failed", "command", q.command.name, "err", err)
	switch failure, ofStore := errors.AsType[*store.Error](err); {
	case ofStore && !failure.Temporary:
		return block.Say(saysRefused)
	case !ofStore && ctx.Err() != nil:
		return block.Say("That took too long. Please try again, with fewer words or a shorter time.")
	}
	return block.Say(SaysAway)
}
