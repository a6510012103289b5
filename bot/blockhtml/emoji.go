package blockhtml

import (
	"cmp"
	"regexp"
	"strings"
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

var emojiName = regexp.MustCompile(`:[a-z0-9_+-]+:`)

// withEmoji replaces the names between colons in a text, as far as they are known.
func withEmoji(s string) string {
	return emojiName.ReplaceAllStringFunc(s, func(name string) string { return cmp.Or(emojis[strings.Trim(name, ":")], name) })
}
