// Wires up what a person uses in blocks that the program has drawn (package
// blockhtml): it tells action and choice as the elements are used, and asks first
// where an element says so.
import { ask } from "./confirm.js";

// wire lets the elements in a node do what tell(action, choice) does.
export function wire(node, tell) {
  const use = async (element, choice) => {
    const confirm = element.dataset.confirm;
    if (!confirm || (await ask(JSON.parse(confirm)))) tell(element.dataset.actionId, choice);
  };
  node.addEventListener("click", ({ target }) => {
    const element = target.closest("button[data-action-id], a[data-action-id]");
    if (element) use(element, "");
  });
  node.addEventListener("change", ({ target }) => {
    const element = target.closest("[data-action-id]");
    if (!element) return;
    if (element.matches(".choices")) use(element, chosen(element));
    else if (target.value) use(element, target.value);
    if (element.matches("select")) element.value = element.querySelector("[selected]")?.value ?? "";
  });
  for (const menu of node.querySelectorAll(".overflow")) overflow(menu, (choice) => use(menu, choice));
  return node;
}

// chosen returns the values of the boxes that are ticked.
function chosen(boxes) {
  return [...boxes.querySelectorAll("input:checked")].map((b) => b.value).join(",");
}

// inputsOf returns what stands in the controls of a form, by action_id.
export function inputsOf(form) {
  const out = {};
  for (const c of form.querySelectorAll("[data-action]")) out[c.dataset.action] = c.matches(".choices") ? chosen(c) : c.value;
  return out;
}

// putBack puts what stood in the controls of a form into those of another.
export function putBack(form, inputs) {
  for (const c of form.querySelectorAll("[data-action]")) {
    const value = inputs[c.dataset.action];
    if (value === undefined) continue;
    if (!c.matches(".choices")) c.value = value;
    else for (const box of c.querySelectorAll("input")) box.checked = value.split(",").includes(box.value);
  }
}

// overflow makes a button and its menu work
// (https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/).
function overflow(box, pick) {
  const [opener, menu] = box.children;
  const items = [...menu.children];
  const show = (open) => {
    menu.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    if (open) items[0]?.focus();
  };
  opener.onclick = () => show(menu.hidden);
  box.addEventListener("focusout", (event) => box.contains(event.relatedTarget) || show(false));
  for (const item of items) {
    item.onclick = () => {
      show(false);
      opener.focus();
      pick(item.dataset.value);
    };
  }
  menu.onkeydown = (event) => {
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Escape") {
      show(false);
      opener.focus();
    } else if (to !== undefined) items.at(to % items.length).focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
