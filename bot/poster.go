package bot

import (
	"context"
	"crypto/rand"
	"log/slog"
	"time"

	"github.com/slack-go/slack"

	"newsbot/bot/block"
)

// Poster posts digests. It is safe for concurrent use; one for all posts keeps
// Slack's pace.
type Poster struct {
	api   *slack.Client
	log   *slog.Logger
	clock Clock
	pace  *pace
}

// NewPoster returns a Poster that posts with api.
func NewPoster(api *slack.Client, log *slog.Logger, clock Clock) *Poster {
	return &Poster{api: api, log: log, clock: clock,
		pace: &pace{clock: clock, next: make(map[string]time.Time)}}
}

// Post posts the first message to a channel, given as "C0123456789", "#news"
// or "news", and the others as replies in its thread, in order. It returns the
// ts of the first message, also with an error once that one stands: the error,
// a *PostError unless ctx is done, is then about a reply.
func (p *Poster) Post(ctx context.Context, channel string, messages []block.Message) (ts string, err error) {
	r := &run{Poster: p, id: rand.Text(), given: channel, channel: channel}
	for i, m := range messages {
		if err := r.post(ctx, i, m); err != nil {
			return r.parent, err
		}
	}
	return r.parent, nil
}
