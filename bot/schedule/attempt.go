package schedule

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"time"

	"newsbot/digest/rescue"
	"newsbot/digest/store"
	"newsbot/digest/wait"
)

// How a run ends.
const (
	Posted   = "posted"
	Empty    = "empty"    // there was no news, and nothing was to be posted then
	Missed   = "missed"   // it was too late
	Refused  = "refused"  // Slack does not take this digest
	Paused   = "paused"   // Slack takes no digest of the subscription until somebody mends it
	Doubtful = "doubtful" // a message may stand, and nobody can tell
	// and how an attempt ends that leaves the run to another one:
	Deferred = "deferred" // it is tried again later
	Stopped  = "stopped"  // this process ends, or has lost the run
)

// Outcomes returns how an attempt at a run may end.
func Outcomes() []string {
	return []string{Posted, Empty, Missed, Refused, Paused, Doubtful, Deferred, Stopped}
}

// Report tells what came of one attempt at a run.
type Report struct {
	Tally
	Outcome  string
	Lateness time.Duration // from when the digest was due until its first message stood; 0 if it did not in this attempt
	Takeover bool          // another process, or a former attempt, had begun it
}

const (
	catchUp    = 3 * time.Hour    // how late a digest may be, unless the subscription says otherwise
	threadTime = 24 * time.Hour   // how late the rest of its thread may be
	lateFrom   = 15 * time.Minute // on, a digest is marked as late
)

// LongestSpan is the longest time that a digest covers.
const LongestSpan = 7 * 24 * time.Hour

// attempt is one attempt at the run that is due for a subscription.
type attempt struct {
	*Scheduler
	due     store.Due
	times   Timetable
	now     time.Time // by Redis, when the attempt began
	began   time.Time // by this machine, at the same time
	slot    string    // in the run's name
	run     *store.Run
	edition Edition
	report  Report
}

// attend looks after a subscription that is due.
func (s *Scheduler) attend(ctx context.Context, d store.Due, now time.Time) {
	a := &attempt{Scheduler: s, due: d, now: now, began: time.Now()}
	err := a.do(ctx)
	if a.report.Outcome == "" && err == nil {
		return // another process has it, or had ended it
	}
	a.report.Outcome = cmp.Or(a.report.Outcome, Stopped)
	a.log(err)
	s.Report(a.report)
}

// time is the present time by Redis, whatever the clock of this machine shows.
func (a *attempt) time() time.Time { return a.now.Add(time.Since(a.began)) }

// late is how late the digest is.
func (a *attempt) late() time.Duration { return a.time().Sub(a.due.At) }

// log tells the story of the attempt in a line.
func (a *attempt) log(err error) {
	late := cmp.Or(a.report.Lateness, a.late())
	args := []any{"channel", a.due.Channel, "subscription", a.due.ID, "due", a.due.At, "late", late.Round(time.Second),
		"articles", a.edition.Articles, "stories", a.edition.Stories, "posted", a.report.Posted, "retried", a.report.Retried,
		"found", a.report.Found, "takeover", a.report.Takeover, "took", time.Since(a.began).Round(time.Millisecond)}
	if err != nil {
		a.Log.Error("digest "+a.report.Outcome, append(args, rescue.Attrs(err)...)...)
		return
	}
	level := slog.LevelInfo
	if a.isIdleLook() {
		level = slog.LevelDebug // as nearly all looks are
	}
	a.Log.Log(context.Background(), level, "digest "+a.report.Outcome, args...)
}

// isIdleLook reports whether the run was a look for what a person watches that had nothing to post: it found nothing, or a
// later one covers what it was to.
func (a *attempt) isIdleLook() bool {
	return isNotice(a.due.Subscription) && len(a.edition.Messages) == 0 && (a.report.Outcome == Empty || a.report.Outcome == Missed)
}

func (a *attempt) do(ctx context.Context) (err error) {
	a.times, err = NewTimetable(a.due.Subscription)
	a.slot = a.times.Slot(a.due.At)
	if err != nil {
		return a.pause(ctx, err)
	}
	longer, cancel := wait.Outlive(ctx) // a run that is half taken would be nobody's until its hold ends
	defer cancel()
	var free time.Time
	if free, err = a.take(longer); err != nil {
		return err
	}
	if a.run == nil {
		return a.Store.Defer(longer, a.due, free)
	}
	a.report.Takeover = a.run.Attempts > 1
	switch {
	case a.run.Ended != "": // but what comes next was not noted
		return a.advance(longer, a.run.Ended)
	case a.over(a.time()), a.run.Plan == nil && a.times.Latest(a.due.At, a.now).After(a.due.At):
		return a.miss(longer)
	}
	return a.conclude(ctx, a.post(ctx))
}

// zonesApart is less than what two zones differ by, and more than what clocks do.
const zonesApart = 10 * time.Minute

// take takes the run, which is nil while another process has it, until free. One that
// began before this digest was due is of the same local time in another zone, in which
// the subscription was before: this one then has its own in its name.
func (a *attempt) take(ctx context.Context) (free time.Time, err error) {
	a.run, free, err = a.Store.TakeRun(ctx, a.runID(a.due.Channel, ""), a.Hold)
	if err != nil || a.run == nil || a.due.At.Sub(a.run.Began) < zonesApart {
		return free, err
	}
	if a.run.Ended == "" {
		if err := a.run.Release(ctx); err != nil {
			return free, err
		}
	}
	a.slot = a.times.ZonedSlot(a.due.At)
	a.run, free, err = a.Store.TakeRun(ctx, a.runID(a.due.Channel, ""), a.Hold)
	return free, err
}

// runID names the run into a channel, or with a kind of notice one that tells of it.
func (a *attempt) runID(channel, notice string) store.RunID {
	return store.RunID{Channel: channel, Subscription: a.due.ID, Slot: a.slot + notice}
}

// tooLate reports whether what was due at a time is not posted any more at another.
func (a *attempt) tooLate(due, at time.Time) bool {
	return at.Sub(due) > cmp.Or(a.due.CatchUp, catchUp)
}

// over reports whether nothing is posted any more at a time. The thread of a digest that
// has come is gone on with until the next one is due.
func (a *attempt) over(at time.Time) bool {
	if a.stands(0) && at.Sub(a.due.At) < threadTime && a.next(a.due.At, "").After(at) {
		return false
	}
	return a.tooLate(a.due.At, at)
}

// post puts the digest together, or takes what a former attempt did, and posts
// what does not stand yet.
func (a *attempt) post(ctx context.Context) (err error) {
	ctx, release := a.keep(ctx)
	defer func() {
		if lost := release(); lost != nil {
			err = lost
		}
	}()
	if a.run.Plan == nil { // a panic is tried again until it is too late, as an error is
		err = rescue.Do(func() error { return a.compose(ctx) })
	} else {
		a.edition, err = decodeEdition(a.run.Plan)
	}
	if err != nil || len(a.edition.Messages) == 0 {
		return err
	}
	a.report.Tally, err = a.Poster.Resume(ctx, Job{
		Record: record{a.run, a}, Channel: a.due.Channel, Messages: a.edition.Messages, Class: classOf(a.due.Subscription)})
	return err
}

// record is the run of an attempt, which hears when the digest stands.
type record struct {
	*store.Run
	attempt *attempt
}

// Stands notes that message n stands in a channel.
func (r record) Stands(ctx context.Context, n int, channel, ts string) error {
	if n == 0 {
		r.attempt.report.Lateness = r.attempt.late()
	}
	return r.Run.Stands(ctx, n, channel, ts)
}

// compose puts the digest together and keeps it: who takes the run over posts
// the same.
func (a *attempt) compose(ctx context.Context) (err error) {
	if a.edition, err = a.Editor.Compose(ctx, a.due.Subscription, a.issue()); err != nil {
		return err
	}
	raw, err := encodeEdition(a.edition)
	if err != nil {
		return err
	}
	return a.run.Freeze(ctx, raw)
}

// issue says what the digest covers: all since the last one, a week at most, and a day
// where it is the first.
func (a *attempt) issue() Issue {
	i := Issue{From: a.due.Last, Due: a.due.At, Follows: !a.due.Last.IsZero(), Late: a.late() > lateFrom}
	if !i.Follows {
		i.From = i.Due.Add(-24 * time.Hour)
	}
	if earliest := i.Due.Add(-LongestSpan); i.From.Before(earliest) {
		i.From, i.Follows = earliest, false
	}
	return i
}

// keep holds the run until released, which returns an error if it was lost
// meanwhile; the context then ends.
func (a *attempt) keep(ctx context.Context) (held context.Context, release func() error) {
	held, lose := context.WithCancelCause(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for wait.For(held, a.Hold/3) == nil {
			if err := a.run.Keep(held); errors.Is(err, store.ErrLost) {
				lose(err)
			}
		}
	}()
	return held, func() error {
		lose(nil)
		<-done
		if err := context.Cause(held); errors.Is(err, store.ErrLost) {
			return err
		}
		return nil
	}
}

// conclude notes what came of posting.
func (a *attempt) conclude(ctx context.Context, err error) error {
	stopping := ctx.Err() != nil
	ctx, cancel := wait.Outlive(ctx)
	defer cancel()
	var failure Failure
	switch {
	case err == nil && len(a.edition.Messages) == 0:
		return a.end(ctx, Empty)
	case err == nil:
		return a.end(ctx, Posted)
	case errors.Is(err, store.ErrLost):
		return err
	case stopping:
		a.report.Outcome = Stopped
		return a.letGo(ctx, a.now)
	case !errors.As(err, &failure):
		return errors.Join(err, a.putOff(ctx, a.Retry))
	case failure.Barred():
		return a.wait(ctx)
	case failure.Temporary():
		return errors.Join(err, a.putOff(ctx, max(a.Retry, failure.Pause())))
	case failure.Permanent() && a.due.Maker != "":
		return a.pause(ctx, err)
	case failure.Unsure():
		return a.announce(ctx, doubtful(a.due, err), err, func() error { return a.end(ctx, Doubtful) })
	}
	return a.announce(ctx, refused(a.due, err), err, func() error { return a.end(ctx, Refused) })
}

// miss ends a run that nothing is posted of any more, though part of it may stand.
func (a *attempt) miss(ctx context.Context) (err error) {
	if a.run.Plan != nil {
		a.edition, err = decodeEdition(a.run.Plan)
	}
	return errors.Join(err, a.end(ctx, Missed))
}

// end ends the run, and notes when the next one is due. However it ends, the readers
// know what stands.
func (a *attempt) end(ctx context.Context, how string) error {
	if err := a.run.End(ctx, how, a.edition.ToldBy(a.stands)); err != nil {
		return err
	}
	a.report.Outcome = how
	return a.advance(ctx, how)
}

// next returns when the next digest is due after a time, when this one came or was to, or its
// reader was told why not.
func (a *attempt) next(after time.Time, how string) time.Time {
	if a.rests(how) {
		after = after.Add(NoticeRest)
	}
	return a.times.Next(after)
}

// rests reports whether a run that ended so is a notice that is not soon followed by another: it
// has come, or may have, or its reader has a message about it.
func (a *attempt) rests(how string) bool {
	return isNotice(a.due.Subscription) && (a.stands(0) || how == Doubtful || how == Refused)
}

// advance notes when the next digest is due: now, if it should have come in the
// meantime and is not too late, nor follows a notice too soon.
func (a *attempt) advance(ctx context.Context, how string) error {
	now := a.time()
	next := a.times.Latest(a.due.At, now)
	if next.Equal(a.due.At) || a.tooLate(next, now) || a.rests(how) {
		next = a.next(now, how)
	}
	return a.Store.Advance(ctx, a.due, next, how == Empty || a.stands(0))
}

// stands reports whether a message of the digest stands in the channel: with the first
// one the digest has come, and the next one covers what is since.
func (a *attempt) stands(message int) bool {
	if a.run == nil {
		return false
	}
	_, posted := a.run.Posted()
	return posted[message] != ""
}

// pause lets the subscription rest, and tells its maker why.
func (a *attempt) pause(ctx context.Context, why error) error {
	return a.announce(ctx, paused(a.due, why), why, func() error {
		if err := a.Store.Pause(ctx, a.due, reason(a.due, why), a.stands(0)); err != nil {
			return err
		}
		a.report.Outcome = Paused
		if a.run == nil {
			return nil
		}
		return a.run.End(ctx, Paused, a.edition.ToldBy(a.stands))
	})
}

// announce tells the maker why something is done with the run, and does it. Unless
// Slack will never take the notice, one that did not come is tried again first.
func (a *attempt) announce(ctx context.Context, n notice, why error, do func() error) error {
	told := a.tell(ctx, n)
	if told != nil && !Never(told) && a.run != nil {
		return errors.Join(why, told, a.putOff(ctx, a.Retry))
	}
	return errors.Join(why, told, do())
}

// putOff leaves the run to an attempt after a pause, or misses it if that is
// too late.
func (a *attempt) putOff(ctx context.Context, pause time.Duration) error {
	again := a.time().Add(pause)
	if a.over(again) {
		return a.end(ctx, Missed)
	}
	a.report.Outcome = Deferred
	return a.letGo(ctx, again)
}

// wait leaves the run to whoever Slack lets post: this process, once it does
// again, or another one, which may have another token.
func (a *attempt) wait(ctx context.Context) error {
	a.report.Outcome = Deferred
	return a.letGo(ctx, a.time())
}

// letGo leaves the run to whoever looks for it from a time on.
func (a *attempt) letGo(ctx context.Context, from time.Time) error {
	if err := a.run.Release(ctx); err != nil {
		return err
	}
	return a.Store.Defer(ctx, a.due, from)
}
