package blockhtml

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// emojis are those that have a name in Slack and are likely in an app's messages.
var emojis = map[string]string{
	"+1": "👍", "-1": "👎", "alarm_clock": "⏰", "arrow_down": "⬇️", "arrow_left": "⬅️", "arrow_right": "➡️", "arrow_up": "⬆️", "bell": "🔔",
	"bookmark": "🔖", "bulb": "💡", "busts_in_silhouette": "👥", "calendar": "📆", "chart_with_upwards_trend": "📈", "clock8": "🕗", "clipboard": "📋",
	"construction": "🚧", "earth_africa": "🌍", "eyes": "👀", "fire": "🔥", "gear": "⚙️", "globe_with_meridians": "🌐", "hand": "✋", "heart": "❤️",
	"hourglass": "⌛", "information_source": "ℹ️", "key": "🔑", "link": "🔗", "lock": "🔒", "mag": "🔍", "mega": "📣", "memo": "📝", "mute": "🔇",
	"new": "🆕", "newspaper": "📰", "no_bell": "🔕", "no_entry": "⛔", "office": "🏢", "pencil2": "✏️", "pushpin": "📌", "question": "❓",
	"robot_face": "🤖", "rocket": "🚀", "rolled_up_newspaper": "🗞️", "round_pushpin": "📍", "smile": "😄", "sparkles": "✨", "star": "⭐",
	"sunny": "☀️", "tada": "🎉", "thread": "🧵", "thumbsup": "👍", "wave": "👋", "warning": "⚠️", "wastebasket": "🗑️", "white_check_mark": "✅",
	"world_map": "🗺️", "x": "❌", "zap": "⚡",
}

// emoji returns the sign of a name, else the name between colons. Code points as
// rich text has them ("1f600-fe0f") win over the name.
func emoji(name, points string) string {
	var b strings.Builder
	for p := range strings.SplitSeq(points, "-") {
		n, err := strconv.ParseUint(p, 16, 21)
		if err != nil || !utf8.ValidRune(rune(n)) || n < ' ' {
			return cmp.Or(emojis[name], ":"+name+":")
		}
		b.WriteRune(rune(n))
	}
	return b.String()
}

var emojiName = regexp.MustCompile(`:[a-z0-9_+-]+:`)

// withEmoji replaces the names in a text.
func withEmoji(s string) string {
	return emojiName.ReplaceAllStringFunc(s, func(name string) string { return emoji(strings.Trim(name, ":"), "") })
}
