import { parseJson } from "../../shared/json.js";
import { openTextStorage } from "../../shared/store/text_storage.js";

/**
 * @typedef {string | [string, Record<string, string>, number[]]} PackedNode A text, or tag,
 *   attributes and children.
 * @typedef {object} Card
 * @property {HTMLElement} section A fresh copy of the question.
 * @property {boolean} restarted Whether all had been seen, and they begin again.
 * @property {boolean} loadFailed Whether further ones could not be loaded.
 */

/**
 * The scenarios of one template: those of the page first, then those of each file, loaded when
 * needed. Which were shown the browser stores, or where it cannot, memory.
 */
export class Deck {
  /** @type {Map<string, () => HTMLElement>} */ #cards = new Map();
  /** @type {string | undefined} */ #last;
  #files;
  #key;
  #seen;
  #storage = openTextStorage(() => localStorage, () => {});

  /** @param {HTMLElement[]} sections @param {string[]} files @param {string} template */
  constructor(sections, files, template) {
    this.#files = files;
    this.#key = `rightcode/1/variants/${template}`;
    const ids = parseJson(this.#storage.get(this.#key));
    this.#seen = new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : []);
    for (const section of sections) {
      const original = section.cloneNode(true);
      const copy = () => /** @type {HTMLElement} */ (original.cloneNode(true));
      this.#cards.set(section.dataset.item ?? "", copy);
    }
  }

  /** The next unseen one; when all were seen, the first again. @returns {Promise<Card>} */
  async next() {
    let loadFailed = false;
    while (!this.#unseen() && this.#files.length && !loadFailed) loadFailed = !(await this.#load());
    const restarted = !this.#unseen();
    if (restarted) this.#seen = new Set(this.#last ? [this.#last] : []);
    const id = this.#unseen() ?? [...this.#cards.keys()][0];
    this.#seen.add(id);
    this.#storage.set(this.#key, JSON.stringify([...this.#seen]));
    this.#last = id;
    const section = /** @type {() => HTMLElement} */ (this.#cards.get(id))();
    return { section, restarted, loadFailed };
  }

  #unseen() {
    return [...this.#cards.keys()].find((id) => !this.#seen.has(id));
  }

  /**
   * @returns {Promise<boolean>} Whether the next file was loaded; if not, it is tried again later.
   */
  async #load() {
    const data = await loadFile(this.#files[0]).catch(() => null);
    if (!data) return false;
    this.#files.shift();
    for (const [id, root] of data.variants) {
      this.#cards.set(id, () => /** @type {HTMLElement} */ (buildNode(data.nodes, root)));
    }
    return true;
  }
}

/** @typedef {{nodes: PackedNode[], variants: [string, number][]}} Data */

/** @type {Map<string, (data: Data) => void>} Files being loaded, by name. */
const waiting = new Map();

// Each file is a script that calls this: scripts also load in a site opened from a folder.
Object.assign(globalThis, {
  /** @param {string} name @param {Data} data */
  rightcodeVariants: (name, data) => waiting.get(name)?.(data),
});

/** @param {string} address @returns {Promise<Data>} */
function loadFile(address) {
  const name = address.split("/").at(-1) ?? "";
  const script = document.createElement("script");
  return new Promise((resolve, reject) => {
    waiting.set(name, resolve);
    script.addEventListener("error", () => reject(new Error(address)));
    script.addEventListener("load", () => script.remove());
    script.src = address;
    document.head.append(script);
  });
}

/**
 * The element at an index, with all below it. Text only ever enters as text.
 *
 * @param {PackedNode[]} nodes
 * @param {number} index
 * @returns {Node}
 */
function buildNode(nodes, index) {
  const node = nodes[index];
  if (typeof node === "string") return document.createTextNode(node);
  const [tag, attributes, children] = node;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map((child) => buildNode(nodes, child)));
  return element;
}
