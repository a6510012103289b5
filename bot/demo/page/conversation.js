// The conversation in which the person is, or the Home of the bot.
import { arrange, drawn, h } from "./dom.js";
import { composer, literal, runs } from "./composer.js";
import { messageNode } from "./message.js";
import { $, HOME, clicks, here, keep, say, session, title } from "./session.js";
import { wire } from "./use.js";
import { open } from "./aside.js";

// nodesOf returns the nodes of messages, those that stand unchanged included.
export function nodesOf(channel, messages, threaded) {
  const actions = { thread: threaded ? undefined : (m) => open("thread", m.ts), inspect: (m) => open("json", m.ts) };
  return messages.map((m) => {
    const replies = threaded ? 0 : channel.messages.filter((r) => r.thread === m.ts).length;
    return keep(`${session.user} ${channel.id} ${m.ts} ${threaded}`, JSON.stringify([m, replies]), () =>
      messageNode(m, replies, { ...actions, use: clicks({ place: "message", channel: channel.id, ts: m.ts }) }));
  });
}

// renderMain draws it.
export function renderMain() {
  const channel = here();
  $("name").textContent = channel ? title(channel) : "newsbot Home";
  if (!channel) {
    renderHome();
    return;
  }
  const scroll = $("scroll");
  const low = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 60 || Date.now() - session.waiting < 5000;
  const before = $("messages").lastElementChild;
  const nodes = nodesOf(channel, channel.messages.filter((m) => !m.thread), false);
  arrange($("messages"), nodes);
  const intro = keep("intro", session.user + channel.id + nodes.length, () => introduction(channel, nodes.length > 0));
  arrange($("intro"), [intro]);
  if (low && nodes.length && nodes.at(-1) !== before) follow(scroll, nodes.at(-1));
  const write = keep("composer", session.user + channel.id, () => composer("text", `Message ${title(channel)}, or /news`, session.state.usages, say));
  arrange($("compose"), [write]);
}

// follow scrolls to a message that has come: to its beginning where it is long.
function follow(scroll, node) {
  if (node.offsetHeight > scroll.clientHeight) scroll.scrollTop = node.offsetTop - scroll.offsetTop - 8;
  else scroll.scrollTop = scroll.scrollHeight;
}

function renderHome() {
  const home = session.state.home;
  const node = keep("home", session.user + (home?.html ?? ""), () => h("li", { class: "home", tabindex: "-1" },
    home ? wire(drawn(h("div", { class: "blocks" }), home.html), clicks({ place: "home" })) : h("p", null, "newsbot is preparing your Home …"),
    home && h("div", { class: "tools" }, h("button", { type: "button", class: "tool", onclick: () => open("json", HOME) }, "JSON"))));
  arrange($("messages"), [node]);
  arrange($("intro"), []);
  arrange($("compose"), []);
}

// introduction tells what can be done in a channel, at length in an empty one.
function introduction(channel, used) {
  if (used) return h("div");
  const ask = (u) => {
    const text = literal(u.usage);
    if (runs(u.usage)) say(text.trim());
    else {
      $("text").value = text;
      $("text").focus();
    }
  };
  return h("div", null,
    h("p", null, channel.direct ? "Ask newsbot here, as in “help”, “about Esbjerg” or with /news." : `This is ${title(channel)} of a workspace on this machine. Type a command or choose one; only you see the answer.`),
    !channel.direct && !channel.member && h("p", null, "newsbot is not in this channel, but can be asked here."),
    h("ul", { class: "suggestions", role: "list" }, session.state.usages.map((u) => h("li", null,
      h("button", { type: "button", class: "suggestion", onclick: () => ask(u) }, h("code", null, u.usage)), " ", h("span", null, u.summary)))));
}
