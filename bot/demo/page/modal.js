// Shows the topmost modal.
import { drawn, h } from "./dom.js";
import { inputsOf, putBack, wire } from "./use.js";

const dialog = document.getElementById("modal");
let shown = null; // the view

// showModal shows a view, or none. The actions: use(action, choice), close(), and
// submit(inputs).
export function showModal(view, actions) {
  if (view?.id === shown?.id && view?.hash === shown?.hash) return;
  const changed = view?.id === shown?.id;
  shown = view;
  if (!view) {
    dialog.close();
    return;
  }
  const kept = changed ? inputsOf(dialog) : {}; // another window begins with its own
  dialog.replaceChildren(form(view, actions));
  putBack(dialog, kept);
  dialog.oncancel = (event) => {
    event.preventDefault();
    actions.close();
  };
  if (!dialog.open) dialog.showModal();
}

function form({ view, html }, actions) {
  const title = h("h2", { id: "modal-title" }, view.title.text);
  const blocks = h("div", { class: "blocks modal-blocks", tabindex: "0", role: "region", "aria-labelledby": "modal-title" });
  const content = wire(drawn(blocks, html), actions.use);
  const foot = h("div", { class: "foot" },
    h("button", { type: "button", class: "button", autofocus: !view.submit, onclick: () => actions.close() }, view.close?.text ?? "Cancel"),
    view.submit && h("button", { class: "button primary" }, view.submit.text));
  content.querySelector(".control")?.setAttribute("autofocus", "");
  const node = h("form", { novalidate: true, onsubmit: submit }, title, content, foot);
  function submit(event) {
    event.preventDefault();
    const wrong = missing(node);
    for (const p of node.querySelectorAll(".wrong")) p.textContent = wrong[p.dataset.block] ?? "";
    const first = [...node.querySelectorAll(".wrong")].find((p) => p.textContent);
    if (first) first.parentElement.querySelector("input, select, textarea")?.focus();
    else actions.submit(inputsOf(node));
  }
  return node;
}

// missing says what must be filled in, by block ID.
function missing(node) {
  const out = {};
  for (const c of node.querySelectorAll("[aria-required]")) {
    if (!c.value.trim()) out[c.closest(".block-input").querySelector(".wrong").dataset.block] = "Please fill this in.";
  }
  return out;
}
