// Makes elements. Text becomes text nodes, never HTML.

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

// safeAddress returns an address that may be linked, else undefined.
export function safeAddress(address) {
  try {
    const url = new URL(address);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
  } catch {
    return undefined;
  }
}

// link returns a link to an address, or its content alone where the address may
// not be linked.
export function link(address, ...content) {
  const href = safeAddress(address);
  if (!href) return h("span", null, content);
  return h("a", { href, target: "_blank", rel: "noopener noreferrer" }, content);
}

// arrange makes nodes the children of a parent and leaves alone those that are
// there already, so that focus and scrolling stay.
export function arrange(parent, nodes) {
  nodes.forEach((node, i) => {
    if (parent.children[i] !== node) parent.insertBefore(node, parent.children[i] ?? null);
  });
  while (parent.children.length > nodes.length) parent.lastElementChild.remove();
}
