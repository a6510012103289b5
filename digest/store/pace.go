package store

import (
	"context"
	_ "embed"
	"fmt"
	"time"

	"github.com/redis/go-redis/v9"
)

// Pace is how fast all processes together may post into a workspace.
type Pace struct {
	Channel   time.Duration // between two messages into one channel
	Workspace time.Duration // between two messages into any
}

var (
	//go:embed pace.lua
	paceLua    string
	paceScript = redis.NewScript(paceLua)
)

// Turn takes the next turn to post into a channel if it comes within reach, which
// is how long the queue of the workspace may be for the caller: who has a shorter
// reach lets others go first. Granted or not, wait is how long to sleep: until
// the turn, or until it is worth asking again.
func (s *Store) Turn(ctx context.Context, team, channel string, p Pace, reach time.Duration) (wait time.Duration, granted bool, err error) {
	answer, err := paceScript.Run(ctx, s.redis, []string{s.keys.pace(team), s.keys.paceIn(team, channel)},
		p.Workspace.Microseconds(), p.Channel.Microseconds(), reach.Microseconds()).Int64Slice()
	if err := s.explain(err); err != nil {
		return 0, false, fmt.Errorf("take the turn for %s: %w", channel, err)
	}
	return time.Duration(answer[0]) * time.Microsecond, answer[1] == 1, nil
}

// Silence lets nobody post into a channel for a time, and with wide into no
// channel of the workspace.
func (s *Store) Silence(ctx context.Context, team, channel string, d time.Duration, wide bool) error {
	keys := []string{s.keys.paceIn(team, channel)}
	if wide {
		keys = append(keys, s.keys.pace(team))
	}
	if err := s.explain(silenceScript.Run(ctx, s.redis, keys, d.Microseconds()).Err()); err != nil {
		return fmt.Errorf("keep silent in %s: %w", channel, err)
	}
	return nil
}

//go:embed silence.lua
var silenceLua string

var silenceScript = redis.NewScript(silenceLua)
