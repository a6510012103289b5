package command

import (
	"regexp"
	"strconv"
	"strings"

	"newsbot/bot/schedule"
)

// clockTime is a time of day as people write it, in small letters and without spaces.
var clockTime = regexp.MustCompile(`^(?:(\d{1,2})(?:[:.h]?(\d{2}))?(am|pm|h|uhr)?|noon|midnight)$`)

// halves are the halves of a day as clockTime has them.
var halves = strings.NewReplacer("a.m", "am", "p.m", "pm")

// plainTime returns what is written as a time of day in the form of clockTime.
func plainTime(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), ""))
	return halves.Replace(strings.TrimRight(s, "."))
}

// ReadTimeOfDay reads a time of day as people write it: 08:30, 8.30, 0830, 8h30, 8:30 am, 8pm, noon,
// and 8 alone. It is not ok for what is none, as 25:10.
func ReadTimeOfDay(s string) (t schedule.TimeOfDay, ok bool) {
	s = plainTime(s)
	switch s {
	case "noon":
		s = "12pm"
	case "midnight":
		s = "12am"
	}
	m := clockTime.FindStringSubmatch(s)
	if m == nil {
		return t, false
	}
	t.Hour, _ = strconv.Atoi(m[1]) // has digits alone, or none
	t.Minute, _ = strconv.Atoi(m[2])
	ok = t.Hour < 24 && t.Minute < 60
	if half := m[3]; half == "am" || half == "pm" {
		ok = ok && 1 <= t.Hour && t.Hour <= 12
		if t.Hour %= 12; half == "pm" {
			t.Hour += 12
		}
	}
	return t, ok
}
