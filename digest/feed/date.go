package feed

import (
	"cmp"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// maxDate is the length in bytes of the longest text that is read as a date.
const maxDate = 100

// parseDate reads a date in any form that feeds, pages and files have: that of RFC
// 822 or 3339, of ISO 8601 with weeks, days of the year or without separators, Unix
// time in seconds or less, and what people write in many languages. Without a zone
// it is taken as UTC. It returns the zero time for what is none, has no year, or has
// day and month in an order that nobody can tell.
func parseDate(s string) time.Time {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > maxDate {
		return time.Time{}
	}
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t
	}
	if m := unixSeconds.FindStringSubmatch(s); m != nil {
		return unixTime(m[1])
	}
	rest := plainDate(s)
	rest, c := takeClock(rest)
	day, rest, ok := takeDay(rest)
	if !ok {
		return time.Time{}
	}
	if !c.found {
		c = lateClock(rest, c)
	}
	if !c.valid() {
		return time.Time{}
	}
	return time.Date(day.year, day.month, day.day, c.hour, c.minute, c.second, c.nano, c.location()).UTC()
}

var (
	unixSeconds = regexp.MustCompile(`^(?:/Date\(|@)?(-?\d{9,16}(?:\.\d+)?)(?:[+-]\d{4})?(?:\)/)?$`)
	dateDashes  = strings.NewReplacer("−", "-", "–", "-", "—", "-", "‐", "-", "‑", "-", "年", "-", "년 ", "-", "년", "-", "月", "-", "월 ", "-", "월", "-", "日", " ", "일", " ", "時", ":", "시 ", ":", "시", ":", "分", " ", "분", " ")
	timeMark    = regexp.MustCompile(`(\d)[Tt_](\d{1,2}\D|\d{4})`)
	halfBefore  = regexp.MustCompile(`(오전|오후|上午|下午|午前|午後)\s*(\d{1,2}:\d{2}(?::\d{2})?)`)
	packedClock = regexp.MustCompile(`^(\d{8}|\d{4}-\d{2}-\d{2}) ?(\d{2})(\d{2})(\d{2})?(\D|$)`)
	zoneNote    = regexp.MustCompile(`\[[^\]]*\]| m=[+-][\d.]+$`)
)

// plainDate spells a date with simple signs, and packed times with colons.
func plainDate(s string) string {
	s = strings.Join(strings.Fields(dateDashes.Replace(norm.NFC.String(s))), " ")
	s = zoneNote.ReplaceAllString(s, "")
	s = halfBefore.ReplaceAllStringFunc(s, func(m string) string {
		p := halfBefore.FindStringSubmatch(m)
		if p[1] == "오전" || p[1] == "上午" || p[1] == "午前" {
			return p[2] + " am"
		}
		return p[2] + " pm"
	})
	s = timeMark.ReplaceAllString(s, "$1 $2")
	s = packedClock.ReplaceAllStringFunc(s, func(m string) string {
		p := packedClock.FindStringSubmatch(m)
		return p[1] + " " + p[2] + ":" + p[3] + ":" + cmp.Or(p[4], "00") + p[5]
	})
	return s
}

// clock is the time of a day.
type clock struct {
	hour, minute, second, nano int
	found                      bool
	zone                       *time.Location // nil where none is given
}

func (c clock) location() *time.Location {
	if c.zone == nil {
		return time.UTC
	}
	return c.zone
}

// valid tells a time that a clock can show, a leap second and midnight as 24:00
// among them.
func (c clock) valid() bool {
	return c.hour < 24 && c.minute < 60 && c.second <= 60 || c.hour == 24 && c.minute == 0 && c.second == 0
}

var (
	colons    = regexp.MustCompile(`(?i)(?:^|[^\d+:.-])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9})\d*)?)?(?:\s*([ap])\.?\s?m\b\.?)?`)
	hourWords = regexp.MustCompile(`(?i)(?:^|[^\d+:.-])(\d{1,2})(?:\s?h(?:\s?(\d{2}))?\b|()\s*([ap])\.?\s?m\b\.?)`)
	dots      = regexp.MustCompile(`(?:^|\s)(\d{1,2})\.(\d{2})(?:\s|$)`)
	hourAlone = regexp.MustCompile(`^\D*?(?:^|\s)(\d{1,2})(?:\s|$|Z)`)
)

// takeClock takes the time of the day and its zone out of a date.
func takeClock(s string) (string, clock) {
	var c clock
	at := colons.FindStringSubmatchIndex(s)
	if at == nil {
		if at = hourWords.FindStringSubmatchIndex(s); at == nil {
			s, c.zone = takeDateZone(s)
			return s, c
		}
	}
	part := func(n int) string {
		if 2*n+1 >= len(at) || at[2*n] < 0 {
			return ""
		}
		return s[at[2*n]:at[2*n+1]]
	}
	c.found = true
	c.hour, c.minute, c.second = number(part(1)), number(part(2)), number(part(3))
	half := part(5)
	if len(at) == 2*5 { // of hourWords
		c.second, half = 0, part(4)
	} else if fraction := part(4); fraction != "" {
		c.nano = number((fraction + "00000000")[:9])
	}
	switch strings.ToLower(half) {
	case "p":
		if c.hour < 12 {
			c.hour += 12
		}
	case "a":
		if c.hour == 12 {
			c.hour = 0
		}
	}
	s = s[:at[2]] + " \x00 " + s[at[1]:]
	before, after, _ := strings.Cut(s, "\x00")
	after, c.zone = takeZone(after)
	return before + after, c
}

// lateClock reads a time that looks like part of a date as long as that is there:
// "10.30", or the hour alone.
func lateClock(rest string, c clock) clock {
	if m := dots.FindStringSubmatch(rest); m != nil {
		c.hour, c.minute = number(m[1]), number(m[2])
	} else if m := hourAlone.FindStringSubmatch(rest); m != nil && c.zone != nil {
		c.hour = number(m[1])
	}
	return c
}

func number(s string) int {
	n, _ := strconv.Atoi(s) // of few digits
	return n
}

// calendar is a day.
type calendar struct {
	year  int
	month time.Month
	day   int
}

// valid tells a day that there is.
func (d calendar) valid() bool {
	t := time.Date(d.year, d.month, d.day, 0, 0, 0, 0, time.UTC)
	return d.year > 0 && t.Month() == d.month && t.Day() == d.day
}

var (
	weekDate   = regexp.MustCompile(`\b(\d{4})-?W(\d{2})(?:-?([1-7]))?\b`)
	yearFirst  = regexp.MustCompile(`\b(\d{4})([-/.])\s?(\d{1,2})[-/.]\s?(\d{1,2})\b\.?`)
	dayOfYear  = regexp.MustCompile(`\b(\d{4})-?(\d{3})\b`)
	packedDate = regexp.MustCompile(`\b(\d{4})(\d{2})(\d{2})\b`)
	yearLast   = regexp.MustCompile(`\b(\d{1,2})([-/.])\s?(\d{1,2})[-/.]\s?(\d{4}|\d{2})\b\.?`)
	monthAlone = regexp.MustCompile(`^\s*(\d{4})(?:-(\d{2}))?\s*$`)
)

// takeDay takes the day out of a date.
func takeDay(s string) (d calendar, rest string, ok bool) {
	for _, form := range []struct {
		pattern *regexp.Regexp
		read    func(m []string) calendar
	}{
		{weekDate, func(m []string) calendar { return ofWeek(number(m[1]), number(m[2]), number(cmp.Or(m[3], "1"))) }},
		{yearFirst, func(m []string) calendar { return calendar{number(m[1]), time.Month(number(m[3])), number(m[4])} }},
		{packedDate, func(m []string) calendar { return calendar{number(m[1]), time.Month(number(m[2])), number(m[3])} }},
		{dayOfYear, func(m []string) calendar {
			return dated(time.Date(number(m[1]), 1, number(m[2]), 0, 0, 0, 0, time.UTC))
		}},
		{yearLast, func(m []string) calendar { return inAnyOrder(number(m[1]), number(m[3]), fullYear(m[4]), m[2] == ".") }},
		{monthAlone, func(m []string) calendar { return calendar{number(m[1]), time.Month(number(cmp.Or(m[2], "1"))), 1} }},
	} {
		if at := form.pattern.FindStringIndex(s); at != nil {
			d = form.read(form.pattern.FindStringSubmatch(s))
			return d, s[:at[0]] + " " + s[at[1]:], d.valid()
		}
	}
	return takeWords(s)
}

func dated(t time.Time) calendar { return calendar{t.Year(), t.Month(), t.Day()} }

// ofWeek returns a day by its week (ISO 8601): the first one of a year is that of
// the fourth of January.
func ofWeek(year, week, day int) calendar {
	fourth := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC)
	monday := fourth.AddDate(0, 0, -(int(fourth.Weekday())+6)%7)
	return dated(monday.AddDate(0, 0, 7*(week-1)+day-1))
}

// inAnyOrder returns a day whose number stands before that of the month or behind
// it: dots tell, or one that is no month.
func inAnyOrder(a, b, year int, dots bool) calendar {
	switch {
	case dots || a > 12 || a == b:
		return calendar{year, time.Month(b), a}
	case b > 12:
		return calendar{year, time.Month(a), b}
	}
	return calendar{}
}

// fullYear returns a year of which the century may be left out.
func fullYear(s string) int {
	year := number(s)
	switch {
	case len(s) > 2:
		return year
	case year < 70:
		return 2000 + year
	}
	return 1900 + year
}

// unixTime reads seconds, or their thousandths or millionths where those alone make
// sense.
func unixTime(s string) time.Time {
	if len(s) == len("20060102150405") || len(s) == len("200601021504") { // a date without separators
		layout := "20060102150405"
		if t, err := time.Parse(layout[:len(s)], s); err == nil {
			return t
		}
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return time.Time{}
	}
	for math.Abs(n) > 1e11 {
		n /= 1000
	}
	sec, frac := math.Modf(n)
	return time.Unix(int64(sec), int64(frac*1e9)).UTC()
}

// believable returns when an article may have been published: the zero time
// ("unknown") for a date before 1990, which is a clock or a parser at zero, or
// more than a day ahead of now. What is less ahead comes of clocks and zones that
// are wrong, or is to appear soon.
func believable(t, now time.Time) time.Time {
	if t.Year() < 1990 || t.After(now.Add(24*time.Hour)) {
		return time.Time{}
	}
	return t.UTC()
}
