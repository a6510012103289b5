package command

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"newsbot/digest/render"
)

// What is meant as a date, if not always one.
var (
	isoDate    = regexp.MustCompile(`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$`)
	dotted     = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.(\d{4})?$`)
	slashed    = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})(?:/(\d{4}))?$`)
	dayMonth   = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)\.?(?: (\d{4}))?$`)
	monthDay   = regexp.MustCompile(`^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$`)
	isoMonth   = regexp.MustCompile(`^(\d{4})-(\d{1,2})$`)
	monthYear  = regexp.MustCompile(`^([a-z]+)\.?,? (\d{4})$`)
	dayOfAWeek = regexp.MustCompile(`^([a-z]+)[.,]? (.+)$`)
)

// parseDate reads a date in lower case as people and answers write it: 2026-11-20,
// 20 nov, fri nov 20, 2026, 20.11.2026, and 11/20 or 20/11 in the reader's order, if a
// month comes of it. Without a year it is a day of the longest period before
// now: older ones are rather names, as january 6 and october 7 are; a zero now has all
// of them. It is false for words that are no date; the error is for a day that does not
// exist, as 31 nov in any year.
func parseDate(words string, now time.Time, by render.Reader) (time.Time, bool, error) {
	text := words
	if m := dayOfAWeek.FindStringSubmatch(words); m != nil {
		if _, ok := parseDay(m[1]); ok {
			text = m[2]
		}
	}
	var year, month, dayOf string
	if m := isoDate.FindStringSubmatch(text); m != nil {
		year, month, dayOf = m[1], m[2], m[3]
	} else if m := dotted.FindStringSubmatch(text); m != nil {
		year, month, dayOf = m[3], m[2], m[1]
	} else if m := slashed.FindStringSubmatch(text); m != nil {
		month, dayOf = inOrder(m[1], m[2], by)
		year = m[3]
	} else if m := dayMonth.FindStringSubmatch(text); m != nil {
		year, month, dayOf = m[3], monthNumber(m[2]), m[1]
	} else if m := monthDay.FindStringSubmatch(text); m != nil {
		year, month, dayOf = m[3], monthNumber(m[1]), m[2]
	}
	if month == "" {
		return time.Time{}, false, nil
	}
	if year == "" {
		if isNeverDay(month, dayOf) {
			return time.Time{}, true, misuse("There is no day %s.", words)
		}
		t, ok := lastDate(month+"-"+dayOf, now)
		return t, ok, nil
	}
	t, err := time.ParseInLocation("2006-1-2", year+"-"+month+"-"+dayOf, now.Location())
	if err != nil {
		return t, true, misuse("There is no day %s.", words)
	}
	return t, true, nil
}

// isNeverDay reports whether a month has no such day in any year, though others have.
func isNeverDay(month, dayOf string) bool {
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(dayOf)
	return 1 <= m && m <= 12 && 1 <= d && d <= 31 && time.Date(2024, time.Month(m), d, 0, 0, 0, 0, time.UTC).Day() != d // 2024 has a 29 Feb
}

// inOrder tells the month from the day of two numbers, as the reader writes them or, if
// that gives no month, the other way round.
func inOrder(first, second string, by render.Reader) (month, dayOf string) {
	month, dayOf = second, first
	if by.Layout("2/1", "1/2") == "1/2" {
		month, dayOf = first, second
	}
	if n, _ := strconv.Atoi(month); n > 12 {
		return dayOf, month
	}
	return month, dayOf
}

// lastDate returns the day of the longest period before now that has a month and day,
// "11-20".
func lastDate(monthDay string, now time.Time) (time.Time, bool) {
	for _, year := range []int{now.Year(), now.Year() - 1} {
		t, err := time.ParseInLocation("2006-1-2", fmt.Sprintf("%04d-%s", year, monthDay), now.Location())
		if err == nil && !t.After(now) && now.Sub(t) <= longestPeriod {
			return t, true
		}
	}
	return time.Time{}, now.IsZero()
}

// monthNamed returns the month with a name or the beginning of one, "nov".
func monthNamed(name string) (time.Month, bool) {
	for m := time.January; m <= time.December; m++ {
		if len(name) >= 3 && strings.HasPrefix(strings.ToLower(m.String()), name) {
			return m, true
		}
	}
	return 0, false
}

// monthNumber returns the number of a month by its name or the beginning of it, "11" for
// "nov"; "" where there is none.
func monthNumber(name string) string {
	if m, ok := monthNamed(name); ok {
		return strconv.Itoa(int(m))
	}
	return ""
}

// parseMonth reads a month in lower case, and returns the midnight with which it begins:
// nov 2026, 2026-11, and by its whole name november, the last that has begun by now, or last
// november, which the present one is not. May and march are other words too, unless they
// are linked: in march.
func parseMonth(words string, now time.Time, linked bool) (time.Time, bool) {
	if m := monthYear.FindStringSubmatch(words); m != nil {
		t, err := time.ParseInLocation("2006-1", m[2]+"-"+monthNumber(m[1]), now.Location())
		return t, err == nil
	}
	if isoMonth.MatchString(words) {
		t, err := time.ParseInLocation("2006-1", words, now.Location())
		return t, err == nil
	}
	name, last := strings.CutPrefix(words, "last ")
	month, ok := monthNamed(name)
	if !ok || name != strings.ToLower(month.String()) || !linked && !last && (month == time.May || month == time.March) {
		return time.Time{}, false
	}
	back := (int(now.Month()-month) + 12) % 12
	if last && back == 0 {
		back = 12
	}
	return monthOf(now, -back), true
}

// comingDay returns the beginning of the next day that words name: tomorrow, monday, next monday,
// next week, next month, december, 1 dec, 2026-12-01. It is false for words that name none; the error is for a
// day that does not exist or is over.
func comingDay(words string, now time.Time, by render.Reader) (time.Time, bool, error) {
	today := midnight(now)
	words = strings.Join(strings.Fields(strings.ToLower(words)), " ")
	switch words {
	case "tomorrow":
		return addDays(today, 1), true, nil
	case "next week":
		return addDays(weekOf(today, by), 7), true, nil
	case "next month":
		return monthOf(today, 1), true, nil
	}
	if d, ok := parseDay(strings.TrimPrefix(words, "next ")); ok {
		return addDays(today, 1+(int(d-today.Weekday())+6)%7), true, nil
	}
	var wrong error
	for _, dated := range inYears(words, now.Year(), now.Year()+leapYears) {
		t, ok, err := parseDate(dated, now, by)
		if err == nil && ok && t.After(now) {
			return t, true, nil
		}
		wrong = cmp.Or(wrong, err)
	}
	if wrong != nil {
		return time.Time{}, false, wrong
	}
	if month, ok := monthNamed(words); ok && words == strings.ToLower(month.String()) {
		return monthOf(now, 1+(int(month-now.Month())+11)%12), true, nil
	}
	if _, ok, _ := parsePeriod(words, now, by); ok {
		return time.Time{}, false, misuse("“%s” is not in the future: write until tomorrow or until monday.", words)
	}
	return time.Time{}, false, nil
}

// leapYears is how many years there are between two that have a 29 February, but for 2100.
const leapYears = 4

// inYears returns a date as it is, and with each year from one to another in all forms.
func inYears(date string, from, to int) []string {
	all := []string{date}
	for year, step := from, cmp.Compare(to, from); year != to+step; year += step {
		all = append(all, fmt.Sprint(date, " ", year), fmt.Sprint(date, "/", year), fmt.Sprint(date, year))
	}
	return all
}
