package schedule

import (
	"cmp"
	"errors"
	"fmt"
	"math/bits"
	"strings"
	"time"

	"github.com/robfig/cron/v3"

	"newsbot/digest/store"
)

// Timetable tells when the digests of a subscription are due.
//
// Its times are those of a calendar that knows no time zone: what the clock on
// the wall is to show. One becomes due in the first moment at which that clock
// shows it or a later time. So a time that clocks skip is due at the first
// minute after the gap, one that they show twice the first time, and of several
// that a gap swallows together one is left. On a date that a zone left out, as
// Samoa did 30 December 2011, nothing is due.
type Timetable struct {
	times *cron.SpecSchedule
	zone  *time.Location
}

// NewTimetable reads the times of a subscription. The error says in a sentence
// for its maker what is wrong with them.
func NewTimetable(sub store.Subscription) (Timetable, error) {
	zone, err := time.LoadLocation(sub.Zone)
	if err != nil {
		return Timetable{}, fmt.Errorf("%q is no time zone: write it as Europe/Berlin", sub.Zone)
	}
	expression := sub.Cron
	if expression == "" {
		at, err := ParseTimeOfDay(sub.At)
		if err != nil {
			return Timetable{}, err
		}
		expression = fmt.Sprintf("%d %d * * %s", at.Minute, at.Hour, weekdays(sub.Days))
	}
	times, err := parseCron(expression)
	if err != nil {
		return Timetable{}, err
	}
	if isNotice(sub) {
		times.Minute = everyLook(times.Minute)
	}
	return Timetable{times, zone}, nil
}

// What a person watches is looked for every NoticeLook. Once it has come, it is due again when
// NoticeRest is over.
const (
	NoticeLook = 5 * time.Minute
	NoticeRest = time.Hour
)

// isNotice reports whether a subscription is what a person watches: it comes to them
// alone, and its expression says at what minute of the hour.
func isNotice(sub store.Subscription) bool { return sub.Personal() && sub.Cron != "" }

// everyLook returns the minutes of an hour, as a cron expression is kept, that are a
// multiple of NoticeLook from one of them.
func everyLook(minute uint64) (minutes uint64) {
	first := bits.TrailingZeros64(minute)
	for m := range 60 {
		if (m-first)%int(NoticeLook.Minutes()) == 0 {
			minutes |= 1 << m
		}
	}
	return minutes
}

// weekdays writes days as the field of a cron expression.
func weekdays(days []time.Weekday) string {
	if len(days) == 0 {
		return "*"
	}
	var out []string
	for _, d := range days {
		out = append(out, fmt.Sprint(int(d)))
	}
	return strings.Join(out, ",")
}

var errCron = errors.New("no cron expression: write five fields, minute, hour, day, month and weekday, such as 30 8 * * mon-fri")

// someDay is where the search for the first time of an expression begins.
var someDay = time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)

// parseCron reads a cron expression of five fields that is due at most once an
// hour.
func parseCron(s string) (*cron.SpecSchedule, error) {
	if strings.Contains(s, "=") || strings.Contains(s, "@") { // zones and intervals, which the parser knows too
		return nil, errCron
	}
	parsed, err := cron.ParseStandard(s)
	times, ok := parsed.(*cron.SpecSchedule)
	switch {
	case err != nil || !ok:
		return nil, errCron
	case bits.OnesCount64(times.Minute&(1<<60-1)) != 1:
		return nil, errors.New("a digest comes at most once an hour: name one minute")
	case times.Next(someDay).IsZero():
		return nil, errors.New("there is no such day in any year")
	}
	times.Location = time.UTC
	return times, nil
}

// SameTimes reports whether the digests of two subscriptions are due at the same times.
func SameTimes(a, b store.Subscription) bool {
	ofA, errA := NewTimetable(a)
	ofB, errB := NewTimetable(b)
	return errA == nil && errB == nil && *ofA.times == *ofB.times && ofA.zone.String() == ofB.zone.String()
}

// Next returns the first time after now at which a digest is due.
func (t Timetable) Next(now time.Time) time.Time {
	// What the wall has shown is past.
	for wall := t.times.Next(onWall(now.In(t.zone))); ; wall = t.times.Next(wall) {
		due, shown := t.moment(wall)
		if shown && due.After(now) {
			return due
		}
	}
}

// Latest returns the last time from due on, itself such a time, that is not
// after now.
func (t Timetable) Latest(due, now time.Time) time.Time {
	for next := t.Next(due); !next.After(now); next = t.Next(due) {
		due = next
	}
	return due
}

// Slot names what is due at a time, by its local time, which is UTC in a Timetable that could not be read.
func (t Timetable) Slot(due time.Time) string {
	return due.In(cmp.Or(t.zone, time.UTC)).Format("2006-01-02T15:04")
}

// ZonedSlot is Slot with how far the local time is from UTC.
func (t Timetable) ZonedSlot(due time.Time) string {
	return t.Slot(due) + due.In(cmp.Or(t.zone, time.UTC)).Format("Z07:00")
}

// onWall returns what a clock shows as a time of the calendar without zones.
func onWall(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC)
}

// moment returns the first moment at which clocks show a time or a later one.
// Shown is false on a date that they never show.
func (t Timetable) moment(wall time.Time) (due time.Time, shown bool) {
	const farthest = 26 * time.Hour // zones are less away from UTC
	for due = wall.Add(-farthest).In(t.zone); ; {
		_, offset := due.Zone()
		start, end := due.ZoneBounds()
		due = wall.Add(-time.Duration(offset) * time.Second).In(t.zone)
		if due.Before(start) {
			due = start
		}
		if end.IsZero() || due.Before(end) {
			return due, due.YearDay() == wall.YearDay() || !t.skips(wall)
		}
		due = end
	}
}

// skips reports whether clocks skip the whole date.
func (t Timetable) skips(wall time.Time) bool {
	noon := time.Date(wall.Year(), wall.Month(), wall.Day(), 12, 0, 0, 0, t.zone)
	return noon.YearDay() != wall.YearDay()
}
