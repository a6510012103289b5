// Draws Block Kit (https://docs.slack.dev/reference/block-kit/blocks).
import { h, link } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { mrkdwn } from "./mrkdwn.js";
import { richText, unknown } from "./richtext.js";
import { element } from "./elements.js";

// draw returns the nodes of blocks. The place gives names and the time
// (mrkdwn.js), and says what use(element, choice) does.
export function draw(blocks, place) {
  return (blocks ?? []).map((block, i) => one(block, { ...place, blockID: block.block_id ?? `b${i}` }));
}

// textOf returns the nodes of a text object.
export function textOf(object, place) {
  if (!object) return [];
  if (object.type === "mrkdwn") return mrkdwn(object.text ?? "", place);
  return [object.emoji === false ? object.text ?? "" : withEmoji(object.text ?? "")];
}

function one(block, place) {
  switch (block.type) {
    case "header":
      return h("h3", { class: "block-header" }, textOf(block.text, place));
    case "section":
      return section(block, place);
    case "context":
      return h("div", { class: "block-context" }, (block.elements ?? []).map((e) =>
        e.type === "image" ? picture(e, "small") : h("span", null, textOf(e, place))));
    case "divider":
      return h("hr");
    case "actions":
      return h("div", { class: "block-actions" }, (block.elements ?? []).map((e) => element(e, place)));
    case "rich_text":
      return h("div", { class: "block-rich" }, richText(block, place));
    case "image":
      return h("figure", { class: "block-image" }, block.title && h("figcaption", null, textOf(block.title, place)), picture(block));
    case "input":
      return input(block, place);
    case "table":
      return table(block, place);
  }
  return h("p", null, unknown(block));
}

function section(block, place) {
  const fields = block.fields?.length && h("div", { class: "fields" }, block.fields.map((f) => h("div", null, textOf(f, place))));
  const words = h("div", { class: "words" }, block.text && h("div", null, textOf(block.text, place)), fields);
  const beside = block.accessory && h("div", { class: "accessory" },
    block.accessory.type === "image" ? picture(block.accessory) : element(block.accessory, place));
  return h("div", { class: "block-section" }, words, beside);
}

// picture stands for an image: the page asks no other host for anything.
function picture(e, size) {
  const label = e.alt_text || "image";
  if (size) return h("span", { class: "picture small", role: "img", "aria-label": label, title: label }, "▣");
  return h("span", { class: "picture" }, link(e.image_url, `▣ ${label}`));
}

function input(block, place) {
  const id = `${place.prefix ?? ""}${place.blockID}`;
  const choices = ["radio_buttons", "checkboxes", "multi_static_select"].includes(block.element?.type);
  const label = [textOf(block.label, place), block.optional && h("span", { class: "optional" }, " (optional)")];
  const hint = block.hint && h("p", { class: "hint", id: `${id}-hint` }, textOf(block.hint, place));
  const control = element(block.element ?? {}, { ...place, id, required: !block.optional, described: hint ? `${id}-hint ${id}-wrong` : `${id}-wrong` });
  const wrong = h("p", { class: "wrong", id: `${id}-wrong`, "data-block": place.blockID });
  if (choices) return h("fieldset", { class: "block-input" }, h("legend", null, label), control, hint, wrong);
  return h("div", { class: "block-input" }, h("label", { for: id }, label), control, hint, wrong);
}

function table(block, place) {
  const cell = (c, tag) => h(tag, null, c.type === "rich_text" ? richText(c, place) : c.text ?? "");
  const rows = (block.rows ?? []).map((row, i) => h("tr", null, row.map((c) => cell(c, i ? "td" : "th"))));
  return h("div", { class: "block-table", tabindex: "0", role: "region", "aria-label": "Table" }, h("table", null, h("tbody", null, rows)));
}
