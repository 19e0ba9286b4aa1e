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

/** Of certificates of a site without a logo of its clinic: the color of its links on paper. */
const ACCENT = "rgb(11, 95, 99)";

/**
 * @param {{name: string, track: string, date: string, asOf: string, edition: string}} facts
 * @param {ScoredAnswer[]} answers
 * @param {{code: string, short: string, address: string}} check
 */
export function certificateText(facts, answers, { code, short, address }) {
  const { name, track, date } = facts;
  return {
    ...siteLook(),
    title: words.title,
    passed: words.hasPassed,
    name,
    track,
    date,
    facts: certificateFacts(facts, answers),
    codeTitle: words.code,
    short,
    code,
    link: /^https?:/.test(address) ? `${address}#${code.replaceAll(" ", "")}` : code,
    qr: words.qr,
    checkAt: words.checkAt,
    address,
    honest: words.honest,
    language: interfaceLanguage() || "en",
  };
}

/** The name and logo in the header of the page, and the color behind a clinic's. */
function siteLook() {
  const name = document.querySelector("meta[property='og:site_name']")?.getAttribute("content");
  const logo = document.querySelector(".md-header .md-logo img");
  const source = logo instanceof HTMLImageElement ? logo.src : "";
  const header = document.querySelector(".md-header");
  const isCopy = "rightcodeClinic" in globalThis;
  const isClinics = (isCopy || source.includes("/clinic-logo.")) && header;
  return {
    site: name ?? "RightCode",
    logo: source,
    accent: isClinics ? getComputedStyle(header).backgroundColor : ACCENT,
  };
}

/** @param {{right: boolean}[]} answers */
export const scoreOf = (answers) => ({
  right: answers.filter((answer) => answer.right).length,
  total: answers.length,
});

/** @param {{right: number, total: number}} score */
export const scoreText = ({ right, total }) =>
  words.score({ right, total, share: percent(right / total) });

/**
 * @param {{date: string, asOf: string, edition: string}} facts
 * @param {ScoredAnswer[]} answers
 * @returns {[string, string][]}
 */
export const certificateFacts = ({ date, asOf, edition }, answers) => [
  [words.on, calendarDay(date)],
  [words.scoreHead, scoreText(scoreOf(answers))],
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
const row = (label, answers) => [label, words.ofTotal(scoreOf(answers))];
