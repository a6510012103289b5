// Times as Slack writes them in messages, counted from the workspace's clock.

const parts = {
  date_num: { year: "numeric", month: "2-digit", day: "2-digit" },
  date: { year: "numeric", month: "long", day: "numeric" },
  date_short: { year: "numeric", month: "short", day: "numeric" },
  date_long: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
  time_secs: { hour: "numeric", minute: "2-digit", second: "2-digit" },
};

function format(date, kind) {
  return new Intl.DateTimeFormat("en-US", parts[kind]).format(date);
}

// ago returns how long ago a time is, or in how long it comes.
export function ago(date, now) {
  const minutes = Math.round((date - now) / 60000);
  const relative = new Intl.RelativeTimeFormat("en-US", { numeric: "auto" });
  if (Math.abs(minutes) < 60) return relative.format(minutes, "minute");
  if (Math.abs(minutes) < 48 * 60) return relative.format(Math.round(minutes / 60), "hour");
  return relative.format(Math.round(minutes / 1440), "day");
}

// day returns "Today", "Yesterday", "Tomorrow" or undefined.
export function day(date, now) {
  const midnight = (d) => new Date(d.getFullYear(), d.getMonth(), d.getDate()).getTime();
  const days = Math.round((midnight(date) - midnight(now)) / 86400000);
  return { "-1": "Yesterday", 0: "Today", 1: "Tomorrow" }[days];
}

// dateText fills the tokens of a date format of Slack
// (https://docs.slack.dev/messaging/formatting-message-text#date-formatting).
export function dateText(seconds, pattern, now) {
  const date = new Date(seconds * 1000);
  return pattern.replace(/\{([a-z_]+)\}/g, (token, name, at) => {
    if (name === "ago") return ago(date, now);
    const kind = name.replace(/_pretty$/, "");
    if (!Object.hasOwn(parts, kind)) return token;
    const pretty = kind !== name && day(date, now);
    if (!pretty) return format(date, kind);
    return at === 0 ? pretty : pretty.toLowerCase();
  });
}

export const timeOf = (date) => format(date, "time");
export const fullTime = (date) => `${format(date, "date_long")} at ${format(date, "time")}`;
