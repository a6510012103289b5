// The dialog that asks before an element is used
// (https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object).
import { h } from "./dom.js";

// ask resolves to whether the person agrees.
export function ask({ title, text, yes, no, style }) {
  const dialog = document.getElementById("confirm");
  return new Promise((resolve) => {
    const end = (agreed) => () => {
      resolve(agreed);
      dialog.close();
    };
    dialog.oncancel = () => resolve(false);
    dialog.replaceChildren(
      h("h2", { id: "confirm-title" }, title),
      h("p", null, text),
      h("div", { class: "foot" },
        h("button", { type: "button", class: "button", onclick: end(false) }, no || "Cancel"),
        h("button", { type: "button", class: `button ${style === "danger" ? "danger" : "primary"}`, onclick: end(true) }, yes)));
    dialog.showModal();
  });
}
