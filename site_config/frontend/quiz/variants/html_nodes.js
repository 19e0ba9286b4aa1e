/**
 * @typedef {string | [string, Record<string, string>, number[]]} PackedNode A text, or tag,
 *   attributes and children.
 */

/**
 * The element at an index, with all below it. Text only ever enters as text.
 *
 * @param {PackedNode[]} nodes
 * @param {number} index
 * @returns {Node}
 */
export function buildNode(nodes, index) {
  const node = nodes[index];
  if (typeof node === "string") return document.createTextNode(node);
  const [tag, attributes, children] = node;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map((child) => buildNode(nodes, child)));
  return element;
}
