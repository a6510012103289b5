package blockhtml

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
	"time"
)

// token writes a time as a token of Slack's date formats asks for
// (https://docs.slack.dev/messaging/formatting-message-text#date-formatting), and is
// false for another one. With "_pretty" behind it a token gives way to "Today" and its
// neighbours.
func (o Options) token(name string, t time.Time) (string, bool) {
	layout := ""
	switch name {
	case "date_num":
		layout = time.DateOnly
	case "date":
		layout = o.Reader.Layout("2 January 2006", "January 2, 2006")
	case "date_short":
		layout = o.Reader.Layout("2 Jan 2006", "Jan 2, 2006")
	case "date_long":
		layout = o.Reader.Layout("Monday, 2 January 2006", "Monday, January 2, 2006")
	case "time":
		return o.Reader.Clock(t), true
	}
	return t.Format(layout), layout != ""
}

var dateToken = regexp.MustCompile(`\{[a-z_]+\}`)

// Date writes a time after one of Slack's date formats, as in
// "{date_short_pretty} at {time}".
func Date(t time.Time, pattern string, o Options) string { return o.date(t.Unix(), pattern) }

func (o Options) date(seconds int64, pattern string) string {
	zone := cmp.Or(o.Reader.Zone, time.UTC)
	t := time.Unix(seconds, 0).In(zone)
	first := true
	return dateToken.ReplaceAllStringFunc(pattern, func(token string) string {
		begins := first && strings.HasPrefix(pattern, token)
		first = false
		name := strings.Trim(token, "{}")
		if name == "ago" {
			return ago(t, cmp.Or(o.Now, t))
		}
		plain, pretty := strings.CutSuffix(name, "_pretty")
		shown, ok := o.token(plain, t)
		day := nextTo(t, o.Now.In(zone))
		switch {
		case !ok:
			return token
		case !pretty || o.Now.IsZero() || day == "":
			return shown
		case begins:
			return day
		}
		return strings.ToLower(day)
	})
}

// nextTo returns "Today", "Yesterday" or "Tomorrow", "" for another day.
func nextTo(t, now time.Time) string {
	for offset, name := range map[int]string{-1: "Yesterday", 0: "Today", 1: "Tomorrow"} {
		if now.AddDate(0, 0, offset).Format(time.DateOnly) == t.Format(time.DateOnly) {
			return name
		}
	}
	return ""
}

// ago returns how long ago a time is, or in how long it comes.
func ago(t, now time.Time) string {
	d := now.Sub(t)
	n, unit := int(d.Abs().Minutes()), "minute"
	switch {
	case n == 0:
		return "now"
	case n >= 48*60:
		n, unit = n/(24*60), "day"
	case n >= 60:
		n, unit = n/60, "hour"
	}
	if n != 1 {
		unit += "s"
	}
	if d < 0 {
		return fmt.Sprintf("in %d %s", n, unit)
	}
	return fmt.Sprintf("%d %s ago", n, unit)
}
