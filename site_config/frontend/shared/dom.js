import { interfaceLanguage } from "./strings/language.js";

/**
 * A new element. Text only ever enters as text.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {{className?: string, textContent?: string, hidden?: boolean, tabIndex?: number, id?: string}} [props]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  Object.assign(node, props);
  node.append(...children);
  return node;
}

/**
 * @param {string} text
 * @param {() => void} act
 * @param {string} [className]
 */
export function makeButton(text, act, className = "") {
  const button = make("button", { className: `rc-button ${className}`.trim(), textContent: text });
  button.type = "button";
  if (interfaceLanguage()) button.lang = interfaceLanguage();
  button.addEventListener("click", act);
  return button;
}

/**
 * A sentence with elements in it: "{name}" in the template gives way to the node of that name.
 *
 * @param {string} template
 * @param {Record<string, Node>} nodes
 * @returns {(Node | string)[]}
 */
export function phrase(template, nodes) {
  return template.split(/\{(\w+)\}/).map((part, index) => (index % 2 ? nodes[part] ?? part : part));
}

const MAX_WAIT_MS = 200; // milliseconds

/**
 * Does what can wait once the screen shows what cannot: an answer's verdict comes before the tally of all answers.
 * A page that is no longer shown paints nothing; there it is done all the same.
 *
 * @param {() => void} task
 */
export function afterPaint(task) {
  if (!globalThis.requestAnimationFrame) return task();
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    task();
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, MAX_WAIT_MS);
}
