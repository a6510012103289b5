package store

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"

	"newsbot/digest"
)

// How long the record of a run is kept after it was last written. That of one that ended
// without a message is not needed once it is too late to post it; there may be many.
const (
	keepRun     = 7 * day
	keepIdleRun = 6 * time.Hour
)

// ErrLost is what a Run returns that another process has taken over, or that
// has ended.
var ErrLost = errors.New("another process has taken the run over, or ended it")

// RunID names a run: one digest, or another thing that is posted once.
type RunID struct {
	Channel      string // into which it is posted
	Subscription string
	Slot         string // which of the subscription's, such as "2026-11-24T08:30"
}

// String returns the run's name, which is part of what is posted.
func (id RunID) String() string { return id.Subscription + ":" + id.Slot }

// Run is the record of something that is posted, while the caller holds it. It
// outlives the process: whoever takes the run over finds what was to be posted,
// which messages stand, and which may. Its methods return ErrLost once another
// process has taken it over. A Run is not safe for concurrent use, but for Keep.
type Run struct {
	ID       RunID
	Began    time.Time // when it was taken first
	Ended    string    // how it ended; "" if it has not
	Attempts int       // how often it was taken, this time included
	Plan     []byte    // what is to be posted; nil before Freeze

	store    *Store
	young    bool      // Redis was started lately
	sure     time.Time // until when nobody else can hold it, by the clock of this machine
	token    string    // of the holder
	hold     time.Duration
	channel  string         // ID of the channel as Slack told it
	posted   map[int]string // ts of the messages that stand
	intended map[int]bool   // messages that were begun
}

var (
	runTakeScript = script("now", "run_take")
	runNoteScript = script("now", "run_note")
	runEndScript  = script("told", "run_end")
)

// TakeRun takes a run for the caller, who holds it for so long after each write
// to it. If another process has it, or may have it since Redis was started so lately that
// it may have forgotten that, it is nil, and free is when that may end. One
// that has ended comes back with Ended set, and nobody holds it.
func (s *Store) TakeRun(ctx context.Context, id RunID, hold time.Duration) (r *Run, free time.Time, err error) {
	token := rand.Text() // tells a second try of this call from another holder
	answer, err := ask(ctx, s, (*redis.Cmd).Slice, runTakeScript, []string{s.keys.run(id)}, token,
		hold.Milliseconds(), keepRun.Milliseconds(), min(hold, s.options.Distrust).Milliseconds())
	if err != nil {
		return nil, free, fmt.Errorf("take run %s: %w", id, err)
	}
	if until, held := answer[0].(int64); held {
		free = time.UnixMilli(until).UTC()
		if answer[1].(int64) == 1 {
			s.options.Logger.InfoContext(ctx, "Redis was started a moment ago and may have forgotten who posts this: it waits until nobody can any more",
				"run", id, "until", free)
		}
		return nil, free, nil
	}
	fields := make(map[string]string)
	for row := answer; len(row) >= 2; row = row[2:] {
		fields[row[0].(string)] = row[1].(string)
	}
	r, err = s.newRun(id, hold, fields)
	if err != nil {
		return nil, free, fmt.Errorf("take run %s: %w", id, err)
	}
	return r, free, nil
}

// newRun reads the fields of a run's hash.
func (s *Store) newRun(id RunID, hold time.Duration, fields map[string]string) (*Run, error) {
	r := &Run{ID: id, Began: milli(fields["began"]), Ended: fields["ended"], store: s, token: fields["holder"], hold: hold,
		channel: fields["channel"], posted: make(map[int]string), intended: make(map[int]bool)}
	r.Attempts, _ = strconv.Atoi(fields["fence"])
	up, err := strconv.Atoi(fields["up"])
	r.young = err == nil && time.Duration(up)*time.Second < s.options.Distrust
	if packed := fields["plan"]; packed != "" {
		plan, err := decompress(packed)
		if err != nil {
			return nil, errRecord
		}
		r.Plan = []byte(plan)
	}
	for field, value := range fields {
		n, err := strconv.Atoi(strings.TrimLeft(field, "im"))
		switch {
		case err != nil: // not of a message
		case field[0] == 'm':
			r.posted[n] = value
		case field[0] == 'i':
			r.intended[n] = true
		}
	}
	return r, nil
}

// Name returns what tells the run's messages from all others.
func (r *Run) Name() string { return r.ID.String() }

// Since returns a time before which no message of the run was posted.
func (r *Run) Since() time.Time { return r.Began }

// Posted returns the ID of the channel and the ts of each message that stands,
// as far as they are noted.
func (r *Run) Posted() (channel string, ts map[int]string) { return r.channel, maps.Clone(r.posted) }

// Doubt reports whether messages may stand that are not noted: another attempt
// was made before, or Redis may have lost the note of it.
func (r *Run) Doubt() bool {
	return r.Attempts > 1 || len(r.Begun()) > 0 || r.young || time.Since(time.Unix(0, r.store.away.Load())) < r.store.options.Distrust
}

// Begun returns the messages that were begun and may stand or not, in order.
func (r *Run) Begun() []int {
	var out []int
	for n := range r.intended {
		if r.posted[n] == "" {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out
}

// Freeze keeps what is to be posted. Whoever takes the run over posts the same.
func (r *Run) Freeze(ctx context.Context, plan []byte) error {
	if err := r.note(ctx, r.hold, "plan", compress(nil, plan)); err != nil {
		return fmt.Errorf("keep what run %s posts: %w", r.ID, err)
	}
	r.Plan = plan
	return nil
}

// Intend notes that message n is about to be posted.
func (r *Run) Intend(ctx context.Context, n int) error {
	sure := time.Now().Add(r.hold / 2)
	if err := r.note(ctx, r.hold, "i"+strconv.Itoa(n), "1"); err != nil {
		return fmt.Errorf("note that run %s posts message %d: %w", r.ID, n, err)
	}
	r.intended[n] = true
	r.sure = sure
	return nil
}

// Held reports whether the message that was intended last may be posted: it
// turns false in good time before another process can take the run over.
func (r *Run) Held() bool { return time.Now().Before(r.sure) }

// Withdraw notes that message n, which was intended, surely does not stand.
func (r *Run) Withdraw(ctx context.Context, n int) error {
	if err := r.note(ctx, r.hold, "i"+strconv.Itoa(n), ""); err != nil {
		return fmt.Errorf("note that run %s did not post message %d: %w", r.ID, n, err)
	}
	delete(r.intended, n)
	return nil
}

// Stands notes that message n stands in a channel.
func (r *Run) Stands(ctx context.Context, n int, channel, ts string) error {
	if err := r.note(ctx, r.hold, "m"+strconv.Itoa(n), ts, "channel", channel); err != nil {
		return fmt.Errorf("note that message %d of run %s stands: %w", n, r.ID, err)
	}
	r.channel, r.posted[n] = channel, ts
	return nil
}

// Keep prolongs the hold.
func (r *Run) Keep(ctx context.Context) error {
	if err := r.note(ctx, r.hold); err != nil {
		return fmt.Errorf("keep run %s: %w", r.ID, err)
	}
	return nil
}

// note writes fields, or takes away those whose value is "", and prolongs the hold; one
// of 0 ends it. It may run twice, where an answer is lost.
func (r *Run) note(ctx context.Context, hold time.Duration, fields ...any) error {
	args := append([]any{r.token, hold.Milliseconds(), keepRun.Milliseconds()}, fields...)
	mine, err := ask(ctx, r.store, (*redis.Cmd).Bool, runNoteScript, []string{r.store.keys.run(r.ID)}, args...)
	if err == nil && !mine {
		err = ErrLost
	}
	return err
}

// Release lets go of the run, which another process may then take.
func (r *Run) Release(ctx context.Context) error {
	if err := r.note(ctx, 0); err != nil {
		return fmt.Errorf("let go of run %s: %w", r.ID, err)
	}
	return nil
}

// End ends the run, and in the same step keeps what its readers were now told of
// these stories, beside what they were told meanwhile by others. What they were told two
// weeks ago is forgotten. A run that has ended stays as it is.
func (r *Run) End(ctx context.Context, how string, told map[string]digest.Told) error {
	s := r.store
	err := s.tell(ctx, r.ID.Channel, told, func(changes []any) (int, error) {
		args := append([]any{r.token, how, r.keptFor().Milliseconds(), keepTold.Milliseconds()}, changes...)
		done, err := ask(ctx, s, (*redis.Cmd).Int, runEndScript, []string{s.keys.run(r.ID), s.keys.told(r.ID.Channel)}, args...)
		if err == nil && done == 0 {
			err = ErrLost
		}
		return done, err
	})
	if err != nil {
		return fmt.Errorf("end run %s: %w", r.ID, err)
	}
	r.Ended = how
	return nil
}

// keptFor is how long the record is kept once the run has ended.
func (r *Run) keptFor() time.Duration {
	if len(r.intended)+len(r.posted) == 0 {
		return keepIdleRun
	}
	return keepRun
}
