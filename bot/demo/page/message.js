// Draws one message.
import { h } from "./dom.js";
import { draw } from "./blocks.js";
import { mrkdwn } from "./mrkdwn.js";
import { day, fullTime, timeOf } from "./dates.js";

// messageNode returns the list item of a message. With replies it shows how
// many there are. The actions: thread(m), inspect(m).
export function messageNode(m, replies, place, actions) {
  const author = place.user(m.author) ?? m.author;
  const bot = m.author === place.bot;
  const at = new Date(Number(m.ts) * 1000);
  const when = [day(at, place.now()), timeOf(at)].filter(Boolean).join(" at ");
  const head = h("div", { class: "head" },
    h("span", { class: "author" }, author), bot && h("span", { class: "badge" }, "APP"),
    h("time", { datetime: at.toISOString(), title: fullTime(at) }, when));
  const content = m.blocks?.length ? draw(m.blocks, place) : h("p", null, mrkdwn(m.text, place));
  const tools = h("div", { class: "tools" },
    actions.thread && !m.private && !m.thread && h("button", { type: "button", class: "tool", "data-tool": "reply", onclick: () => actions.thread(m) }, "Reply in thread"),
    bot && h("button", { type: "button", class: "tool", "data-tool": "json", onclick: () => actions.inspect(m) }, "JSON"));
  const count = replies > 0 && h("button", { type: "button", class: "replies", onclick: () => actions.thread(m) },
    `${replies} ${replies === 1 ? "reply" : "replies"}`);
  return h("li", { class: `message${m.private ? " private" : ""}`, "data-ts": m.ts, tabindex: "-1" },
    h("span", { class: `avatar ${bot ? "bot" : "a" + (author.charCodeAt(0) % 3)}`, "aria-hidden": "true" }, bot ? "N" : author[0]),
    h("div", { class: "body" },
      m.private && h("p", { class: "only" }, "Only visible to you"), head, h("div", { class: "blocks" }, content), count, tools));
}

// gist is a message in one line, for a screen reader.
export function gist(m, place) {
  return `${place.user(m.author) ?? m.author}: ${m.text.split("\n").slice(0, 3).join(", ").slice(0, 200)}`;
}
