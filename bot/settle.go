package bot

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot/command"
)

// eventType marks the metadata of a digest's messages.
const eventType = "newsbot_digest"

// metadata tells message n of this run from every other.
func (r *run) metadata(n int) slack.SlackMetadata {
	return slack.SlackMetadata{EventType: eventType, EventPayload: map[string]any{"run": r.Name(), "message": n}}
}

// marked returns which message of the run it is that Slack gave back, if it is
// one.
func (r *run) marked(m slack.Message) (n int, ok bool) {
	number, ok := m.Metadata.EventPayload["message"].(float64) // as JSON gives numbers
	return int(number), ok && m.Metadata.EventType == eventType && m.Metadata.EventPayload["run"] == r.Name()
}

// settle turns an unsure outcome into accepted or unsent by looking for the
// message. It first gives Slack time to store what it was still working on.
func (r *run) settle(ctx context.Context, n, try int, o outcome) outcome {
	r.log.Warn("no answer, looking for the message", "channel", r.Channel, "run", r.Name(), "message", n, "error", o.err)
	if o.lookup = r.clock.Sleep(ctx, backoff(try)); o.lookup != nil {
		return o
	}
	found, err := r.find(ctx, n > 0)
	switch {
	case err != nil:
		o.lookup = err
		o.err = fmt.Errorf("%w; looking for it: %w", o.err, err)
	case found[n] != "":
		o.verdict, o.ts, o.found = accepted, found[n], true
	default:
		o.verdict = unsent
	}
	return o
}

// errTooMuch is why a message cannot be looked for: nor can it be later, when even more
// is posted.
var errTooMuch = errors.New("too much was posted since")

// errForgotten is why a message may stand that a former attempt began.
var errForgotten = errors.New("a former attempt was cut off")

// reconcile finds the messages that a former attempt posted without noting it.
func (r *run) reconcile(ctx context.Context) error {
	r.log.Warn("taking up a run, looking for its messages", "channel", r.Channel, "run", r.Name(), "noted", len(r.posted))
	if err := r.clock.Sleep(ctx, backoff(0)); err != nil {
		return fmt.Errorf("post digest to %s: %w", r.Channel, err)
	}
	for _, thread := range []bool{false, true} {
		if thread && r.parent == "" || !thread && r.parent != "" {
			continue
		}
		found, err := r.find(ctx, thread)
		if err != nil {
			return r.blind(ctx, err)
		}
		if err := r.keep(ctx, found); err != nil {
			return err
		}
	}
	return nil
}

// blind says what to do where the channel cannot be read: nothing was begun that
// may stand, or the run cannot go on.
func (r *run) blind(ctx context.Context, lookup error) error {
	v, _ := judge(lookup)
	for _, n := range r.Begun() {
		if r.posted[n] == "" {
			return r.fail(ctx, n, outcome{verdict: unsure, lookup: lookup, err: fmt.Errorf("%w; looking for it: %w", errForgotten, lookup)})
		}
	}
	if v != refused {
		return r.fail(ctx, len(r.posted), outcome{verdict: unsure, lookup: lookup, err: lookup})
	}
	return nil
}

// keep notes messages that were found.
func (r *run) keep(ctx context.Context, found map[int]string) error {
	for n, ts := range found {
		if r.posted[n] != "" {
			continue
		}
		r.posted[n] = ts
		r.parent = r.posted[0]
		r.tally.Found++
		if err := r.Stands(ctx, n, r.channel, ts); err != nil {
			return err
		}
	}
	return nil
}

// find returns the ts of the run's messages in the channel, or in its thread.
func (r *run) find(ctx context.Context, thread bool) (found map[int]string, err error) {
	const tries = 4
	for try := range tries {
		found, err = r.look(ctx, thread)
		v, pause := judge(err)
		if v == accepted || v == refused || pause > maxWait || try+1 == tries {
			break
		}
		if err := r.clock.Sleep(ctx, cmp.Or(pause, backoff(try))); err != nil {
			return nil, err
		}
	}
	return found, err
}

// How far to look.
const (
	pageSize = 100
	maxPages = 20
	clockGap = 15 * time.Minute // by which Redis and Slack may tell different times
)

// look reads the channel or the thread once, as far as the run's messages may
// be in it.
func (r *run) look(ctx context.Context, thread bool) (map[int]string, error) {
	read := r.history
	if thread {
		read = r.replies
	} else if err := r.resolve(ctx); err != nil {
		return nil, err
	}
	found := make(map[int]string)
	for cursor, page := "", 1; ; page++ {
		messages, next, err := read(ctx, cursor)
		if err != nil {
			return nil, err
		}
		for _, m := range messages {
			if n, ok := r.marked(m); ok {
				found[n] = m.Timestamp
			}
		}
		switch cursor = next; {
		case next == "" || !thread && found[0] != "":
			return found, nil
		case page == maxPages:
			return nil, errTooMuch
		}
	}
}

// history reads a page of the channel, the newest messages first.
func (r *run) history(ctx context.Context, cursor string) ([]slack.Message, string, error) {
	query := &slack.GetConversationHistoryParameters{
		ChannelID: r.channel, Limit: pageSize, Cursor: cursor, IncludeAllMetadata: true}
	if since := r.Since(); !since.IsZero() {
		query.Oldest = strconv.FormatInt(since.Add(-clockGap).Unix(), 10) + ".000000"
	}
	answer, err := r.api.GetConversationHistoryContext(ctx, query)
	if err != nil {
		return nil, "", err
	}
	return answer.Messages, answer.ResponseMetaData.NextCursor, nil
}

// replies reads a page of the thread, from where something may stand that is not
// known of.
func (r *run) replies(ctx context.Context, cursor string) ([]slack.Message, string, error) {
	messages, _, next, err := r.api.GetConversationRepliesContext(ctx, &slack.GetConversationRepliesParameters{
		ChannelID: r.channel, Timestamp: r.parent, Oldest: r.lastKnown(), Limit: pageSize, Cursor: cursor, IncludeAllMetadata: true})
	return messages, next, err
}

// lastKnown returns the ts of the last message before the first that is not known
// to stand. Messages stand in order, so that those that are looked for are later;
// a note of one may be lost though there is one of a later message.
func (r *run) lastKnown() string {
	n := 0
	for r.posted[n+1] != "" {
		n++
	}
	return r.posted[n]
}

// resolve finds the channel's ID where only its name or the person is known: posting
// takes them, reading does not.
func (r *run) resolve(ctx context.Context) error {
	id, err := r.Identify(ctx, r.channel)
	if err != nil {
		return err
	}
	r.learn(ctx, id)
	return nil
}

// Identify returns the ID of a channel that is given as its ID or its name, with
// "#" or without, or that of the direct message with a user. For a name it takes the
// scopes channels:read and groups:read, for a user im:write.
func (p *Poster) Identify(ctx context.Context, channel string) (id string, err error) {
	switch {
	case command.IsChannelID(channel):
		return channel, nil
	case command.IsUserID(channel):
		direct, _, _, err := p.api.OpenConversationContext(ctx, &slack.OpenConversationParameters{Users: []string{channel}})
		if err != nil {
			return "", err
		}
		return direct.ID, nil
	}
	query := slack.GetConversationsParameters{Limit: 1000, Types: []string{"public_channel", "private_channel"}}
	for {
		channels, next, err := p.api.GetConversationsContext(ctx, &query)
		if err != nil {
			return "", err
		}
		for _, c := range channels {
			if c.Name == strings.TrimPrefix(channel, "#") {
				return c.ID, nil
			}
		}
		if query.Cursor = next; next == "" {
			return "", fmt.Errorf("the list of channels has no %s: write its name as Slack shows it, or its ID, and invite the bot to it where it is private", channel)
		}
	}
}
