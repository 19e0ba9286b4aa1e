import { markLanguage } from "./strings/language.js";

/**
 * @typedef {Node | string | false | 0 | null | undefined} Leaf What is falsy is left out.
 * @typedef {Leaf | (Leaf | Leaf[])[]} Child
 */

/**
 * @template {string} T "tag" or "tag.class.class"
 * @typedef {T extends `${infer Tag}.${string}` ? ElementOf<Tag>
 *   : T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : never} ElementOf
 */

/**
 * @template {string} T
 * @typedef {Partial<ElementOf<T>> & {[name: `${string}-${string}`]: string | number | boolean}}
 *   Props
 */

/**
 * A new element, such as `make("p.rc-note", { id: "note" }, "Text", link)`. Text only ever enters
 * as text.
 *
 * @template {string} T
 * @param {T} name
 * @param {...(Props<T> | Child)} parts Properties and attributes may come first, then children.
 * @returns {ElementOf<T>}
 */
export function make(name, ...parts) {
  const [tag, ...classes] = name.split(".");
  const node = /** @type {any} */ (document.createElement(tag));
  if (classes.length) node.className = classes.join(" ");
  const props = parts[0]?.constructor === Object ? parts.shift() : {};
  for (const [key, value] of Object.entries(/** @type {object} */ (props))) {
    key in node ? (node[key] = value) : node.setAttribute(key, value);
  }
  node.append(...flatten(/** @type {Child[]} */ (parts)));
  return node;
}

/**
 * The nodes and texts in nested lists, without what is falsy.
 *
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
export const flatten = (children) => /** @type {any[]} */ (children).flat(Infinity).filter(Boolean);

/**
 * A list with an item for each content.
 *
 * @template {string} T
 * @param {T} name
 * @param {Child[]} contents
 */
export const listOf = (name, contents) =>
  make(name, contents.map((content) => make("li", content)));

/**
 * A labeled control in a row of a form.
 *
 * @param {string} text
 * @param {HTMLElement} control
 * @param {...Child} rest
 */
export const field = (text, control, ...rest) =>
  make("div.rc-field", make("label", { htmlFor: control.id }, text), control, ...rest);

/**
 * A second press while the first is still at work does nothing.
 *
 * @param {string} text
 * @param {() => void} act
 * @param {string} [className]
 */
export function makeButton(text, act, className = "") {
  const props = { className: `rc-button ${className}`.trim() };
  const button = make("button", { ...props, type: "button" }, text);
  /** @type {unknown} */ let running;
  button.addEventListener("click", async () => {
    if (running) return;
    try {
      await (running = act());
    } finally {
      running = null;
    }
  });
  return markLanguage(button);
}

/**
 * A form whose button, or Enter, submits it.
 *
 * @param {string} name Further classes, as in `make`.
 * @param {string} text
 * @param {string} className Of the button.
 * @param {() => unknown} submit
 * @param {...Child} fields
 */
export function makeForm(name, text, className, submit, ...fields) {
  const button = makeButton(text, () => {}, `rc-button--primary ${className}`);
  button.type = "submit";
  const form = make(`form.rc-form${name}`, { noValidate: true }, ...fields, button);
  form.addEventListener("submit", (event) => (event.preventDefault(), submit()));
  return form;
}

/**
 * A sentence with elements in it: "{name}" in the template stands for the node of that name.
 *
 * @param {string} template
 * @param {Record<string, Node>} nodes
 */
export function phrase(template, nodes) {
  return template.split(/\{(\w+)\}/).map((part, index) => (index % 2 ? nodes[part] ?? part : part));
}

const MAX_WAIT_MS = 200;

/**
 * Runs `task` after the next paint, or soon where nothing is painted, and before the page closes.
 *
 * @param {() => void} task
 */
export function afterPaint(task) {
  if (!globalThis.requestAnimationFrame) return task();
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    removeEventListener("pagehide", once);
    task();
  };
  addEventListener("pagehide", once);
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, MAX_WAIT_MS);
}
