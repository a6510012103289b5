package store

import (
	"context"
	"fmt"
	"time"
)

// Pace is how fast all processes together may send what Slack counts together.
type Pace struct {
	Channel   time.Duration // between two into one channel; 0: it does not matter
	Workspace time.Duration // between two into any, on average
	Rest      time.Duration // without any, that is made up for afterwards
}

// Turn is a wish to send something.
type Turn struct {
	Budget  string        // what Slack counts together with it
	Channel string        // where it goes
	Ticket  string        // tells it from all others
	Yield   time.Duration // for how long it lets those go first that came later and yield less

	place int64 // in the line, Unix µs; 0: none yet
}

// How those who wait are kept in line. The times are short, since the line of a
// process that has died keeps the others waiting.
const (
	askAgain = 250 * time.Millisecond // at the latest
	waitFor  = 100 * time.Millisecond // one that does not ask again
)

var (
	paceScript    = script("pace")
	silenceScript = script("silence")
)

// TakeTurn takes a turn, if it is the caller's: who wants to send stands in a line,
// in the order of when they came and how long they yield. Granted or not, wait is
// how long to sleep: until the turn, or until the caller is to ask again with the
// same Turn. Who asks again late has its place back, but others may have gone first.
func (s *Store) TakeTurn(ctx context.Context, t *Turn, p Pace) (wait time.Duration, granted bool, err error) {
	k := s.keys.pace(t.Budget)
	answer, err := paceScript.Run(ctx, s.redis, []string{k.next(), k.channel(t.Channel), k.line(), k.seen()},
		p.Workspace.Microseconds(), p.Channel.Microseconds(), p.Rest.Microseconds(), t.Ticket, t.Yield.Microseconds(), t.place,
		askAgain.Microseconds(), waitFor.Microseconds()).Int64Slice()
	if err := s.explain(err); err != nil {
		return 0, false, fmt.Errorf("take the turn for %s: %w", t.Channel, err)
	}
	t.place = answer[2]
	return time.Duration(answer[0]) * time.Microsecond, answer[1] == 1, nil
}

// Silence lets nobody send into a channel for a time, and with wide nobody who
// shares the budget.
func (s *Store) Silence(ctx context.Context, budget, channel string, d time.Duration, wide bool) error {
	k := s.keys.pace(budget)
	keys := []string{k.channel(channel)}
	if wide {
		keys = append(keys, k.next())
	}
	if err := s.explain(silenceScript.Run(ctx, s.redis, keys, d.Microseconds()).Err()); err != nil {
		return fmt.Errorf("keep silent in %s: %w", channel, err)
	}
	return nil
}
