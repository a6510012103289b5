// The field in which a person writes, with completion of commands
// (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
import { h } from "./dom.js";

// literal is the part of a usage that is typed as it is: "/news about " of
// "/news about NAME".
export function literal(usage) {
  const at = usage.search(/[A-Z[“"]/);
  return at < 0 ? usage : usage.slice(0, at);
}

// runs tells whether a command may be sent as its literal part.
export function runs(usage) {
  const rest = usage.slice(literal(usage).length);
  return rest === "" || rest.startsWith("[");
}

// composer returns a form with a field that completes the usages, none where
// there are none. It calls say(text), which may fail.
export function composer(id, label, usages, say) {
  const box = h("ul", { class: "completion", role: "listbox", id: `${id}-list`, "aria-label": "Commands", hidden: true });
  const field = h("textarea", { id, rows: 1, "aria-label": label, placeholder: label, autocomplete: "off", oninput: offer, onkeydown: press, onblur: shut });
  if (usages.length) {
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": box.id })) field.setAttribute(name, value);
  }
  let shown = [];
  let at = -1;

  function offer() {
    const text = field.value.toLowerCase();
    shown = text.startsWith("/") && !text.includes("\n") ? usages.filter((u) => literal(u.usage).startsWith(text) || (text.length > 5 && literal(u.usage).trim() === text.trim())) : [];
    box.replaceChildren(...shown.map((u, i) => h("li", { role: "option", id: `${id}-${i}`, "aria-selected": "false", onmousedown: (e) => { e.preventDefault(); take(i); } },
      h("code", null, u.usage), " ", h("span", null, u.summary))));
    box.hidden = !shown.length;
    field.setAttribute("aria-expanded", String(!box.hidden));
    mark(-1);
  }
  function mark(to) {
    at = to;
    [...box.children].forEach((o, i) => o.setAttribute("aria-selected", String(i === at)));
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", `${id}-${at}`);
      box.children[at].scrollIntoView({ block: "nearest" });
    }
  }
  function shut() {
    box.hidden = true;
    shown = [];
    if (usages.length) field.setAttribute("aria-expanded", "false");
    mark(-1);
  }
  function take(i) {
    field.value = literal(shown[i].usage);
    shut();
    field.focus();
  }
  function press(event) {
    const open = !box.hidden;
    if (open && event.key === "ArrowDown") mark((at + 1) % shown.length);
    else if (open && event.key === "ArrowUp") mark(at > 0 ? at - 1 : shown.length - 1);
    else if (open && event.key === "Escape") shut();
    else if (open && event.key === "Tab" && at >= 0) take(at);
    else if (open && event.key === "Enter" && at >= 0) take(at);
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit();
    else return;
    event.preventDefault();
  }
  async function submit() {
    const text = field.value.trim();
    if (!text) return;
    shut();
    field.value = "";
    if (!(await say(text)) && !field.value.trim()) field.value = text;
  }
  return h("form", { class: "composer", onsubmit: (e) => { e.preventDefault(); submit(); } }, box, field, h("button", { class: "button primary" }, "Send"));
}
