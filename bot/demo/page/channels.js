// The list of conversations.
import { arrange, h } from "./dom.js";
import { $, HOME, act, here, keep, session, title } from "./session.js";
import { shut } from "./aside.js";

const read = new Map(); // the newest ts that the person has seen, by user and channel

const seenKey = (c) => `${session.user} ${c.id}`;

// go opens a conversation, or the Home of the bot.
export function go(channel) {
  session.channel = channel;
  shut();
  if (channel === HOME) act("home", { user: session.user });
  session.render();
  $("scroll").scrollTop = channel === HOME || !here().messages.length ? 0 : $("scroll").scrollHeight;
  if (channel !== HOME) $("text").focus({ preventScroll: true });
}

// renderChannels draws the list, with how much is new in each.
export function renderChannels() {
  const entries = session.state.channels.map((c) => {
    if (c.id === session.channel) read.set(seenKey(c), c.messages.at(-1)?.ts ?? "");
    const fresh = c.messages.filter((m) => !m.thread && m.ts > (read.get(seenKey(c)) ?? "")).length;
    return [c.id, title(c), fresh];
  });
  entries.push([HOME, "newsbot Home", 0]);
  const nodes = entries.map(([id, name, fresh]) => {
    const json = JSON.stringify([id, name, fresh, id === session.channel]);
    return keep(`nav ${id}`, json, () => h("li", null, h("button", { type: "button", class: fresh ? "fresh" : "", "data-channel": id,
      "aria-current": id === session.channel ? "page" : undefined, onclick: () => go(id) },
    name, fresh > 0 && h("span", { class: "count" }, String(fresh), h("span", { class: "hidden" }, " new")))));
  });
  const focused = document.activeElement?.dataset?.channel;
  arrange($("channels"), nodes);
  if (focused && document.activeElement === document.body) $("channels").querySelector(`[data-channel="${focused}"]`)?.focus();
}
