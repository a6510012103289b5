// What the parts of the page share: what the person sees and where they are, and
// doing something.
import { send } from "./api.js";

export const $ = (id) => document.getElementById(id);
export const HOME = "home"; // in the place of a channel's ID

export const session = {
  state: undefined, // as state.go has it
  ahead: 0, // milliseconds of the workspace's clock before the browser's
  user: "", // who the person is
  channel: "", // where they are
  aside: "", // what stands beside: "", "thread" or "json"
  ts: "", // of the message that it is about
  waiting: 0, // since when they wait for an answer
  refresh: undefined, // loads what they see and draws it
  render: undefined, // draws it
};

export const here = () => session.state.channels.find((c) => c.id === session.channel);
export const title = (c) => (c.direct ? "newsbot" : "#" + c.name);
export const now = () => new Date(Date.now() + session.ahead);
export const nameOf = (id) => (id === session.state.bot ? "newsbot" : session.state.users.find((u) => u.id === id)?.name ?? id);

// clicks returns what the use of an element does that stands somewhere.
export const clicks = (where) => (action, choice) => act("click", { user: session.user, ...where, action, choice });

// act tells the program and shows what went wrong. It resolves to the result,
// undefined after an error.
export async function act(path, what) {
  if (path !== "clock") session.waiting = Date.now();
  try {
    const result = await send(path, what);
    await session.refresh();
    return result;
  } catch (error) {
    toast(error.message);
    return undefined;
  }
}

// say sends a message or a command.
export const say = (text, thread = "") => act("say", { user: session.user, channel: session.channel, text, thread });

let hiding;

// toast shows a sentence for a while.
export function toast(text) {
  const box = $("toast");
  box.textContent = text;
  if (!box.matches(":popover-open")) box.showPopover();
  clearTimeout(hiding);
  hiding = setTimeout(() => box.hidePopover(), 6000);
}

const drawn = new Map(); // by key: nodes with what they show

// keep returns the node of a key, drawn anew where what it shows has changed.
export function keep(key, json, make) {
  const old = drawn.get(key);
  if (old?.json === json) return old.node;
  const node = make();
  if (old?.node.contains(document.activeElement)) queueMicrotask(() => node.isConnected && node.focus());
  drawn.set(key, { json, node });
  return node;
}
