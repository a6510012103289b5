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

// parseDays reads days in one word: a name, mon-fri, daily, weekdays, weekends.
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
	return nil, false
}

// dayRange returns the days from one to another, which may be in the next week.
func dayRange(first, last string) ([]time.Weekday, bool) {
	from, ok := parseDay(first)
	to, ok2 := parseDay(last)
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
