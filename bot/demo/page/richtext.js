// Draws rich_text blocks.
import { h, link } from "./dom.js";
import { emoji } from "./emoji.js";
import { dateText } from "./dates.js";
import { mention } from "./mrkdwn.js";

// richText returns the nodes of a rich_text block. Lists that follow each other
// and indent deeper are of one list.
export function richText(block, place) {
  return (block.elements ?? []).map((part) => draw(part, place));
}

function draw(part, place) {
  const inside = () => (part.elements ?? []).map((e) => inline(e, place));
  switch (part.type) {
    case "rich_text_section":
      return h("div", { class: "line" }, inside());
    case "rich_text_quote":
      return h("blockquote", null, inside());
    case "rich_text_preformatted":
      return h("pre", null, inside());
    case "rich_text_list":
      return list(part, place);
  }
  return unknown(part);
}

function list(part, place) {
  const ordered = part.style === "ordered";
  const items = (part.elements ?? []).map((item) => h("li", null, (item.elements ?? []).map((e) => inline(e, place))));
  const depth = Math.min(Number(part.indent) || 0, 8);
  return h(ordered ? "ol" : "ul", { class: `indent-${depth}${part.border ? " border" : ""}`, start: ordered && (part.offset ?? 0) + 1 }, items);
}

const styles = { code: "code", strike: "s", italic: "em", bold: "strong" };

function inline(e, place) {
  let node = leaf(e, place);
  for (const [style, tag] of Object.entries(styles)) if (e.style?.[style]) node = h(tag, null, node);
  return node;
}

function leaf(e, place) {
  switch (e.type) {
    case "text":
      return breaks(e.text ?? "");
    case "link":
      return link(e.url, e.text || e.url);
    case "emoji":
      return emoji(e.name, e.unicode);
    case "user":
      return mention("@" + (place.user(e.user_id) ?? e.user_id));
    case "channel":
      return mention("#" + (place.channel(e.channel_id) ?? e.channel_id));
    case "usergroup":
      return mention("@" + e.usergroup_id);
    case "broadcast":
      return mention("@" + e.range);
    case "color":
      return h("code", null, e.value);
    case "date":
      return h("time", { title: e.fallback }, dateText(e.timestamp, e.format ?? "", place.now()));
  }
  return unknown(e);
}

function breaks(text) {
  return h("span", null, text.split("\n").flatMap((line, i) => (i ? [h("br"), line] : [line])));
}

// unknown says what the page cannot draw, so that nothing is left out in silence.
export function unknown(thing) {
  return h("span", { class: "unknown" }, `[${thing?.type ?? "something"} is not drawn here]`);
}
