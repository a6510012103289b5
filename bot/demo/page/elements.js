// Draws the elements that a person uses
// (https://docs.slack.dev/reference/block-kit/block-elements). In a message a
// choice is told at once, in an input block when the modal is sent: there each
// control has data-action and its value in the form of package slackfake.
import { h, safeAddress } from "./dom.js";
import { textOf } from "./blocks.js";
import { ask } from "./confirm.js";

// element returns the node of an element.
export function element(e, place) {
  switch (e.type) {
    case "button":
      return button(e, place);
    case "overflow":
      return overflow(e, place);
    case "static_select":
      return select(e, place, options(e));
    case "multi_static_select":
      return h("div", { class: "choices" }, choices(e, place, "checkbox"));
    case "checkboxes":
      return h("div", { class: "choices" }, choices(e, place, "checkbox"));
    case "radio_buttons":
      return h("div", { class: "choices", role: "radiogroup" }, choices(e, place, "radio"));
    case "channels_select":
    case "conversations_select":
      return select(e, place, place.channels().map((c) => [c.id, "#" + c.name]));
    case "users_select":
      return select(e, place, place.users().map((u) => [u.id, u.name]));
    case "datepicker":
      return field(e, place, "date", e.initial_date);
    case "timepicker":
      return field(e, place, "time", e.initial_time);
    case "plain_text_input":
      return e.multiline ? area(e, place) : field(e, place, "text", e.initial_value);
  }
  return h("span", { class: "unknown" }, `[${e.type ?? "an element"} is not drawn here]`);
}

const plain = (object) => object?.text ?? "";

async function use(e, choice, place) {
  if (e.confirm && !(await ask(e.confirm, place))) return;
  place.use(e.action_id, choice);
}

function button(e, place) {
  const style = e.style === "primary" || e.style === "danger" ? ` ${e.style}` : "";
  const href = safeAddress(e.url);
  const properties = { class: `button${style}`, "data-action-id": e.action_id, "aria-label": e.accessibility_label };
  const click = () => use(e, "", place);
  if (href) return h("a", { ...properties, href, target: "_blank", rel: "noopener noreferrer", onclick: click }, textOf(e.text, place));
  return h("button", { ...properties, type: "button", onclick: click }, textOf(e.text, place));
}

// options lists the values of a menu with their labels; groups come one after
// the other.
function options(e) {
  const groups = e.option_groups?.flatMap((g) => g.options) ?? [];
  return [...(e.options ?? []), ...groups].map((o) => [o.value, plain(o.text)]);
}

function select(e, place, list) {
  const initial = e.initial_option?.value ?? e.initial_channel ?? e.initial_conversation ?? e.initial_user ?? "";
  const label = plain(e.placeholder) || "Choose";
  const node = h("select", control(e, place, { "aria-label": place.id ? undefined : label }),
    h("option", { value: "" }, label), list.map(([value, text]) => h("option", { value, selected: value === initial }, text)));
  if (!place.id) {
    node.addEventListener("change", () => {
      if (node.value) use(e, node.value, place);
      node.value = initial;
    });
  }
  return node;
}

// control returns the properties of what stands in an input block.
function control(e, place, more) {
  return { class: "control", id: place.id, "data-action": e.action_id, "data-action-id": e.action_id,
    "aria-describedby": place.described, "aria-required": place.id && place.required ? "true" : undefined, ...more };
}

function field(e, place, type, value) {
  const node = h("input", control(e, place, { type, value, maxlength: e.max_length, minlength: e.min_length,
    placeholder: plain(e.placeholder), "aria-label": place.id ? undefined : plain(e.placeholder) || type }));
  if (!place.id) node.addEventListener("change", () => use(e, node.value, place));
  return node;
}

function area(e, place) {
  return h("textarea", control(e, place, { rows: 4, maxlength: e.max_length, placeholder: plain(e.placeholder) }), e.initial_value);
}

function choices(e, place, type) {
  const initial = [...(e.initial_options ?? []), e.initial_option].filter(Boolean).map((o) => o.value);
  const name = `${place.prefix ?? ""}${place.blockID}-${e.action_id}`;
  const boxes = [];
  const chosen = () => boxes.filter((b) => b.checked).map((b) => b.value).join(",");
  return (e.options ?? []).map((o) => {
    const box = h("input", { type, name, value: o.value, checked: initial.includes(o.value), "data-action": e.action_id,
      onchange: () => place.id || use(e, chosen(), place) });
    boxes.push(box);
    return h("label", null, box, " ", textOf(o.text, place), o.description && h("small", null, " ", textOf(o.description, place)));
  });
}

// overflow is a button with a menu
// (https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/).
function overflow(e, place) {
  const items = options(e).map(([value, text]) =>
    h("button", { type: "button", role: "menuitem", tabindex: "-1", onclick: () => pick(value) }, text));
  const menu = h("div", { role: "menu", class: "menu", hidden: true, onkeydown: move }, items);
  const opener = h("button", { type: "button", class: "button", "aria-label": "More actions", "aria-haspopup": "menu",
    "aria-expanded": "false", "data-action-id": e.action_id, onclick: () => show(menu.hidden) }, "⋯");
  const box = h("span", { class: "overflow", onfocusout: (event) => box.contains(event.relatedTarget) || show(false) }, opener, menu);
  function show(open) {
    menu.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    if (open) items[0]?.focus();
  }
  function pick(value) {
    show(false);
    opener.focus();
    use(e, value, place);
  }
  function move(event) {
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Escape") {
      show(false);
      opener.focus();
    } else if (to !== undefined) items.at(to % items.length).focus();
    else return;
    event.preventDefault();
  }
  return box;
}

// inputsOf returns what stands in the controls of a form, by action_id.
export function inputsOf(form) {
  const out = {};
  for (const c of form.querySelectorAll("[data-action]")) {
    const id = c.dataset.action;
    if (c.type !== "checkbox" && c.type !== "radio") out[id] = c.value;
    else out[id] = [out[id], c.checked && c.value].filter(Boolean).join(",");
  }
  return out;
}
