import { parseJson } from "../../shared/json.js";
import { openTextStorage } from "../../shared/store/text_storage.js";

const PREFIX = "rightcode/1/variants/";

/** Which scenarios of one template this browser has shown; in memory where it cannot be stored. */
export class VariantHistory {
  #storage = openTextStorage(() => localStorage, () => {});
  #key;
  #ids;

  /** @param {string} template With its version. */
  constructor(template) {
    this.#key = `${PREFIX}${template}`;
    const ids = parseJson(this.#storage.get(this.#key));
    this.#ids = new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : []);
  }

  /** @param {string} id */
  has(id) {
    return this.#ids.has(id);
  }

  /** @param {string} id */
  add(id) {
    this.#ids.add(id);
    this.#write();
  }

  /**
   * Forgets all but the last one, so that it does not come twice in a row.
   *
   * @param {string} [last]
   */
  clear(last) {
    this.#ids = new Set(last ? [last] : []);
    this.#write();
  }

  #write() {
    this.#storage.set(this.#key, JSON.stringify([...this.#ids]));
  }
}
