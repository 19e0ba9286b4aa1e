import { buildNode } from "./html_nodes.js";

/** @import { VariantHistory } from "./history.js" */
/** @import { PackedNode } from "./html_nodes.js" */

/**
 * @typedef {object} Card
 * @property {HTMLElement} section A fresh copy of the question.
 * @property {boolean} restarted Whether all had been seen, and they begin again.
 * @property {boolean} loadFailed Whether further ones could not be loaded.
 */

/**
 * The scenarios of one template: those of the page first, then those of each file, loaded when
 * needed.
 */
export class Deck {
  /** @type {Map<string, () => HTMLElement>} */ #cards = new Map();
  /** @type {string | undefined} */ #last;
  #files;
  #history;

  /** @param {HTMLElement[]} sections @param {string[]} files @param {VariantHistory} history */
  constructor(sections, files, history) {
    this.#files = [...files];
    this.#history = history;
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
    if (restarted) this.#history.clear(this.#last);
    const id = this.#unseen() ?? [...this.#cards.keys()][0];
    this.#history.add(id);
    this.#last = id;
    const section = /** @type {() => HTMLElement} */ (this.#cards.get(id))();
    return { section, restarted, loadFailed };
  }

  #unseen() {
    return [...this.#cards.keys()].find((id) => !this.#history.has(id));
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
