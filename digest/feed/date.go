package feed

import (
	"cmp"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// dateLayouts are the forms in which feeds, pages and files write dates, after
// normalDate. A date without zone is taken as UTC.
var dateLayouts = []string{
	"2 Jan 2006 15:04:05 Z0700", // RFC 822 and 1123
	time.RFC3339Nano,
	"2006-01-02T15:04:05.999999999Z0700",
	"2006-01-02T15:04:05.999999999 Z0700",
	"2006-01-02T15:04 Z0700",
	"2006-01-02T15:04:05.999999999",
	"2006-01-02T15:04Z07:00",
	"2006-01-02T15:04Z0700",
	"2006-01-02T15:04",
	"2006-01-02 15:04:05.999999999 Z07:00",
	"2006-01-02 15:04:05.999999999 Z0700",
	"2006-01-02 15:04:05.999999999Z07:00",
	"2006-01-02 15:04:05.999999999Z0700",
	"2006-01-02 15:04:05.999999999",
	"2006-01-02 15:04 Z0700",
	"2006-01-02 15:04",
	"2006-01-02",
	"2006/01/02 15:04:05",
	"2006/01/02 15:04",
	"2006/01/02",
	"2006-002",
	"2.1.2006 15:04:05",
	"2.1.2006 15:04",
	"2.1.2006",
	"1/2/2006 3:04:05 PM",
	"1/2/2006 3:04 PM",
	"1/2/2006 15:04:05",
	"1/2/2006 15:04",
	"1/2/2006",
	"2/1/2006 15:04:05",
	"2/1/2006 15:04",
	"2/1/2006",
	"20060102T15:04:05Z0700",
	"20060102T150405Z0700",
	"20060102T150405",
	"20060102150405",
	"20060102",
	"2 Jan 2006 15:04 Z0700",
	"2 Jan 2006 15:04:05",
	"2 Jan 2006 15:04",
	"2 Jan 2006",
	"2 Jan 06 15:04:05 Z0700",
	"2 Jan 06 15:04 Z0700",
	"2-Jan-2006 15:04:05 Z0700",
	"2-Jan-06 15:04:05 Z0700",
	"Jan 2 2006 15:04:05 Z0700",
	"Jan 2 2006 15:04 Z0700",
	"Jan 2 2006 3:04 PM Z0700",
	"Jan 2 2006 3:04:05 PM Z0700",
	"Jan 2 2006 15:04:05",
	"Jan 2 2006 15:04",
	"Jan 2 2006 3:04:05 PM",
	"Jan 2 2006 3:04 PM",
	"Jan 2 2006",
	"Jan 2 15:04:05 2006",
	"Jan 2 15:04:05 Z0700 2006",
	"2006-01",
	"Jan 2006",
	"2006",
}

// zones are the abbreviations of time zones that RFC 822 and newsrooms use,
// with their offsets. Go reads an unknown one as UTC, hours off.
var zones = map[string]string{
	"UT": "+0000", "GMT": "+0000", "UTC": "+0000", "WET": "+0000",
	"EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500",
	"MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700",
	"AKST": "-0900", "AKDT": "-0800", "HST": "-1000", "AST": "-0400", "ADT": "-0300",
	"BST": "+0100", "CET": "+0100", "CEST": "+0200", "EET": "+0200", "EEST": "+0300",
	"MSK": "+0300", "IST": "+0530", "PKT": "+0500", "SGT": "+0800", "HKT": "+0800",
	"JST": "+0900", "KST": "+0900", "AWST": "+0800", "AEST": "+1000", "AEDT": "+1100",
	"NZST": "+1200", "NZDT": "+1300",
	"ET": "-0500", "CT": "-0600", "MT": "-0700", "PT": "-0800", // off by an hour in summer
}

// foreignMonths are the months of German, French, Spanish, Italian, Portuguese
// and Dutch whose first three letters are not those of English.
var foreignMonths = map[string]string{
	"mär": "Mar", "mai": "May", "okt": "Oct", "dez": "Dec", "fév": "Feb", "fev": "Feb", "avr": "Apr",
	"juin": "Jun", "juil": "Jul", "aoû": "Aug", "déc": "Dec", "ene": "Jan", "abr": "Apr", "ago": "Aug",
	"dic": "Dec", "gen": "Jan", "mag": "May", "giu": "Jun", "lug": "Jul", "set": "Sep", "ott": "Oct",
	"out": "Oct", "mrt": "Mar", "maa": "Mar", "mei": "May",
}

var (
	weekday   = regexp.MustCompile(`(?i)^(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+`)
	dayName   = regexp.MustCompile(`^\pL{2,12}\.?,\s*`) // in any language, with a comma
	fromGMT   = regexp.MustCompile(`\b(?:GMT|UTC)([+-]\d)`)
	offset    = regexp.MustCompile(`(:\d{2}(?:\.\d+)?)\s*([+-]\d{2}):?(\d{2})?$`)
	innerZone = regexp.MustCompile(`\b([A-Z]{2,4}) (\d{4})$`)           // "10:00:00 CET 2026"
	ambiguous = regexp.MustCompile(`^(?:0?\d|1[0-2])/(?:0?\d|1[0-2])/`) // the month is either
	word      = regexp.MustCompile(`\pL{3,}\.?`)
	monthName = regexp.MustCompile(`(?i)\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`)
	ordinal   = regexp.MustCompile(`\b(\d{1,2})(?:(?:st|nd|rd|th)\b|\.( ))`) // "3rd", "3. November"
	meridiem  = regexp.MustCompile(`(?i)\b(\d{1,2}:\d{2}(?::\d{2})?)\s*([ap])\.?m\b\.?`)
	zoneName  = regexp.MustCompile(`\s*\(?\b([A-Z]{2,4})\b\)?(?:\s*\([^()]*\))?$`)
	zoneNote  = regexp.MustCompile(`\s*\([^()]*\)$`) // "+0200 (CEST)"
)

// parseDate reads a date in any form of the field, and Unix time in seconds or
// milliseconds. It returns the zero time for what is none.
func parseDate(s string) time.Time {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 100 {
		return time.Time{}
	}
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t
	}
	if n, err := strconv.ParseFloat(s, 64); err == nil && len(strings.TrimLeft(s, "-")) >= 9 && len(s) != len("20060102150405") {
		return unixTime(n)
	}
	s = normalDate(s)
	if ambiguous.MatchString(s) {
		return time.Time{}
	}
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}

// normalDate spells a date in the words of dateLayouts.
func normalDate(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	s = weekday.ReplaceAllString(s, "")
	if day := dayName.FindString(s); !monthName.MatchString(day) || monthName.MatchString(s[len(day):]) {
		s = s[len(day):]
	}
	s = fromGMT.ReplaceAllString(s, "$1")
	s = meridiem.ReplaceAllStringFunc(s, func(m string) string {
		p := meridiem.FindStringSubmatch(m)
		return p[1] + " " + strings.ToUpper(p[2]) + "M"
	})
	if m := zoneName.FindStringSubmatchIndex(s); m != nil {
		if zone, ok := zones[s[m[2]:m[3]]]; ok {
			if before := s[:m[0]]; strings.HasSuffix(before, "+0000") || offsetAtEnd.MatchString(before) {
				s = before // "+0200 (CEST)"
			} else {
				s = before + " " + zone
			}
		}
	}
	s = zoneNote.ReplaceAllString(s, "")
	if m := offset.FindStringSubmatch(s); m != nil {
		s = s[:len(s)-len(m[0])] + m[1] + " " + m[2] + cmp.Or(m[3], "00")
	}
	if m := innerZone.FindStringSubmatch(s); m != nil && zones[m[1]] != "" {
		s = s[:len(s)-len(m[0])] + zones[m[1]] + " " + m[2]
	}
	s = word.ReplaceAllStringFunc(s, englishMonth)
	s = monthName.ReplaceAllStringFunc(s, func(m string) string {
		return strings.ToUpper(m[:1]) + strings.ToLower(m[1:3])
	})
	s = ordinal.ReplaceAllString(s, "$1$2")
	if !strings.Contains(s, "T") || monthName.MatchString(s) {
		s = strings.ReplaceAll(s, ",", " ")
		s = strings.ReplaceAll(s, " at ", " ")
		s = strings.ReplaceAll(s, " | ", " ")
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}

// englishMonth returns the English name for a month in another language, all
// other words as they are.
func englishMonth(w string) string {
	letters := []rune(strings.ToLower(w))
	for n := 4; n >= 3; n-- {
		if english, ok := foreignMonths[string(letters[:min(n, len(letters))])]; ok {
			return english
		}
	}
	return w
}

var offsetAtEnd = regexp.MustCompile(`[+-]\d{2}:?\d{2}$`)

// unixTime reads seconds, or milliseconds where that alone makes sense.
func unixTime(n float64) time.Time {
	if math.IsNaN(n) || math.Abs(n) > 1e14 {
		return time.Time{}
	}
	if math.Abs(n) > 1e11 {
		n /= 1000
	}
	sec, frac := math.Modf(n)
	return time.Unix(int64(sec), int64(frac*1e9)).UTC()
}

// believable returns when an article may have been published: the zero time
// ("unknown") for a date before 1990, which is a clock or a parser at zero, or
// more than a day ahead of now; now for one that is less ahead (clock skew).
func believable(t, now time.Time) time.Time {
	switch {
	case t.Year() < 1990, t.After(now.Add(24 * time.Hour)):
		return time.Time{}
	case t.After(now):
		return now.UTC()
	}
	return t.UTC()
}
