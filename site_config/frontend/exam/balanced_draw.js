import { withoutEnemies } from "../shared/enemies.js";
import { hash, randomFrom, shuffledByWeight } from "../shared/shuffle.js";

/**
 * @typedef {object} ScopedEntry
 * @property {string} id
 * @property {number} difficulty
 * @property {string} family Of its codes; empty where it is about none.
 * @property {string} area What it decides.
 * @property {number} weight How often an exam asks it.
 * @property {string[]} [enemies] Near-twins, which are never drawn together.
 */

/** @template T @typedef {(entry: T) => string} Cell Where an entry counts. */

const familyOf = (/** @type {ScopedEntry} */ { family }) => `family ${family}`;

/** @type {Cell<ScopedEntry>[]} What a form is balanced by. */
export const CELLS = [
  familyOf,
  ({ area }) => `area ${area}`,
  ({ difficulty }) => `level ${difficulty}`,
];
const MAX_SWAPS = 200;
const MAX_TRIALS = 6;
/** No shorter than what the sums of chances are off by. */
const ROUNDING = 1e-6;

/** @param {ScopedEntry[]} entries */
const fewestEnemiesFirst = (entries) =>
  entries.toSorted((a, b) => (a.enemies?.length ?? 0) - (b.enemies?.length ?? 0));

/** How many of the entries one form can ask. @param {ScopedEntry[]} entries */
export const mostIn = (entries) => withoutEnemies(fewestEnemiesFirst(entries)).length;

/**
 * How likely each entry is to be in a form of `count`: by its weight; a family has at most what can
 * be asked of it together.
 *
 * @param {ScopedEntry[]} entries
 * @param {number} count
 */
function chances(entries, count) {
  /** @type {Map<ScopedEntry, number>} */ const found = new Map();
  let left = count;
  let open = [...Map.groupBy(entries, ({ family }) => family).values()].map((family) => ({
    family,
    most: mostIn(family),
    weight: family.reduce((sum, { weight }) => sum + weight, 0),
  }));
  while (open.length) {
    const rate = left / (open.reduce((sum, { weight }) => sum + weight, 0) || 1);
    const full = open.filter(({ weight, most }) => rate * weight > most);
    for (const { family, most, weight } of full.length ? full : open) {
      const share = full.length ? most : rate * weight;
      for (const entry of family) found.set(entry, share * entry.weight / (weight || 1));
      left -= share;
    }
    open = full.length ? open.filter((one) => !full.includes(one)) : [];
  }
  return found;
}

/**
 * How many questions of each cell a form of `count` has on average, the most first.
 *
 * @param {ScopedEntry[]} entries
 * @param {number} count
 * @param {Cell<ScopedEntry>[]} cells
 * @returns {Map<string, number>}
 */
export function expected(entries, count, cells) {
  /** @type {Map<string, number>} */ const sums = new Map();
  for (const [entry, chance] of chances(entries, count)) {
    for (const cell of cells) sums.set(cell(entry), (sums.get(cell(entry)) ?? 0) + chance);
  }
  return new Map([...sums].sort((a, b) => b[1] - a[1]));
}

/**
 * A form: `count` entries without near-twins, fewer if there are not so many. Of each family,
 * area and level it has what its chances sum up to, rounded up or down by the seed.
 *
 * @param {ScopedEntry[]} entries
 * @param {number} count
 * @param {number} seed
 */
export function drawForm(entries, count, seed) {
  const size = Math.min(count, mostIn(entries));
  const wanted = expected(entries, size, CELLS);
  const families = expected(entries, size, [familyOf]);
  let best = new Form(wanted);
  for (let trial = 0; trial < MAX_TRIALS; trial++) {
    const trialSeed = hash(String(trial), seed);
    const form = draft(entries, size, trialSeed, new Form(wanted), families);
    if (form.distance < best.distance) best = form;
    if (best.distance === 0) break;
  }
  return best.entries;
}

/**
 * @param {ScopedEntry[]} entries
 * @param {number} size
 * @param {number} seed
 * @param {Form} form To be filled.
 * @param {Map<string, number>} families How many questions each has on average.
 */
function draft(entries, size, seed, form, families) {
  const order = shuffledByWeight(entries, seed);
  const quotas = roundedBySeed(families, seed);
  for (const entry of order) {
    const left = quotas.get(familyOf(entry)) ?? 0;
    if (left > 0 && form.takes(entry)) {
      form.add(entry);
      quotas.set(familyOf(entry), left - 1);
    }
  }
  for (const entry of [...order, ...fewestEnemiesFirst(entries)]) {
    if (form.entries.length < size && form.takes(entry)) form.add(entry);
  }
  for (let swaps = 0; swaps < MAX_SWAPS && form.improve(order); swaps++);
  return form;
}

/**
 * Whole numbers of the same sum, each its own rounded up or down: systematic sampling.
 *
 * @param {Map<string, number>} shares
 * @param {number} seed
 */
function roundedBySeed(shares, seed) {
  let sum = randomFrom(hash("quotas", seed))();
  const names = [...shares.keys()].sort((a, b) => hash(a, seed) - hash(b, seed));
  return new Map(names.map((name) => {
    const before = Math.floor(sum + ROUNDING);
    sum += shares.get(name) ?? 0;
    return [name, Math.floor(sum + ROUNDING) - before];
  }));
}

/** Entries being chosen, and how far they are from what is wanted of each cell. */
class Form {
  /** @type {ScopedEntry[]} */ entries = [];
  /** @type {Map<string, number>} */ #counts = new Map();
  #wanted;

  /** @param {Map<string, number>} wanted */
  constructor(wanted) {
    this.#wanted = wanted;
  }

  /**
   * Whether neither it nor a near-twin is in it.
   *
   * @param {ScopedEntry} entry @param {ScopedEntry} [out] What would leave.
   */
  takes({ id, enemies = [] }, out) {
    return this.entries.every((other) =>
      other.id !== id &&
      (other === out || (!enemies.includes(other.id) && !other.enemies?.includes(id)))
    );
  }

  /** How far it is from what is wanted; an entry too few is in three cells. */
  get distance() {
    return [...this.#wanted.keys()].reduce((sum, name) => sum + this.#distance(name), 0);
  }

  /** @param {ScopedEntry} entry */
  add(entry) {
    this.entries.push(entry);
    for (const cell of CELLS) this.#count(cell(entry), 1);
  }

  /**
   * Puts the first entry that brings it nearer in the place of one that is too much.
   *
   * @param {ScopedEntry[]} order
   * @returns {boolean} Whether there was one.
   */
  improve(order) {
    for (const [place, out] of this.entries.entries()) {
      const entry = order.find((one) => this.#gain(one, out) > 0 && this.takes(one, out));
      if (!entry) continue;
      this.entries[place] = entry;
      for (const cell of CELLS) {
        this.#count(cell(out), -1);
        this.#count(cell(entry), 1);
      }
      return true;
    }
    return false;
  }

  /** @param {string} name @param {number} step */
  #count(name, step) {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + step);
  }

  /**
   * How far a cell is from its share rounded up or down.
   *
   * @param {string} name @param {number} [step]
   */
  #distance(name, step = 0) {
    const share = this.#wanted.get(name) ?? 0, found = (this.#counts.get(name) ?? 0) + step;
    return Math.max(0, Math.floor(share + ROUNDING) - found, found - Math.ceil(share - ROUNDING));
  }

  /**
   * How much nearer it comes by an exchange.
   *
   * @param {ScopedEntry} entry @param {ScopedEntry} out
   */
  #gain(entry, out) {
    return CELLS.reduce((gain, cell) => {
      const [more, less] = [cell(entry), cell(out)];
      return more === less ? gain : gain + this.#distance(more) - this.#distance(more, 1) +
        this.#distance(less) - this.#distance(less, -1);
    }, 0);
  }
}
