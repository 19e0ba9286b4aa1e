import { calendarDay } from "../shared/dates.js";
import { percent } from "../shared/format.js";
import { interfaceLanguage } from "../shared/strings/language.js";
import { tracksWords as words } from "../shared/strings/index.js";

/**
 * A certificate in words, for the page and for the PDF.
 *
 * @typedef {ReturnType<typeof certificateText>} CertificateText
 */

/** @typedef {{right: boolean, objectives: string[]}} ScoredAnswer */

/**
 * @param {{name: string, track: string, date: string, asOf: string, edition: string}} facts
 * @param {{title: string, answers: ScoredAnswer[]}[]} modules
 * @param {(objective: string) => string} nameOf
 * @param {{code: string, address: string}} check
 */
export function certificateText(facts, modules, nameOf, { code, address }) {
  const { name, track, date } = facts;
  return {
    site: document.querySelector("meta[property='og:site_name']")?.getAttribute("content") ??
      "RightCode",
    title: words.title,
    passed: words.hasPassed,
    name,
    track,
    date,
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
 */
export function certificateTables(modules, nameOf) {
  const answers = modules.flatMap((module) => module.answers);
  const objectives = new Set(answers.flatMap((answer) => answer.objectives));
  const byObjective = Array.from(
    objectives,
    (id) => row(nameOf(id), answers.filter((answer) => answer.objectives.includes(id))),
  );
  return [
    {
      title: words.byModule,
      head: [words.module, words.right],
      rows: modules.map(({ title, answers }) => row(title, answers)),
    },
    { title: words.byObjective, head: [words.objective, words.right], rows: byObjective },
  ];
}

/** @param {string} label @param {ScoredAnswer[]} answers */
const row = (label, answers) => [
  label,
  words.ofTotal({ right: answers.filter(({ right }) => right).length, total: answers.length }),
];
