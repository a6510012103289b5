// The dialog that asks before an element is used
// (https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object).
import { h } from "./dom.js";
import { textOf } from "./blocks.js";

// ask resolves to whether the person agrees.
export function ask(confirm, place) {
  const dialog = document.getElementById("confirm");
  return new Promise((resolve) => {
    const end = (agreed) => () => {
      resolve(agreed);
      dialog.close();
    };
    dialog.oncancel = () => resolve(false);
    dialog.replaceChildren(
      h("h2", { id: "confirm-title" }, textOf(confirm.title, place)),
      h("p", null, textOf(confirm.text, place)),
      h("div", { class: "foot" },
        h("button", { type: "button", class: "button", onclick: end(false) }, textOf(confirm.deny, place)),
        h("button", { type: "button", class: `button ${confirm.style === "danger" ? "danger" : "primary"}`, onclick: end(true) }, textOf(confirm.confirm, place))));
    dialog.showModal();
  });
}
