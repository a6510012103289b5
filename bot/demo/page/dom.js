// Makes elements. Text becomes text nodes; what the program has drawn is the only
// HTML.

// h returns an element with properties and children. Properties are set as
// attributes, but "on…" as listeners; those that are false or undefined are
// left out. Children may be nodes, text, nothing, or lists of these.
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((c) => c !== undefined && c !== null && c !== false && c !== ""));
  return element;
}

const policy = window.trustedTypes?.createPolicy("blocks", { createHTML: (html) => html });

// drawn fills an element with HTML of the program (package blockhtml).
export function drawn(element, html) {
  element.innerHTML = policy ? policy.createHTML(html) : html;
  return element;
}

// arrange makes nodes the children of a parent and leaves alone those that are
// there already, so that focus and scrolling stay.
export function arrange(parent, nodes) {
  nodes.forEach((node, i) => {
    if (parent.children[i] !== node) parent.insertBefore(node, parent.children[i] ?? null);
  });
  while (parent.children.length > nodes.length) parent.lastElementChild.remove();
}
