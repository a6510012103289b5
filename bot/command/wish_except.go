package command

import (
	"slices"
	"time"
)

// notDays and notAnything are words before what a digest is to leave out: days behind the first, maybe anything
// behind the others.
var (
	notDays     = []string{"but", "no"}
	notAnything = []string{"except", "excluding", "without", "not"}
)

// readException reads days on which no digest is to come, as in "daily except on sundays" and "but not mon, tue and
// wed". Other things that are left out are written with a minus.
func (r *wishReader) readException(expected expectation) (int, error) {
	text := r.lower(0)
	isAny := slices.Contains(notAnything, text)
	if len(r.topic) > 0 || expected == aTopic || !isAny && !slices.Contains(notDays, text) {
		return 0, nil
	}
	n := 1
	for slices.Contains([]string{"not", "for", "on", "the"}, r.lower(n)) {
		n++
	}
	days, taken := r.listOfDays(n)
	switch {
	case taken > 0:
		r.without, r.expect = append(r.without, days...), expected
		return n + taken, nil
	case !isAny:
		return 0, nil
	}
	return 0, misuse("What a digest leaves out is written with a minus before it: %s. If “%s” is a topic, write it in quotation marks.",
		written("subscribe 08:30 -football"), text)
}

// listOfDays reads days from a word on, with dividers between them, and returns how many words they take.
func (r *wishReader) listOfDays(from int) (days []time.Weekday, taken int) {
	for i := from; ; {
		some, n := r.daysAt(i)
		switch {
		case n > 0:
			i += n
			days, taken = append(days, some...), i-from
		case slices.Contains(dividers, r.lower(i)):
			i++
		default:
			return days, taken
		}
	}
}

// takeExceptions takes the days without a digest from those with one.
func (r *wishReader) takeExceptions() error {
	if len(r.without) == 0 {
		return nil
	}
	if len(r.days) == 0 {
		r.days = week
	}
	r.days = slices.DeleteFunc(slices.Clone(r.days), func(d time.Weekday) bool { return slices.Contains(r.without, d) })
	if len(r.days) == 0 {
		return misuse("No day is left on which the digest would come.")
	}
	return nil
}
