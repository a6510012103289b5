package render

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// Reader is somebody who reads: in which time zone, and used to which dates and
// numbers. Its methods are the one place that writes these for people. The zero
// Reader is one of whom nothing is known: times stay in the zone in which they
// are, dates are as in most of Europe and numbers as in English.
type Reader struct {
	Zone   *time.Location // nil: times stay in theirs
	tag    language.Tag
	region string // "US"; "" where it is not known
}

// NewReader returns a reader in a zone with a locale as Slack's profiles have it,
// such as "en-US". Of "de" alone the numbers are German and the region is not known;
// what is no locale is as none.
func NewReader(zone *time.Location, locale string) Reader {
	r := Reader{Zone: zone, tag: language.English}
	tag, err := language.Parse(locale)
	if err != nil || locale == "" {
		return r
	}
	r.tag = tag
	if region, sure := tag.Region(); sure == language.Exact {
		r.region = region.String()
	}
	return r
}

// Regions whose customs are not those of the zero Reader (Unicode CLDR,
// supplemental data: weekData and timeData; the list of those that write the month
// first).
var (
	sundayRegions = strings.Fields("AG AS AU BD BR BS BT BW BZ CA CN CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ " +
		"NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW")
	saturdayRegions = strings.Fields("AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY")
	monthRegions    = strings.Fields("US PH PR GU AS MH PW FM VI UM")
	halfDayRegions  = strings.Fields("US CA AU NZ IN PK BD PH PR GU EG SA CO MY")
)

// WeekStart returns the day with which the reader's weeks begin.
func (r Reader) WeekStart() time.Weekday {
	switch {
	case slices.Contains(sundayRegions, r.region):
		return time.Sunday
	case slices.Contains(saturdayRegions, r.region):
		return time.Saturday
	}
	return time.Monday
}

// Layout returns the one of two layouts of [time.Layout] that the reader is used to:
// with the day before the month, or behind it.
func (r Reader) Layout(dayFirst, monthFirst string) string {
	if slices.Contains(monthRegions, r.region) {
		return monthFirst
	}
	return dayFirst
}

// Day writes a date without its year, "24 Nov" or "Nov 24".
func (r Reader) Day(t time.Time) string { return Local(t, r.Zone).Format(r.Layout("2 Jan", "Jan 2")) }

// Date writes a date, "Tue 24 Nov 2026" or "Tue Nov 24, 2026"; "" for an unknown t.
func (r Reader) Date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return Local(t, r.Zone).Format(r.Layout("Mon 2 Jan 2006", "Mon Jan 2, 2006"))
}

// Days writes a span of dates, "16 – 22 Nov 2026" or "Nov 16 – Nov 22, 2026"; a single one as Date does.
func (r Reader) Days(first, last time.Time) string {
	if r.Date(first) == r.Date(last) {
		return r.Date(last)
	}
	first, last = Local(first, r.Zone), Local(last, r.Zone)
	begins := r.Layout("2 Jan", "Jan 2")
	switch {
	case first.Year() != last.Year():
		begins = r.Layout("2 Jan 2006", "Jan 2, 2006")
	case first.Month() == last.Month():
		begins = r.Layout("2", "Jan 2")
	}
	return first.Format(begins) + " – " + last.Format(r.Layout("2 Jan 2006", "Jan 2, 2006"))
}

// Clock writes a time of day, "17:05" or "5:05 PM".
func (r Reader) Clock(t time.Time) string {
	layout := "15:04"
	if slices.Contains(halfDayRegions, r.region) {
		layout = "3:04 PM"
	}
	return Local(t, r.Zone).Format(layout)
}

// Moment writes a date and a time of day without the year, "Tue 24 Nov 08:30" or
// "Tue Nov 24 8:30 AM".
func (r Reader) Moment(t time.Time) string {
	return Local(t, r.Zone).Format(r.Layout("Mon 2 Jan ", "Mon Jan 2 ")) + r.Clock(t)
}

// halfYear is how far away a day may be for its date to be clear without the year.
const halfYear = 183 * 24 * time.Hour

// MomentFrom writes t to somebody at now: as Moment does, or, where it is half a year
// away or more, as Full.
func (r Reader) MomentFrom(t, now time.Time) string {
	if t.Sub(now).Abs() < halfYear {
		return r.Moment(t)
	}
	return r.Full(t)
}

// Full writes a date with its year and a time of day, "24 Nov 2026 08:30" or
// "Nov 24, 2026 8:30 AM".
func (r Reader) Full(t time.Time) string {
	return Local(t, r.Zone).Format(r.Layout("2 Jan 2006 ", "Jan 2, 2006 ")) + r.Clock(t)
}

// Dated writes t to whoever reads it in the year of now: "23 Nov 08:30", and with the
// year where it is another, or now is not known. It is "" for an unknown t.
func (r Reader) Dated(t, now time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case now.IsZero() || Local(t, r.Zone).Year() != Local(now, r.Zone).Year():
		return r.Full(t)
	}
	return r.Day(t) + " " + r.Clock(t)
}

// When tells the time t to the reader at now: "25 min ago" and "2 h ago" within a
// day, else as Dated does.
func (r Reader) When(t, now time.Time) string {
	switch age := now.Sub(t); {
	case t.IsZero() || now.IsZero() || age > 24*time.Hour || age < -time.Minute:
		return r.Dated(t, now)
	case age < time.Minute:
		return "just now"
	case age < time.Hour:
		return r.Number(int(age.Minutes())) + " min ago"
	default:
		return r.Number(int(age.Hours())) + " h ago"
	}
}

// Number writes n with its thousands set apart, "12,345" or "12.345".
func (r Reader) Number(n int) string { return r.printer().Sprintf("%d", n) }

// Decimal writes f with one digit behind the point, "3.2" or "3,2".
func (r Reader) Decimal(f float64) string { return r.printer().Sprintf("%.1f", f) }

// Plural counts things: Plural(1, "story", "stories") is "1 story".
func (r Reader) Plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return r.Number(n) + " " + many
}

// Counts says what news there is: "312 articles → 41 stories · 12 sources", the last where
// sources are known.
func (r Reader) Counts(articles, stories, sources int) string {
	counts := r.Plural(articles, "article", "articles") + " → " + r.Plural(stories, "story", "stories")
	if sources == 0 {
		return counts
	}
	return counts + " · " + r.Plural(sources, "source", "sources")
}

func (r Reader) printer() *message.Printer {
	if r.tag == language.Und {
		return message.NewPrinter(language.English)
	}
	return message.NewPrinter(r.tag)
}
