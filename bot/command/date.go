package command

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"newsbot/digest/render"
)

// What is meant as a date, if not always one.
var (
	isoDate    = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})$`)
	dayMonth   = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)\.?(?: (\d{4}))?$`)
	monthDay   = regexp.MustCompile(`^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$`)
	dayOfAWeek = regexp.MustCompile(`^([a-z]+)[.,]? (.+)$`)
)

// parseDate reads a date in lower case as people and answers write it: 2026-11-20,
// 20 nov, fri nov 20, 2026. Without a year it is a day of the longest period before
// now: older ones are rather names, as january 6 and october 7 are; a zero now has all
// of them. It is false for words that are no date; the error is for a day that does not
// exist.
func parseDate(words string, now time.Time) (time.Time, bool, error) {
	text := words
	if m := dayOfAWeek.FindStringSubmatch(words); m != nil {
		if _, ok := parseDay(m[1]); ok {
			text = m[2]
		}
	}
	var year, month, dayOf string
	if m := isoDate.FindStringSubmatch(text); m != nil {
		year, month, dayOf = m[1], m[2], m[3]
	} else if m := dayMonth.FindStringSubmatch(text); m != nil {
		year, month, dayOf = m[3], monthNumber(m[2]), m[1]
	} else if m := monthDay.FindStringSubmatch(text); m != nil {
		year, month, dayOf = m[3], monthNumber(m[1]), m[2]
	}
	if month == "" {
		return time.Time{}, false, nil
	}
	if year == "" {
		t, ok := lastDate(month+"-"+dayOf, now)
		return t, ok, nil
	}
	t, err := time.ParseInLocation("2006-1-2", year+"-"+month+"-"+dayOf, now.Location())
	if err != nil {
		return t, true, misuse("There is no day %s.", words)
	}
	return t, true, nil
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

// monthNumber returns the number of a month by its name or the beginning of it,
// "11" for "nov"; "" where there is none.
func monthNumber(name string) string {
	for m := time.January; m <= time.December; m++ {
		if len(name) >= 3 && strings.HasPrefix(strings.ToLower(m.String()), name) {
			return strconv.Itoa(int(m))
		}
	}
	return ""
}

// comingDay returns the beginning of the next day that words name: tomorrow, monday,
// next week, 1 dec, 2026-12-01. It is false for words that name none; the error is for a
// day that does not exist or is over.
func comingDay(words string, now time.Time, by render.Reader) (time.Time, bool, error) {
	today := midnight(now)
	words = strings.Join(strings.Fields(strings.ToLower(words)), " ")
	switch words {
	case "tomorrow":
		return addDays(today, 1), true, nil
	case "next week":
		return addDays(weekOf(today, by), 7), true, nil
	}
	if d, ok := parseDay(words); ok {
		return addDays(today, 1+(int(d-today.Weekday())+6)%7), true, nil
	}
	for _, dated := range []string{words, fmt.Sprint(words, " ", now.Year()), fmt.Sprint(words, " ", now.Year()+1)} {
		if t, ok, err := parseDate(dated, now); err != nil || ok && t.After(now) {
			return t, err == nil, err
		}
	}
	if _, ok, _ := parseDate(words, now); ok {
		return time.Time{}, false, misuse("%s is over.", words)
	}
	return time.Time{}, false, nil
}
