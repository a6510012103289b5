package bot

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"github.com/slack-go/slack"
)

// eventType marks the metadata of a digest's messages.
const eventType = "newsbot_digest"

// metadata tells message n of this run from every other.
func (r *run) metadata(n int) slack.SlackMetadata {
	return slack.SlackMetadata{EventType: eventType, EventPayload: map[string]any{"run": r.id, "message": n}}
}

// marked reports whether a message that Slack gave back is message n of the run.
func (r *run) marked(m slack.Message, n int) bool {
	number, _ := m.Metadata.EventPayload["message"].(float64) // as JSON gives numbers
	return m.Metadata.EventType == eventType && m.Metadata.EventPayload["run"] == r.id && int(number) == n
}

// settle turns an unsure outcome into accepted or unsent by looking for the
// message. It first gives Slack time to store what it was still working on.
func (r *run) settle(ctx context.Context, n, try int, o outcome) outcome {
	r.log.Warn("no answer, looking for the message", "channel", r.given, "run", r.id, "message", n, "error", o.err)
	if o.lookup = r.clock.Sleep(ctx, backoff(try)); o.lookup != nil {
		return o
	}
	o.ts, o.lookup = r.find(ctx, n)
	switch {
	case o.lookup != nil:
		o.err = fmt.Errorf("%w; looking for it: %w", o.err, o.lookup)
	case o.ts != "":
		o.verdict = accepted
	default:
		o.verdict = unsent
	}
	return o
}

// find returns the ts of message n, "" where it surely does not stand.
func (r *run) find(ctx context.Context, n int) (ts string, err error) {
	const tries = 4
	for try := range tries {
		ts, err = r.look(ctx, n)
		v, pause := judge(err)
		if v == accepted || v == refused || pause > maxWait || try+1 == tries {
			break
		}
		if pause == 0 {
			pause = backoff(try)
		}
		if err := r.clock.Sleep(ctx, pause); err != nil {
			return "", err
		}
	}
	return ts, err
}

// look reads the channel, or the thread, for message n once. What it looks for
// is among the newest, so one page will do.
func (r *run) look(ctx context.Context, n int) (ts string, err error) {
	messages, err := r.newest(ctx, n)
	if err != nil {
		return "", err
	}
	for _, m := range messages {
		if r.marked(m, n) {
			return m.Timestamp, nil
		}
	}
	return "", nil
}

func (r *run) newest(ctx context.Context, n int) ([]slack.Message, error) {
	const page = 100
	if n > 0 {
		messages, _, _, err := r.api.GetConversationRepliesContext(ctx, &slack.GetConversationRepliesParameters{
			ChannelID: r.channel, Timestamp: r.parent, Oldest: r.last, Limit: page, IncludeAllMetadata: true})
		return messages, err
	}
	if err := r.resolve(ctx); err != nil {
		return nil, err
	}
	history, err := r.api.GetConversationHistoryContext(ctx, &slack.GetConversationHistoryParameters{
		ChannelID: r.channel, Limit: page, IncludeAllMetadata: true})
	if err != nil {
		return nil, err
	}
	return history.Messages, nil
}

// channelID is what Slack calls a channel, a private one or a direct message.
var channelID = regexp.MustCompile(`^[CGD][A-Z0-9]{8,}$`)

// resolve finds the channel's ID where only its name is known: posting takes a
// name, reading does not.
func (r *run) resolve(ctx context.Context) error {
	if channelID.MatchString(r.channel) {
		return nil
	}
	query := slack.GetConversationsParameters{Limit: 1000, Types: []string{"public_channel", "private_channel"}}
	for {
		channels, next, err := r.api.GetConversationsContext(ctx, &query)
		if err != nil {
			return err
		}
		for _, c := range channels {
			if c.Name == strings.TrimPrefix(r.channel, "#") {
				r.learn(c.ID)
				return nil
			}
		}
		if query.Cursor = next; next == "" {
			return fmt.Errorf("the list of channels has no %s", r.given)
		}
	}
}
