package blockhtml

import (
	"cmp"
	"regexp"
	"strings"
	"time"
)

// token writes a time as a token of Slack's date formats asks for
// (https://docs.slack.dev/messaging/formatting-message-text#date-formatting), and is
// false for one that package block does not use. With "_pretty" behind it a token gives
// way to "Today" and its neighbours.
func (o Options) token(name string, t time.Time) (string, bool) {
	switch name {
	case "date_short":
		return t.Format(o.Reader.Layout("2 Jan 2006", "Jan 2, 2006")), true
	case "time":
		return o.Reader.Clock(t), true
	}
	return "", false
}

var dateToken = regexp.MustCompile(`\{[a-z_]+\}`)

// Date writes a time after one of Slack's date formats, as in
// "{date_short_pretty} at {time}".
func Date(t time.Time, pattern string, o Options) string {
	zone := cmp.Or(o.Reader.Zone, time.UTC)
	t = t.In(zone)
	first := true
	return dateToken.ReplaceAllStringFunc(pattern, func(token string) string {
		begins := first && strings.HasPrefix(pattern, token)
		first = false
		plain, pretty := strings.CutSuffix(strings.Trim(token, "{}"), "_pretty")
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
