import { statement } from "../statement.js";
import { featuresOf } from "../stems.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Features } from "../stems.js" */
/** @import { Facts, Knowledge, Statement } from "../types.d.ts" */

/** @typedef {Features & {name: string, text: string, sources: string[], weight: number}} Line */
/** @typedef {{line: Line, near: number, covered: number}} Match */

const COVERED = 0.5, RARE = 3.2, NEAR = 0.85, LEAST = 9;
/** @type {WeakMap<Knowledge, Index>} */
const indexes = new WeakMap();

/** The sentences of the facts by their words. */
class Index {
  /** @type {Line[]} */ lines = [];
  /** @type {Map<string, number[]>} */ places = new Map();
  /** @type {Map<string, number>} */ weights = new Map();

  /** @param {Facts["facts"]} facts */
  constructor(facts) {
    for (const [name, { text, sources }] of Object.entries(facts)) {
      if (!/^rules\/.*\/\d+$/.test(name)) continue;
      const topic = name.split("/")[1].split("-").join(" ");
      for (const sentence of text.split(/(?<=[.:;]) (?=[A-Z0-9])/)) {
        const about = featuresOf(topic).stems, features = featuresOf(sentence);
        this.lines.push({ ...features, name, text: sentence, sources, weight: 0 });
        about.forEach((stem) => this.lines.at(-1)?.stems.add(stem));
      }
    }
    this.lines.forEach(({ stems }, place) => {
      for (const stem of stems) {
        const places = this.places.get(stem) ?? [];
        places.push(place);
        this.places.set(stem, places);
      }
    });
    for (const [stem, { length }] of this.places) {
      this.weights.set(stem, Math.log(this.lines.length / length));
    }
    for (const line of this.lines) line.weight = this.weigh(line.stems);
  }

  /** @param {Iterable<string>} stems */
  weigh(stems) {
    let sum = 0;
    for (const stem of stems) sum += this.weights.get(stem) ?? RARE;
    return sum;
  }

  /** The facts that share most with a sentence. @param {Features} features @returns {Match[]} */
  matches({ stems }) {
    /** @type {Map<number, number>} */
    const shared = new Map();
    for (const stem of stems) {
      const weight = this.weights.get(stem) ?? 0;
      for (const place of this.places.get(stem) ?? []) {
        shared.set(place, (shared.get(place) ?? 0) + weight);
      }
    }
    const whole = this.weigh(stems);
    return [...shared].filter(([, weight]) => weight >= LEAST).map(([place, weight]) => ({
      line: this.lines[place],
      near: (2 * weight) / (whole + this.lines[place].weight),
      covered: weight / whole,
    })).sort((one, other) => other.near + other.covered - one.near - one.covered).slice(0, 8);
  }
}

/**
 * A sentence that gives another figure than the rule it speaks of.
 * @param {Reading} reading @returns {Statement[]}
 */
export function judgeByFacts(reading) {
  const { knowledge, source } = reading;
  if (source.length > 400 || source.length < 20 || reading.past || reading.hedged) return [];
  if (/\bthreshold\b|\bkx\b/i.test(source) && !/review/i.test(source)) return [];
  const index = indexes.get(knowledge) ?? new Index(knowledge.facts);
  indexes.set(knowledge, index);
  const features = featuresOf(source), found = index.matches(features);
  const [best] = found;
  if (!best) return [];
  const close = found.filter(({ near, covered }) =>
    near + covered >= NEAR * (best.near + best.covered)
  );
  if (!differs(features, best, close)) return [];
  const { name, text, sources } = best.line;
  const why = `Pattern 'a figure of a rule'. ${name}: ${text}`;
  return [statement("wrong", "threshold", reading.codes[0] ?? null, why, sources)];
}

/** @param {Features} features @param {Match} best @param {Match[]} close */
function differs({ numbers }, best, close) {
  if (best.covered < COVERED) return false;
  for (const [kind, values] of numbers) {
    const known = best.line.numbers.get(kind);
    if (!known) continue;
    const spoken = close.flatMap(({ line }) => line.numbers.get(kind) ?? []);
    if (values.every((value) => !spoken.includes(value))) return true;
  }
  return false;
}
