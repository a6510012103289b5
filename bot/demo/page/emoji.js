// The emoji that have a name in Slack and are likely in an app's messages.
const names = {
  "+1": "👍", "-1": "👎", alarm_clock: "⏰", arrow_down: "⬇️", arrow_left: "⬅️", arrow_right: "➡️", arrow_up: "⬆️", bell: "🔔",
  bookmark: "🔖", bulb: "💡", busts_in_silhouette: "👥", calendar: "📆", chart_with_upwards_trend: "📈", clock8: "🕗", clipboard: "📋",
  construction: "🚧", earth_africa: "🌍", eyes: "👀", fire: "🔥", gear: "⚙️", globe_with_meridians: "🌐", hand: "✋", heart: "❤️",
  hourglass: "⌛", information_source: "ℹ️", key: "🔑", link: "🔗", lock: "🔒", mag: "🔍", mega: "📣", memo: "📝", mute: "🔇",
  new: "🆕", newspaper: "📰", no_bell: "🔕", no_entry: "⛔", office: "🏢", pencil2: "✏️", pushpin: "📌", question: "❓",
  robot_face: "🤖", rocket: "🚀", rolled_up_newspaper: "🗞️", round_pushpin: "📍", smile: "😄", sparkles: "✨", star: "⭐",
  sunny: "☀️", tada: "🎉", thread: "🧵", thumbsup: "👍", wave: "👋", warning: "⚠️", wastebasket: "🗑️", white_check_mark: "✅",
  world_map: "🗺️", x: "❌", zap: "⚡",
};

// emoji returns the sign of a name, else the name between colons. A code point
// list as in rich text ("1f600-fe0f") wins over the name.
export function emoji(name, unicode) {
  if (/^[0-9a-f]{2,6}(-[0-9a-f]{2,6})*$/i.test(unicode ?? "")) {
    const points = unicode.split("-").map((p) => parseInt(p, 16));
    if (points.every((p) => p <= 0x10ffff)) return String.fromCodePoint(...points);
  }
  return Object.hasOwn(names, name) ? names[name] : `:${name}:`;
}

// withEmoji replaces the names in a text.
export function withEmoji(text) {
  return text.replace(/:([a-z0-9_+-]+):/g, (all, name) => emoji(name));
}
