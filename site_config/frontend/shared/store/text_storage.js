/** @import { Problem } from "../types.d.ts" */

/**
 * Texts by key; never throws.
 *
 * @typedef {object} TextStorage
 * @property {(key: string) => string | null} get
 * @property {(key: string, text: string) => void} set
 * @property {(key: string) => void} remove
 * @property {() => string[]} keys
 */

/**
 * The browser's storage; what it refuses stays in memory.
 *
 * @param {() => Storage} reach May throw.
 * @param {(problem: Problem) => void} report
 * @returns {TextStorage}
 */
export function openTextStorage(reach, report) {
  const storage = attempt(reach, null);
  if (!storage) report("blocked");
  const memory = new Map();
  return {
    get: (key) => memory.get(key) ?? attempt(() => storage?.getItem(key), null) ?? null,
    set: (key, text) => {
      if (storage && attempt(() => (storage.setItem(key, text), true), false)) {
        return void memory.delete(key);
      }
      memory.set(key, text);
      if (storage) report("full");
    },
    remove: (key) => {
      memory.delete(key);
      attempt(() => storage?.removeItem(key), null);
    },
    keys: () => [...new Set([...keysOf(storage), ...memory.keys()])],
  };
}

/** @param {Storage | null} storage */
const keysOf = (storage) =>
  Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? "").filter(
    Boolean,
  );

/** @template T, F @param {() => T} act @param {F} otherwise */
function attempt(act, otherwise) {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
