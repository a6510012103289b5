// What stands beside the conversation: a thread, or the JSON of a message.
import { arrange, h } from "./dom.js";
import { composer } from "./composer.js";
import { inspector, payloadOf } from "./inspector.js";
import { $, HOME, here, keep, say, session, toast } from "./session.js";
import { nodesOf } from "./conversation.js";

let opener; // what the person used to open it

// open shows the thread of a message ("thread") or its JSON ("json").
export function open(kind, ts) {
  opener = document.activeElement;
  Object.assign(session, { aside: kind, ts });
  session.render();
  $("aside-close").focus();
}

// shut takes it away.
export function shut() {
  if (!session.aside) return;
  Object.assign(session, { aside: "", ts: "" });
  renderAside();
  if (opener?.isConnected) opener.focus();
}

// renderAside draws it.
export function renderAside() {
  const channel = here();
  const parent = channel?.messages.find((m) => m.ts === session.ts);
  const home = session.ts === HOME && session.state.home;
  if (!parent && !home) session.aside = "";
  const aside = $("aside");
  aside.hidden = !session.aside;
  document.body.classList.toggle("beside", Boolean(session.aside));
  if (!session.aside) return;
  $("aside-name").textContent = session.aside === "thread" ? "Thread" : "JSON";
  if (session.aside === "json") {
    const payload = home ? { type: "home", blocks: home.view.blocks } : payloadOf(parent);
    arrange($("aside-scroll"), [keep("json", JSON.stringify(payload), () => h("div", null, inspector(payload, toast)))]);
    arrange($("aside-compose"), []);
    return;
  }
  const thread = [parent, ...channel.messages.filter((m) => m.thread === session.ts)];
  const list = keep("thread", session.user + channel.id + session.ts, () => h("ol", { class: "messages", role: "list" }));
  arrange(list, nodesOf(channel, thread, true));
  arrange($("aside-scroll"), [list]);
  const ts = session.ts;
  arrange($("aside-compose"), [keep("reply", session.user + channel.id + ts, () => composer("reply", "Reply", [], (text) => say(text, ts)))]);
}

$("aside-close").onclick = shut;
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented && $("aside").contains(document.activeElement)) shut();
});
