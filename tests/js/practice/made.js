/** Things the tests of the ways to practice are made of. */

/** @typedef {import("../../../site_config/frontend/shared/types.d.ts").Attempt} Attempt */
/**
 * @typedef {import("../../../site_config/frontend/practice/question_bank.js").BankEntry} BankEntry
 */

export const DAY = 86_400_000;

/** @param {Partial<Attempt>} [change] @returns {Attempt} */
export const attempt = (change) => ({
  id: "a",
  item: "calf",
  version: 1,
  at: "2026-03-02T09:00:00.000Z",
  chosen: ["97124"],
  right: true,
  ...change,
});

/** @param {Partial<BankEntry>} [change] @returns {BankEntry} */
export const entry = (change) => ({
  id: "calf",
  version: 1,
  title: "A question",
  opening: "PT, one-on-one. Kneading of the calf …",
  payer: "medicare-part-b",
  kind: "choose-code",
  quiz: "q",
  difficulty: 2,
  objectives: ["massage"],
  codes: ["97124"],
  pairs: ["97124-97140"],
  right: ["97124"],
  digest: "0123456789ab",
  ...change,
});

/** @template T @param {T[]} list @param {(one: T) => string} key @returns {Map<string, T>} */
export const keyed = (list, key) => new Map(list.map((one) => [key(one), one]));
