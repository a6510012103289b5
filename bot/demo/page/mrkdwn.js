// Reads Slack's mrkdwn
// (https://docs.slack.dev/messaging/formatting-message-text) into nodes.
import { h, link } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { dateText } from "./dates.js";

const unescaped = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

// pause is what may stand before an opening and behind a closing mark.
const pause = /[\s()[\]{}.,;:!?'"/–—-]|^$/;
const marks = { "*": "strong", _: "em", "~": "s" };

// mrkdwn returns the nodes of a text. The place tells who and where is meant:
// user(id), channel(id) give names, now() the time.
export function mrkdwn(text, place) {
  const out = [];
  for (const [i, part] of text.split("```").entries()) {
    const closed = i % 2 === 1 && i < text.split("```").length - 1;
    if (closed) out.push(h("pre", null, unescaped(part.replace(/^\n|\n$/g, ""))));
    else out.push(...quoted(i % 2 ? "```" + part : part, place));
  }
  return out;
}

// quoted puts lines that begin with a quote mark into a quotation.
function quoted(text, place) {
  const out = [];
  let quote = [];
  const close = () => {
    if (quote.length) out.push(h("blockquote", null, lines(quote, place)));
    quote = [];
  };
  const plain = [];
  const open = () => {
    if (plain.length) out.push(...lines(plain.splice(0), place));
  };
  for (const line of text.split("\n")) {
    if (/^&gt; ?/.test(line)) {
      open();
      quote.push(line.replace(/^&gt; ?/, ""));
    } else {
      close();
      plain.push(line);
    }
  }
  close();
  open();
  return out;
}

function lines(list, place) {
  return list.flatMap((line, i) => (i ? [h("br"), ...spans(line, place)] : spans(line, place)));
}

// spans reads one line.
function spans(text, place) {
  const out = [];
  let plain = "";
  const flush = () => {
    if (plain) out.push(withEmoji(unescaped(plain)));
    plain = "";
  };
  for (let i = 0; i < text.length; ) {
    const found = code(text, i) ?? special(text, i, place) ?? styled(text, i, place);
    if (found) {
      flush();
      out.push(found.node);
      i = found.end;
    } else plain += text[i++];
  }
  flush();
  return out;
}

function code(text, start) {
  const end = text[start] === "`" ? text.indexOf("`", start + 1) : -1;
  return end > start + 1 ? { node: h("code", null, unescaped(text.slice(start + 1, end))), end: end + 1 } : undefined;
}

function styled(text, start, place) {
  const mark = text[start];
  if (!Object.hasOwn(marks, mark) || !pause.test(text[start - 1] ?? "")) return undefined;
  for (let end = text.indexOf(mark, start + 1); end >= 0; end = text.indexOf(mark, end + 1)) {
    const inside = text.slice(start + 1, end);
    if (inside && inside === inside.trim() && pause.test(text[end + 1] ?? "")) {
      return { node: h(marks[mark], null, spans(inside, place)), end: end + 1 };
    }
  }
  return undefined;
}

// special reads what stands between < and >.
function special(text, start, place) {
  const end = text[start] === "<" ? text.indexOf(">", start) : -1;
  if (end < 0) return undefined;
  const [what, ...rest] = text.slice(start + 1, end).split("|");
  const label = rest.length ? unescaped(rest.join("|")) : undefined;
  return { node: reference(what, label, place), end: end + 1 };
}

function reference(what, label, place) {
  if (what.startsWith("@")) return mention("@" + (place.user(what.slice(1)) ?? label ?? what.slice(1)));
  if (what.startsWith("#")) return mention("#" + (place.channel(what.slice(1)) ?? label ?? what.slice(1)));
  if (what.startsWith("!date^")) {
    const [, seconds, pattern, address] = what.split("^");
    const shown = /^\d{1,11}$/.test(seconds) ? dateText(Number(seconds), unescaped(pattern ?? ""), place.now()) : label;
    const node = h("time", { title: label }, shown);
    return address ? link(unescaped(address), node) : node;
  }
  if (what.startsWith("!")) return mention(label ?? "@" + what.slice(1).split("^")[0]);
  return link(unescaped(what), label ? withEmoji(label) : unescaped(what));
}

export function mention(text) {
  return h("span", { class: "mention" }, text);
}
