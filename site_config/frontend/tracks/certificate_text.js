import { spoken } from "../shared/strings/language.js";
import { words } from "../shared/strings/tracks/index.js";

/**
 * A certificate in words, for the page and for the PDF.
 *
 * @typedef {object} Sheet
 * @property {string} site
 * @property {string} title
 * @property {string} name
 * @property {string} passed
 * @property {string} track
 * @property {string} date YYYY-MM-DD
 * @property {[string, string][]} facts
 * @property {{title: string, head: [string, string], rows: [string, string][]}[]} tables
 * @property {string} codeTitle
 * @property {string} code
 * @property {string} checkAt
 * @property {string} address
 * @property {string} honest
 * @property {string} language
 */

/** @typedef {{right: boolean, objectives: string[]}} Counted */

/**
 * @param {{name: string, track: string, date: string, asOf: string, edition: string}} told
 * @param {{title: string, answers: Counted[]}[]} modules
 * @param {(objective: string) => string} nameOf
 * @param {{code: string, address: string}} check
 * @returns {Sheet}
 */
export function sheetOf(told, modules, nameOf, { code, address }) {
  return {
    site: document.querySelector("meta[property='og:site_name']")?.getAttribute("content") ??
      "RightCode",
    title: words.title,
    name: told.name,
    passed: words.hasPassed,
    track: told.track,
    date: told.date,
    facts: factsOf(told, modules.flatMap(({ answers }) => answers)),
    tables: tablesOf(modules, nameOf),
    codeTitle: words.code,
    code,
    checkAt: words.checkAt,
    address,
    honest: words.honest,
    language: spoken() || "en",
  };
}

/** @param {{date: string, asOf: string, edition: string}} told @param {Counted[]} answers @returns {[string, string][]} */
export const factsOf = ({ date, asOf, edition }, answers) => [
  [words.on, words.day(date)],
  [words.scoreHead, words.score(answers.filter(({ right }) => right).length, answers.length)],
  [words.facts, words.factsAsOf(words.day(asOf), edition)],
];

/** @param {{title: string, answers: Counted[]}[]} modules @param {(objective: string) => string} nameOf @returns {Sheet["tables"]} */
export function tablesOf(modules, nameOf) {
  const byModule = modules.map(({ title, answers }) => [title, share(answers)]);
  const rows = modules.flatMap(({ answers }) =>
    answers.flatMap((answer) =>
      answer.objectives.map((objective) => ({ objective, right: answer.right }))
    )
  );
  const byObjective = [...Map.groupBy(rows, ({ objective }) => objective)].map((
    [id, group],
  ) => [nameOf(id), share(group)]);
  return /** @type {Sheet["tables"]} */ ([
    { title: words.byModule, head: [words.module, words.right], rows: byModule },
    { title: words.byObjective, head: [words.objective, words.right], rows: byObjective },
  ]);
}

/** @param {{right: boolean}[]} answers */
const share = (answers) =>
  words.ofTotal(answers.filter(({ right }) => right).length, answers.length);
