/** The answer to a query: what is recognized by its form first, then what fits its words. */
import * as forms from "./forms.js";
import { Lexicon } from "./lexicon.js";
import { rank } from "./rank.js";
import { wordsOf } from "./words.js";

/** @import { Entry, Fit, RecognizedForm, SearchTable } from "./types.d.ts" */

/** What each intent adds to a score, which by words alone stays below 2.2. */
const [SURE, LIKELY, HINT] = [10, 5, 1];
const [MOST, PER_PAGE, LEAST_PART, LEAST] = [12, 3, 0.3, 0.1];

/** @param {SearchTable} table @returns {(query: string) => Entry[]} */
export function createSearch(table) {
  const search = new Search(table);
  return (query) => search.find(query);
}

class Search {
  #lexicon;
  #answers;
  /** Entries of codes by number. @type {Map<string, number>} */ #codes = new Map();
  /** Those of reasons and remarks. @type {Map<string, number>} */ #denials = new Map();

  /** @param {SearchTable} table */
  constructor(table) {
    this.#lexicon = new Lexicon(table);
    this.#answers = table.answers;
    this.#lexicon.entries.forEach(({ kind, codes }, at) => {
      if (kind === "code") this.#codes.set(codes[0], at);
      if (kind === "denial" && codes[0]) this.#denials.set(codes[0].toLowerCase(), at);
    });
  }

  /** @param {string} query @returns {Entry[]} */
  find(query) {
    const fits = this.#fits(query);
    for (const [entry, more] of this.#intents(query)) {
      const fit = fits.get(entry) ?? { entry, score: 0, exact: false };
      fits.set(entry, { ...fit, score: fit.score + more });
    }
    return this.#shown([...fits.values()].sort(byScore));
  }

  /** By the words as typed and in their first spellings. @param {string} query */
  #fits(query) {
    const words = wordsOf(query);
    const open = !/\s$/.test(query);
    const spelled = this.#lexicon.spell(words);
    /** @type {Map<number, Fit>} */ const found = new Map();
    const lists = [words, ...(spelled.join() === words.join() ? [] : [spelled])];
    for (const fit of lists.flatMap((list) => list.length ? rank(this.#lexicon, list, open) : [])) {
      if (fit.score > (found.get(fit.entry)?.score ?? 0)) found.set(fit.entry, fit);
    }
    return found;
  }

  /** @param {string} query @returns {[entry: number, more: number][]} */
  #intents(query) {
    const codes = forms.codesIn(query).filter((code) => this.#codes.has(code));
    if (codes.length && forms.isReason(query)) return this.#denied(query, codes);
    if (codes.length > 1) return this.#severalCodes(query, codes);
    if (codes.length) return this.#oneCode(query, codes[0]);
    /** @type {[number, number][]} */ const found = [];
    /** @param {RecognizedForm} form @param {number} more */
    const answer = (form, more) => {
      const at = this.#answerAt(form);
      if (at >= 0) found.push([at, more]);
    };
    if (forms.isReason(query)) found.push(...this.#reason(query, LIKELY));
    const bare = this.#denials.get(forms.bareNumber(query));
    if (bare !== undefined) found.push([bare, HINT]);
    if (forms.isDiagnosis(query)) answer("diagnosis", LIKELY);
    if (forms.countsMinutes(query)) answer("units", HINT);
    found.push(...this.#ofKind(query), ...this.#pair(query), ...this.#comparisons(query));
    return found;
  }

  /** Pages of a kind that is asked for, by what it is asked of. @param {string} query */
  #ofKind(query) {
    const { kinds, about } = forms.kindAsked(query);
    if (!kinds.length) return [];
    const fits = [...this.#fits(about).values()].filter(({ entry }) =>
      kinds.includes(this.#lexicon.entries[entry].kind)
    );
    const best = Math.max(...fits.map(({ score }) => score));
    /** @type {(fit: Fit) => [number, number]} */
    const hinted = ({ entry, score }) => [entry, HINT * (score / best) ** 2];
    return fits.map(hinted);
  }

  /** The page of pairs where two services are named that are codes. @param {string} query */
  #pair(query) {
    const named = this.#codesNamed(forms.pairOf(query));
    const at = this.#answerAt("pair");
    return named.length && at >= 0 ? [/** @type {[number, number]} */ ([at, LIKELY])] : [];
  }

  /**
   * The entry of a code for each of the names; none where one is another thing's.
   *
   * @param {string[]} names
   */
  #codesNamed(names) {
    const best = names.map((name) => [...this.#fits(name).values()].sort(byScore)[0]);
    const sure = best.every((fit) =>
      fit?.exact && this.#lexicon.entries[fit.entry].kind === "code"
    );
    return sure ? best.map(({ entry }) => entry) : [];
  }

  /** The entry of the page that answers; -1 for none. @param {RecognizedForm} form */
  #answerAt(form) {
    return this.#lexicon.entries.findIndex(({ address }) => address === this.#answers[form]);
  }

  /**
   * What the reason means, then the codes denied.
   *
   * @param {string} query @param {string[]} codes
   */
  #denied(query, codes) {
    /** @type {[number, number][]} */ const found = codes.map((code) => [
      /** @type {number} */ (this.#codes.get(code)),
      LIKELY,
    ]);
    return [...found, ...this.#reason(query, SURE)];
  }

  /**
   * The page of a reason; of one that has none the list.
   *
   * @param {string} query @param {number} more
   */
  #reason(query, more) {
    const at = this.#denials.get(forms.reasonNumber(query)) ?? this.#answerAt("denial");
    return /** @type {[number, number][]} */ (at >= 0 ? [[at, more]] : []);
  }

  /** The code, then a payer that is named beside it. @param {string} query @param {string} code */
  #oneCode(query, code) {
    const rest = forms.withoutCodes(query).trim();
    const [best] = rest ? [...this.#fits(rest).values()].sort(byScore) : [];
    const isPayer = best && this.#lexicon.entries[best.entry].kind === "payer";
    const at = /** @type {number} */ (this.#codes.get(code));
    return /** @type {[number, number][]} */ ([
      [at, LIKELY],
      ...(isPayer ? [[best.entry, HINT]] : []),
    ]);
  }

  /** @param {string} query @param {string[]} codes @returns {[number, number][]} */
  #severalCodes(query, codes) {
    const { entries } = this.#lexicon;
    const pair = entries.findIndex(({ address }) => address === this.#answers.pair);
    /** @type {[number, number][]} */ const found = codes.map((code, at) => [
      /** @type {number} */ (this.#codes.get(code)),
      LIKELY - at / 10,
    ]);
    if (pair >= 0) {
      found.push([pair, forms.asksTogether(query) ? SURE + LIKELY : SURE - LIKELY / 2]);
    }
    entries.forEach((entry, at) => {
      if (entry.kind !== "comparison" || !codes.every((code) => entry.codes.includes(code))) return;
      found.push([at, SURE + 1 / entry.codes.length]);
    });
    return found;
  }

  /**
   * Comparisons in which each side is one of the codes; where there is none, the code of each side.
   *
   * @param {string} query
   */
  #comparisons(query) {
    const { entries } = this.#lexicon;
    const sides = forms.sidesOf(query);
    if (!sides.length) return [];
    const called = sides.map((side) => this.#codesCalled(side));
    const found = entries.flatMap((entry, at) => {
      if (entry.kind !== "comparison") return [];
      const fits = called.map((codes) =>
        Math.max(0, ...entry.codes.map((code) => codes.get(code) ?? 0))
      );
      const least = Math.min(...fits);
      const sum = fits.reduce((total, fit) => total + fit, 0) / fits.length;
      return least
        ? [/** @type {[number, number]} */ ([at, HINT + sum + 1 / entry.codes.length])]
        : [];
    });
    if (found.length) return found;
    /** @type {(entry: number, at: number) => [number, number]} */
    const likely = (entry, at) => [entry, LIKELY - at / 10];
    return this.#codesNamed(sides).map(likely);
  }

  /** Codes that go by a name, each with how well it fits, from 0 to 1. @param {string} name */
  #codesCalled(name) {
    const { entries } = this.#lexicon;
    const fits = [...this.#fits(name).values()].filter(({ entry }) =>
      entries[entry].kind === "code"
    );
    const best = Math.max(0.01, ...fits.map(({ score }) => score));
    return new Map(
      fits.filter(({ score }) => score > best * 0.6)
        .map(({ entry, score }) => [entries[entry].codes[0], score / best]),
    );
  }

  /** What is near enough to the best, no page more often than a few times. @param {Fit[]} sorted */
  #shown(sorted) {
    const { entries } = this.#lexicon;
    const least = Math.max(
      LEAST,
      (sorted[0]?.score ?? 0) > SURE / 2 ? 0 : (sorted[0]?.score ?? 0) * LEAST_PART,
    );
    /** @type {Map<string, number>} */ const times = new Map();
    const shown = [];
    for (const { entry, score } of sorted) {
      if (score < least || shown.length === MOST) break;
      const page = entries[entry].address.split("#", 1)[0];
      const before = times.get(page) ?? 0;
      if (before === PER_PAGE) continue;
      times.set(page, before + 1);
      shown.push(entries[entry]);
    }
    return shown;
  }
}

/** @param {Fit} one @param {Fit} other */
const byScore = (one, other) => other.score - one.score || one.entry - other.entry;
