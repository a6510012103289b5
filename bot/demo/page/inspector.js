// Shows the JSON of a message or view.
import { h } from "./dom.js";

const builder = "https://app.slack.com/block-kit-builder#";

// inspector returns the nodes that show a payload, with a button that copies it.
export function inspector(payload, tell) {
  const text = JSON.stringify(payload, null, 2);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      tell("Copied. Paste it into the Block Kit Builder.");
    } catch {
      tell("The browser does not let the page copy; mark the text instead.");
    }
  }
  return [
    h("div", { class: "inspect-actions" },
      h("button", { type: "button", class: "button primary", id: "copy", onclick: copy }, "Copy JSON"),
      h("a", { href: builder + encodeURIComponent(JSON.stringify(payload)), target: "_blank", rel: "noopener noreferrer" }, "Open in Slack's Block Kit Builder")),
    h("pre", { class: "json" }, text),
  ];
}

// payloadOf is what the Block Kit Builder takes.
export function payloadOf(m) {
  return m.blocks?.length ? { blocks: m.blocks } : { blocks: [{ type: "section", text: { type: "mrkdwn", text: m.text } }] };
}
