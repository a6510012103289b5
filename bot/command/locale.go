package command

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// locale is how a person is used to read dates and numbers. The zero locale is that
// of most of Europe, with numbers as in English.
type locale struct {
	tag    language.Tag
	region string // "US"; "" where it is not known
}

// newLocale reads a locale of a Slack profile, such as "en-US".
func newLocale(s string) locale {
	tag, err := language.Parse(s)
	if err != nil || s == "" {
		return locale{tag: language.English}
	}
	region, _ := tag.Region()
	return locale{tag, region.String()}
}

// shortLocale returns a locale that a button has room for, "" for another.
func shortLocale(s string) string {
	if len(s) > len("en-US") {
		return ""
	}
	return s
}

// Regions whose customs are not those of the zero locale (Unicode CLDR,
// supplemental data: weekData and timeData; the list of those that write the month
// first).
var (
	sundayRegions = strings.Fields("AG AS AU BD BR BS BT BW BZ CA CN CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ " +
		"NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW")
	saturdayRegions = strings.Fields("AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY")
	monthRegions    = strings.Fields("US PH PR GU AS MH PW FM VI UM")
	halfDayRegions  = strings.Fields("US CA AU NZ IN PK BD PH PR GU EG SA CO MY")
)

// weekStart returns the day with which weeks begin.
func (l locale) weekStart() time.Weekday {
	switch {
	case slices.Contains(sundayRegions, l.region):
		return time.Sunday
	case slices.Contains(saturdayRegions, l.region):
		return time.Saturday
	}
	return time.Monday
}

// day writes a date: "Tue 24 Nov 2026", "Tue Nov 24, 2026".
func (l locale) day(t time.Time) string {
	if slices.Contains(monthRegions, l.region) {
		return t.Format("Mon Jan 2, 2006")
	}
	return t.Format("Mon 2 Jan 2006")
}

// days writes a span of dates: "16 – 22 Nov 2026", "Nov 16 – Nov 22, 2026".
func (l locale) days(first, last time.Time) string {
	switch {
	case slices.Contains(monthRegions, l.region):
		return first.Format("Jan 2") + " – " + last.Format("Jan 2, 2006")
	case first.Month() == last.Month():
		return first.Format("2") + " – " + last.Format("2 Jan 2006")
	}
	return first.Format("2 Jan") + " – " + last.Format("2 Jan 2006")
}

// moment writes a date with a time of day, without the year: "Tue 24 Nov 08:30",
// "Tue Nov 24 8:30 AM".
func (l locale) moment(t time.Time) string {
	layout := "Mon 2 Jan "
	if slices.Contains(monthRegions, l.region) {
		layout = "Mon Jan 2 "
	}
	if slices.Contains(halfDayRegions, l.region) {
		return t.Format(layout + "3:04 PM")
	}
	return t.Format(layout + "15:04")
}

// number writes n with its thousands set apart.
func (l locale) number(n int) string { return message.NewPrinter(l.tag).Sprintf("%d", n) }

// plural counts things.
func (l locale) plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return l.number(n) + " " + many
}
