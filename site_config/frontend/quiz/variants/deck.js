import { buildNode } from "./html_nodes.js";

/** @import { VariantHistory } from "./history.js" */
/** @import { PackedNode } from "./html_nodes.js" */

/**
 * @typedef {object} Card
 * @property {HTMLElement} section A fresh copy of the question.
 * @property {boolean} again Whether all had been seen, and they begin anew.
 * @property {boolean} lost Whether further ones could not be loaded.
 */

/** The scenarios of one template: those of the page first, then those of each file, loaded when it is needed. */
export class Deck {
  /** @type {Map<string, () => HTMLElement>} */ #cards = new Map();
  /** @type {string | undefined} */ #last;
  #files;
  #seen;

  /** @param {HTMLElement[]} sections @param {string[]} files @param {VariantHistory} seen */
  constructor(sections, files, seen) {
    this.#files = [...files];
    this.#seen = seen;
    for (const section of sections) {
      const kept = /** @type {HTMLElement} */ (section.cloneNode(true));
      this.#cards.set(
        section.dataset.item ?? "",
        () => /** @type {HTMLElement} */ (kept.cloneNode(true)),
      );
    }
  }

  /** The next one that was not seen; when all were, the first again. @returns {Promise<Card>} */
  async next() {
    let lost = false;
    while (!this.#fresh() && this.#files.length && !lost) lost = !(await this.#load());
    const again = !this.#fresh();
    if (again) this.#seen.clear(this.#last);
    const id = this.#fresh() ?? [...this.#cards.keys()][0];
    this.#seen.add(id);
    this.#last = id;
    return { section: /** @type {() => HTMLElement} */ (this.#cards.get(id))(), again, lost };
  }

  #fresh() {
    return [...this.#cards.keys()].find((id) => !this.#seen.has(id));
  }

  /** @returns {Promise<boolean>} whether the next file could be loaded; one that could not is tried again later */
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

/** @type {Map<string, (data: Data) => void>} Files under way, by name. */
const waiting = new Map();

// Each file is a script with one call of this: a script also loads where the site is opened from a folder.
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
