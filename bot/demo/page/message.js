// Draws one message.
import { drawn, h } from "./dom.js";
import { nameOf, session } from "./session.js";
import { wire } from "./use.js";

// messageNode returns the list item of a message. With replies it shows how
// many there are. The actions: use(action, choice), thread(m), inspect(m).
export function messageNode(m, replies, actions) {
  const author = nameOf(m.author);
  const bot = m.author === session.state.bot;
  const head = h("div", { class: "head" },
    h("span", { class: "author" }, author), bot && h("span", { class: "badge" }, "APP"),
    h("time", { datetime: new Date(Number(m.ts) * 1000).toISOString() }, m.when));
  const blocks = wire(drawn(h("div", { class: "blocks" }), m.html), actions.use);
  const tools = h("div", { class: "tools" },
    actions.thread && !m.private && !m.thread && h("button", { type: "button", class: "tool", "data-tool": "reply", onclick: () => actions.thread(m) }, "Reply in thread"),
    bot && h("button", { type: "button", class: "tool", "data-tool": "json", onclick: () => actions.inspect(m) }, "JSON"));
  const count = replies > 0 && h("button", { type: "button", class: "replies", onclick: () => actions.thread(m) },
    `${replies} ${replies === 1 ? "reply" : "replies"}`);
  return h("li", { class: `message${m.private ? " private" : ""}`, "data-ts": m.ts, tabindex: "-1" },
    h("span", { class: `avatar ${bot ? "bot" : "a" + (author.charCodeAt(0) % 3)}`, "aria-hidden": "true" }, bot ? "N" : author[0]),
    h("div", { class: "body" },
      m.private && h("p", { class: "only" }, "Only visible to you"), head, blocks, count, tools));
}

// gist is a message in one line, for a screen reader.
export function gist(m) {
  return `${nameOf(m.author)}: ${m.text.split("\n").slice(0, 3).join(", ").slice(0, 200)}`;
}
