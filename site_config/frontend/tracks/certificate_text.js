import { calendarDay } from "../shared/dates.js";
import { percent } from "../shared/format.js";
import { interfaceLanguage } from "../shared/strings/language.js";
import { tracksWords as words } from "../shared/strings/index.js";

/**
 * A certificate in words, for the page and for the PDF.
 *
 * @typedef {object} CertificateText
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

/** @typedef {{right: boolean, objectives: string[]}} ScoredAnswer */

/**
 * @param {{name: string, track: string, date: string, asOf: string, edition: string}} facts
 * @param {{title: string, answers: ScoredAnswer[]}[]} modules
 * @param {(objective: string) => string} nameOf
 * @param {{code: string, address: string}} check
 * @returns {CertificateText}
 */
export function certificateText(facts, modules, nameOf, { code, address }) {
  return {
    site: document.querySelector("meta[property='og:site_name']")?.getAttribute("content") ??
      "RightCode",
    title: words.title,
    name: facts.name,
    passed: words.hasPassed,
    track: facts.track,
    date: facts.date,
    facts: certificateFacts(facts, modules.flatMap(({ answers }) => answers)),
    tables: certificateTables(modules, nameOf),
    codeTitle: words.code,
    code,
    checkAt: words.checkAt,
    address,
    honest: words.honest,
    language: interfaceLanguage() || "en",
  };
}

/** @param {ScoredAnswer[]} answers */
function scoreText(answers) {
  const right = answers.filter((answer) => answer.right).length;
  return words.score({ right, total: answers.length, share: percent(right / answers.length) });
}

/**
 * @param {{date: string, asOf: string, edition: string}} facts
 * @param {ScoredAnswer[]} answers
 * @returns {[string, string][]}
 */
export const certificateFacts = ({ date, asOf, edition }, answers) => [
  [words.on, calendarDay(date)],
  [words.scoreHead, scoreText(answers)],
  [words.facts, words.factsAsOf({ day: calendarDay(asOf), edition })],
];

/**
 * @param {{title: string, answers: ScoredAnswer[]}[]} modules
 * @param {(objective: string) => string} nameOf
 * @returns {CertificateText["tables"]}
 */
export function certificateTables(modules, nameOf) {
  const byModule = modules.map(({ title, answers }) => [title, share(answers)]);
  const rows = modules.flatMap(({ answers }) =>
    answers.flatMap((answer) =>
      answer.objectives.map((objective) => ({ objective, right: answer.right }))
    )
  );
  const groups = Map.groupBy(rows, ({ objective }) => objective);
  const byObjective = [...groups].map(([id, group]) => [nameOf(id), share(group)]);
  return /** @type {any} */ ([
    { title: words.byModule, head: [words.module, words.right], rows: byModule },
    { title: words.byObjective, head: [words.objective, words.right], rows: byObjective },
  ]);
}

/** @param {{right: boolean}[]} answers */
const share = (answers) =>
  words.ofTotal({ right: answers.filter(({ right }) => right).length, total: answers.length });
