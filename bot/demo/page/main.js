// The page: follows the workspace and draws what the person sees of it.
import { h } from "./dom.js";
import { listen, load } from "./api.js";
import { gist } from "./message.js";
import { showModal } from "./modal.js";
import { $, act, clicks, session, toast } from "./session.js";
import { renderChannels } from "./channels.js";
import { renderMain } from "./conversation.js";
import { renderAside, shut } from "./aside.js";
import { renderClock } from "./clock.js";

// render draws everything; what stands unchanged is left alone.
function render() {
  renderChannels();
  renderMain();
  renderAside();
  renderClock();
  showModal(session.state.modal, {
    use: clicks({ place: "modal" }),
    close: () => act("close", { user: session.user }),
    submit: (inputs) => act("submit", { user: session.user, inputs }),
  });
  $("ready").textContent = session.state.ready ? "connected" : "connecting";
}

$("skip").onclick = (event) => {
  event.preventDefault();
  setTimeout(() => ($("text") ?? $("scroll")).focus()); // after the key that was pressed, lest the field takes it
};

$("who").onchange = () => {
  session.user = $("who").value;
  session.channel = "";
  shut();
  refresh();
};

let newest = ""; // ts of the newest message that was announced

// announce tells a screen reader what has come.
function announce() {
  const all = session.state.channels.flatMap((c) => c.messages);
  const fresh = newest ? all.filter((m) => m.ts > newest && m.author !== session.user) : [];
  newest = all.reduce((ts, m) => (m.ts > ts ? m.ts : ts), newest || "0");
  if (fresh.length) $("live").textContent = fresh.map((m) => gist(m)).join(". ").slice(0, 500);
}

let loading;
let again = false; // something changed while it was loaded

// refresh loads what the person sees and draws it; one at a time.
function refresh() {
  if (loading) {
    again = true;
    return loading;
  }
  loading = (async () => {
    do {
      again = false;
      const next = await load(session.user);
      if (session.user && next.me !== session.user) {
        again = true;
        continue;
      }
      session.state = next;
      session.ahead = session.state.now - Date.now();
      session.user = session.state.me;
      session.channel ||= session.state.channels[0].id;
      if (!$("who").options.length) $("who").append(...session.state.users.map((u) => h("option", { value: u.id }, u.name)));
      announce();
      render();
    } while (again);
  })().finally(() => (loading = undefined));
  return loading;
}

listen(() => refresh().catch((error) => toast(error.message)), () => ($("ready").textContent = "not connected"));
setInterval(() => session.state && renderClock(), 1000);

Object.assign(session, { refresh, render });
