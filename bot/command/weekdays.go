package command

import (
	"slices"
	"strings"
	"time"
)

var (
	weekdays = []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday}
	weekend  = []time.Weekday{time.Saturday, time.Sunday}
	week     = append(weekdays[:5:5], weekend...)
)

// parseDay reads the name of a day of the week: monday, mondays, mon, tues.
func parseDay(s string) (time.Weekday, bool) {
	s = strings.TrimRight(strings.ToLower(s), ".")
	for _, d := range week {
		name := strings.ToLower(d.String())
		if s == name+"s" || len(s) >= 3 && strings.HasPrefix(name, s) {
			return d, true
		}
	}
	return 0, false
}

// parseDays reads days in one word: a name, mon-fri, mon/thu, daily, weekdays, weekends.
func parseDays(s string) ([]time.Weekday, bool) {
	switch strings.ToLower(s) {
	case "daily", "everyday":
		return week, true
	case "weekday", "weekdays", "workday", "workdays":
		return weekdays, true
	case "weekend", "weekends":
		return weekend, true
	}
	if d, ok := parseDay(s); ok {
		return []time.Weekday{d}, true
	}
	for _, dash := range minusSigns {
		if first, last, ok := strings.Cut(s, string(dash)); ok {
			return dayRange(first, last)
		}
	}
	return severalDays(s)
}

// severalDays reads the names of days with one of a few signs between them: mon/wed/fri, sat&sun.
func severalDays(s string) (days []time.Weekday, ok bool) {
	names := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("/&+", r) })
	for _, name := range names {
		d, ok := parseDay(name)
		if !ok {
			return nil, false
		}
		days = append(days, d)
	}
	return days, len(days) > 1
}

// dayRange returns the days from one to another, which may be in the next week. In a range two letters of a name
// do: mo-fr.
func dayRange(first, last string) ([]time.Weekday, bool) {
	from, ok := dayByLetters(first)
	to, ok2 := dayByLetters(last)
	if !ok || !ok2 {
		return nil, false
	}
	out := []time.Weekday{from}
	for d := from; d != to; {
		d = (d + 1) % 7
		out = append(out, d)
	}
	return out, true
}

// dayByLetters is parseDay, also of the first two letters.
func dayByLetters(s string) (time.Weekday, bool) {
	for _, d := range week {
		if strings.EqualFold(s, d.String()[:2]) {
			return d, true
		}
	}
	return parseDay(s)
}

// inWeek returns days in the order of the week and each once; none where it is
// all of them, as a subscription has them.
func inWeek(days []time.Weekday) []time.Weekday {
	var out []time.Weekday
	for _, d := range week {
		if slices.Contains(days, d) {
			out = append(out, d)
		}
	}
	if len(out) == len(week) {
		return nil
	}
	return out
}

// dayNames says on which days something happens.
func dayNames(days []time.Weekday) string {
	switch days = inWeek(days); {
	case len(days) == 0:
		return "every day"
	case slices.Equal(days, weekdays):
		return "on weekdays"
	case slices.Equal(days, weekend):
		return "at weekends"
	case len(days) == 1:
		return "on " + days[0].String() + "s"
	}
	return "on " + strings.ReplaceAll(ticked(days), ",", ", ")
}

// ticked writes days as "Mon,Thu".
func ticked(days []time.Weekday) string {
	names := make([]string, len(days))
	for i, d := range days {
		names[i] = d.String()[:3]
	}
	return strings.Join(names, ",")
}
