// The clock of the workspace, and the digests that are due by it.
import { $, act, now, session } from "./session.js";
import { go } from "./channels.js";

const short = new Intl.DateTimeFormat("en-US", { weekday: "short", month: "short", day: "numeric", hour: "numeric", minute: "2-digit" });
const shorter = new Intl.DateTimeFormat("en-US", { weekday: "short", hour: "numeric", minute: "2-digit" });

// renderClock draws it.
export function renderClock() {
  const time = now();
  $("time").textContent = short.format(time);
  $("time").dateTime = time.toISOString();
  $("next").textContent = `Next: ${shorter.format(new Date(session.state.next))}`;
  $("next").title = "Moves the clock there and posts the digest that is due";
}

// busy keeps the buttons of the clock from being used twice.
async function busy(button, work) {
  for (const b of [$("post"), $("next")]) b.disabled = true;
  try {
    await work();
  } finally {
    for (const b of [$("post"), $("next")]) b.disabled = false;
    button.focus();
  }
}

const news = () => session.state.channels.find((c) => c.name === "news");

async function post() {
  if (session.channel !== news().id) go(news().id);
  await act("digest", { user: session.user });
}

$("post").onclick = () => busy($("post"), post);
$("next").onclick = () => busy($("next"), async () => {
  if (session.channel !== news().id) go(news().id);
  await act("clock", { to: session.state.next });
});
$("move").onsubmit = async (event) => {
  event.preventDefault();
  if (await act("clock", { to: new Date($("to").value).getTime() })) $("move").hidePopover();
};
