/** A Storage in memory; with `room` it refuses what does not fit. */
export class MemoryStorage {
  /** @type {Map<string, string>} */ entries = new Map();

  /** @param {number} room characters of values */
  constructor(room = Infinity) {
    this.room = room;
  }

  get length() {
    return this.entries.size;
  }

  /** @param {number} place */
  key(place) {
    return [...this.entries.keys()][place] ?? null;
  }

  /** @param {string} key */
  getItem(key) {
    return this.entries.get(key) ?? null;
  }

  /** @param {string} key @param {string} value */
  setItem(key, value) {
    const others = [...this.entries].filter(([other]) => other !== key).map(([, text]) => text);
    if ([...others, value].join("").length > this.room) {
      throw new DOMException("full", "QuotaExceededError");
    }
    this.entries.set(key, value);
  }

  /** @param {string} key */
  removeItem(key) {
    this.entries.delete(key);
  }

  clear() {
    this.entries.clear();
  }
}
