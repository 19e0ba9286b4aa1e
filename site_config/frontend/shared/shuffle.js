/**
 * A number from a text and a seed (FNV-1a).
 *
 * @param {string} text
 * @param {number} seed
 * @returns unsigned, 32 bits
 */
export function hash(text, seed) {
  let value = (2166136261 ^ seed) >>> 0;
  for (const char of text) {
    value = Math.imul(value ^ /** @type {number} */ (char.codePointAt(0)), 16777619);
  }
  return value >>> 0;
}

/**
 * Shuffled so that an entry of weight 2 comes early twice as often as one of 1.
 *
 * @template {{id: string, weight?: number}} T
 * @param {T[]} entries
 * @param {number} seed
 */
export function shuffledByWeight(entries, seed) {
  const place = (/** @type {T} */ { id, weight = 1 }) =>
    -Math.log((randomFrom(hash(id, seed))() * 4294967296 + 1) / 4294967297) / (weight || 1e-9);
  const places = new Map(entries.map((entry) => [entry, place(entry)]));
  return [...entries].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

/** A stream of numbers in [0, 1): Mulberry32, by Tommy Ettinger. @param {number} seed */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The ids in an order that depends on the seed and the ids alone.
 *
 * @param {string[]} ids
 * @param {number} seed
 */
export function shuffled(ids, seed) {
  const order = [...ids].sort();
  const random = randomFrom(seed);
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
