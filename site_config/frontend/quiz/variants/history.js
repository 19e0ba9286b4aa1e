import { openTextStorage } from "../../shared/store/text_storage.js";

const PREFIX = "rightcode/1/variants/";

/** Which scenarios of one template this browser has shown. What it cannot keep lasts until the page is left. */
export class VariantHistory {
  #box = openTextStorage(() => localStorage, () => {});
  #key;
  #ids;

  /** @param {string} template With its version. */
  constructor(template) {
    this.#key = `${PREFIX}${template}`;
    this.#ids = new Set(read(this.#box.get(this.#key)));
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

  /** Forgets all but the one shown last, so that it does not come twice in a row. @param {string} [last] */
  clear(last) {
    this.#ids = new Set(last ? [last] : []);
    this.#write();
  }

  #write() {
    this.#box.set(this.#key, JSON.stringify([...this.#ids]));
  }
}

/** @param {string | null} text @returns {string[]} nothing where it is damaged */
function read(text) {
  try {
    const value = JSON.parse(text ?? "[]");
    return Array.isArray(value) ? value.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}
