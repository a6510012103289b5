package command

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"newsbot/digest/render"
)

// period is a day, a week or another span of time that a reader named.
type period struct {
	from, to time.Time     // to is not in it
	span     time.Duration // of one that begins so long before now, not at a midnight; else 0
	name     string        // "Tue 24 Nov 2026", "16 – 22 Nov 2026", "the last 6 hours"
}

// lastHours returns the period of a span before now.
func lastHours(span time.Duration, now time.Time, by render.Reader) period {
	p := period{span: span, name: "the last " + by.Plural(int(span/time.Hour), "hour", "hours")}
	return p.until(now)
}

// until returns a period that lasts until now as it is at a later now.
func (p period) until(now time.Time) period {
	p.to = now.Add(time.Nanosecond)
	if p.span > 0 {
		p.from = now.Add(-p.span)
	}
	return p
}

// parsePeriod reads a period as a person who asks at now means it: today,
// yesterday, monday (the last one, today included), last monday, 2026-11-20, 20 nov,
// this week, last week, which begin as those of the reader, the weekend, this month, last month,
// november, 7d, the last 2 weeks, and since monday, which lasts until now. A linking word may
// stand before it: on monday. It is false for words that name no time; the error is for a day
// that does not exist or is still to come.
func parsePeriod(words string, now time.Time, by render.Reader) (period, bool, error) {
	return readPeriod(words, false, now, by)
}

// readPeriod is parsePeriod where a linking word may have been read already.
func readPeriod(words string, linked bool, now time.Time, by render.Reader) (period, bool, error) {
	today := midnight(now)
	words, links := withoutLink(strings.Join(strings.Fields(strings.ToLower(words)), " "))
	linked = linked || links
	if since, ok := strings.CutPrefix(words, "since "); ok {
		return sincePeriod(since, now, by)
	}
	if p, ok, err := lastSpan(words, now, by); ok {
		return p, true, err
	}
	start, days := today, 1
	switch words {
	case "", "today":
	case "yesterday":
		start = addDays(today, -1)
	case "tomorrow":
		start = addDays(today, 1)
	case "week", "this week":
		start, days = weekOf(today, by), 7
	case "last week":
		start, days = addDays(weekOf(today, by), -7), 7
	case "weekend", "the weekend", "last weekend":
		back := (int(today.Weekday()-time.Saturday) + 7) % 7
		if back < 2 && words == "last weekend" {
			back += 7
		}
		start, days = addDays(today, -back), 2
	case "month", "this month":
		start = monthOf(today, 0)
		days = daysOfMonth(start)
	case "last month":
		start = monthOf(today, -1)
		days = daysOfMonth(start)
	default:
		if month, ok := parseMonth(words, now, linked); ok {
			start, days = month, daysOfMonth(month)
			break
		}
		if date, ok, err := parseDate(words, now, by); ok {
			if err != nil {
				return period{}, true, err
			}
			start = date
			break
		}
		back, ok := weekdayBack(words, now.Weekday())
		if !ok {
			return period{}, false, nil
		}
		start = addDays(today, -back)
	}
	if start.After(now) {
		return period{}, true, misuse("%s is still to come.", by.Date(start))
	}
	return newPeriod(start, days, now, by), true, nil
}

// ParseDays reads a period of whole days as parsePeriod does, of somebody of whom no more than the zone
// of now is known, and who means nothing else: 20 nov is the last one, however long ago. It
// ends at a midnight, also where that is still to come.
func ParseDays(words string, now time.Time) (from, to time.Time, ok bool, err error) {
	for _, dated := range inYears(words, now.Year(), now.Year()-leapYears) {
		p, ok, wrong := readPeriod(dated, true, now, render.Reader{})
		switch {
		case wrong != nil:
			err = cmp.Or(err, wrong)
		case ok && p.span == 0:
			if p.to.After(now) {
				p.to = addDays(now, 1)
			}
			return p.from, p.to, true, nil
		}
	}
	return from, to, false, err
}

// timeLinks are words that stand before a time.
var timeLinks = []string{"on", "from", "in", "for", "over", "during"}

// withoutLink takes a linking word off the beginning of words.
func withoutLink(words string) (rest string, linked bool) {
	first, rest, more := strings.Cut(words, " ")
	if more && slices.Contains(timeLinks, first) {
		return rest, true
	}
	return words, false
}

// longestPeriod is the longest time before now that a reader can name.
const longestPeriod = 31 * day

// lastSpan reads a length of time that ends now: so many days, today included, or
// hours.
func lastSpan(words string, now time.Time, by render.Reader) (period, bool, error) {
	for _, before := range []string{"the ", "last ", "past "} {
		words = strings.TrimPrefix(words, before)
	}
	span, ok := ParseSpan(words)
	switch {
	case !ok:
		return period{}, false, nil
	case span > longestPeriod:
		return period{}, true, tooLong(by)
	case strings.Contains(words, "h"):
		return lastHours(span, now, by), true, nil
	}
	days := int(span / day)
	return newPeriod(addDays(now, 1-days), days, now, by), true, nil
}

// sincePeriod reads a period that lasts from the beginning of another until now.
func sincePeriod(words string, now time.Time, by render.Reader) (period, bool, error) {
	p, ok, err := readPeriod(words, true, now, by)
	switch {
	case !ok || err != nil || p.span > 0:
		return p, ok, err
	case now.Sub(p.from) > longestPeriod:
		return p, true, tooLong(by)
	}
	days := 1
	for !addDays(p.from, days).After(now) {
		days++
	}
	return newPeriod(p.from, days, now, by), true, nil
}

// tooLong says that a period is too long.
func tooLong(by render.Reader) error {
	return misuse("That is too long: the limit is %s. Go week by week or day by day, as in 2026-11-20.", spanName(longestPeriod, by))
}

// newPeriod returns the period of so many days from the midnight start on, as
// far as they have passed.
func newPeriod(start time.Time, days int, now time.Time, by render.Reader) period {
	p := period{from: start, to: addDays(start, days), name: by.Date(start)}
	if days > 1 {
		p.name = by.Days(start, addDays(start, days-1))
	}
	if p.to.After(now) {
		return p.until(now)
	}
	return p
}

// weekdayBack returns how many days before a day of the week the one named was.
func weekdayBack(words string, today time.Weekday) (days int, ok bool) {
	name, last := strings.CutPrefix(words, "last ")
	d, ok := parseDay(name)
	if !ok || name != strings.ToLower(d.String()) { // "sun" may be meant otherwise
		return 0, false
	}
	days = (int(today-d) + 7) % 7
	if last && days == 0 {
		days = 7
	}
	return days, true
}

func midnight(t time.Time) time.Time { return addDays(t, 0) }

// addDays returns the midnight of the day so many days after that of t.
func addDays(t time.Time, days int) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d+days, 0, 0, 0, 0, t.Location())
}

// monthOf returns the midnight with which the month begins that is so many after that
// of t.
func monthOf(t time.Time, months int) time.Time {
	return time.Date(t.Year(), t.Month()+time.Month(months), 1, 0, 0, 0, 0, t.Location())
}

// daysOfMonth returns how many days a month has that begins with a midnight.
func daysOfMonth(start time.Time) int { return monthOf(start, 1).AddDate(0, 0, -1).Day() }

// weekOf returns the midnight with which the week of t begins.
func weekOf(t time.Time, by render.Reader) time.Time {
	return addDays(t, -(int(t.Weekday()-by.WeekStart())+7)%7)
}

// ParseSpan reads a length of time: 24h, 7d or 2w, and as a person writes it
// 7 days, 2 weeks.
func ParseSpan(s string) (time.Duration, bool) {
	m := span.FindStringSubmatch(strings.ToLower(strings.TrimSpace(s)))
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(m[1])
	unit := map[string]time.Duration{"h": time.Hour, "d": day, "w": 7 * day}[m[2]]
	if err != nil || n == 0 || time.Duration(n) > math.MaxInt64/unit {
		return 0, false
	}
	return time.Duration(n) * unit, true
}

var span = regexp.MustCompile(`^(\d{1,5}) ?([hdw])(?:ours?|ays?|eeks?)?$`)

const day = 24 * time.Hour

// spanName names a length of time of whole hours: "7 days", "6 hours".
func spanName(d time.Duration, by render.Reader) string {
	if d%day != 0 {
		return by.Plural(int(d/time.Hour), "hour", "hours")
	}
	return by.Plural(int(d/day), "day", "days")
}

// parseMoment reads a bound of a time: a span before now, else the beginning of
// a period, or its end.
func parseMoment(s string, now time.Time, by render.Reader, end bool) (time.Time, error) {
	if d, ok := ParseSpan(s); ok {
		return now.Add(-d), nil
	}
	p, ok, err := readPeriod(s, true, now, by)
	switch {
	case err != nil:
		return time.Time{}, err
	case !ok:
		return time.Time{}, misuse("“%s” is not a time. Write 24h, 7d, 2w, yesterday, monday or 2026-11-20.", s)
	case end:
		return p.to, nil
	}
	return p.from, nil
}
