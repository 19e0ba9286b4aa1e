/** A question as a file of quizzes/, which `rightcode check` accepts. */
import { quoted } from "../format/yaml_writer.js";

/** @import { Visit } from "../../billing/types.d.ts" */
/** @import { WrittenQuestion } from "./written_question.js" */

/** What a visit has where nobody said otherwise: left out of the file. */
const USUAL = /** @type {Record<string, unknown>} */ ({
  setting: "practitioner",
  by: "therapist",
  separate: false,
  first: false,
  confirmed: false,
});

/**
 * The text of a quiz of one question.
 *
 * @param {string} id @param {number} version
 * @param {WrittenQuestion} question
 * @param {string[]} right By the facts; the author's own verdict, so that the check names a change.
 */
export function questionFile(id, version, question, right) {
  const { title, note, reason, objective, difficulty, options, visit, about } = question;
  const { date, payer, services, ...facts } = visit;
  const offered = options.map((option) => option.id).filter(isCode);
  const quiz = { id, title, summary: title, codes: right.filter(isCode) };
  const item = {
    id,
    version,
    kind: "choose-code",
    title,
    payer,
    date: new Day(date),
    difficulty,
    objectives: [objective],
    rests_on: restsOn(services[about], right, offered),
    note,
    visit: { ...lean(facts), services: lean(services) },
    ...(services.length > 1 ? { about: services[about].id } : {}),
    options: options.map((option) => ({
      [isCode(option.id) ? "code" : "answer"]: option.id,
      ...(right.includes(option.id) ? { key: true } : {}),
      feedback: option.feedback,
    })),
    reason,
  };
  return [
    "# yaml-language-server: $schema=../site_config/schema/quiz.json",
    ...linesOf(quiz),
    "items:",
    ...linesOf(item).map((line, place) => `${place ? "    " : "  - "}${line}`),
    "",
  ].join("\n");
}

/** In quotes it would be a text. */
class Day {
  /** @param {string} day */
  constructor(day) {
    this.day = day;
  }
}

/** A line for each key, and for each entry of a list of maps. @param {object} map */
const linesOf = (map) => Object.entries(map).flatMap(([name, value]) => linesAt(name, value));

/** @param {string} name @param {unknown} value @returns {string[]} */
function linesAt(name, value) {
  if (value instanceof Day) return [`${name}: ${value.day}`];
  if (Array.isArray(value) && value.some((one) => typeof one === "object")) {
    return [`${name}:`, ...value.map((one) => `  - ${quoted(one)}`)];
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return [`${name}:`, ...linesOf(value).map((line) => `  ${line}`)];
  }
  return [`${name}: ${quoted(value)}`];
}

/** An answer that is no code has no digit. @param {string} id */
const isCode = (id) => /\d/.test(id);

/**
 * The technique, and the right code; another one of the options where none is right.
 *
 * @param {Visit["services"][number]} service @param {string[]} right @param {string[]} offered
 */
function restsOn({ technique }, right, offered) {
  const meant = right.filter(isCode);
  const codes = meant.length ? meant : offered.slice(0, 1);
  return [
    ...(technique ? [`techniques/${technique}`] : []),
    ...codes.map((code) => `codes/${code}`),
  ];
}

/** Without what is empty or usual. @param {unknown} value @returns {any} */
function lean(value) {
  if (Array.isArray(value)) return value.map(lean);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, lean(part)]);
  return Object.fromEntries(
    entries.filter(([name, part]) =>
      part !== undefined && USUAL[name] !== part &&
      (typeof part !== "object" || Object.keys(part).length)
    ),
  );
}
