/** A question as a file of quizzes/, which `rightcode check` accepts. */
import { quoted } from "../format/yaml_writer.js";

/** @import { Key, KindPart } from "./kinds/kind_part.js" */
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
 * @param {KindPart} part
 * @param {Key} key The author's own verdict too, so that the check names a change.
 */
export function questionFile(id, version, question, part, key) {
  const { title, note, reason, objective, difficulty, visit } = question;
  const { date, payer, services, ...facts } = visit;
  const restsOn = part.restsOn(key, question, id);
  const codes = restsOn.flatMap((fact) => /^codes\/(.+)/.exec(fact)?.[1] ?? []);
  const quiz = { id, title, summary: title, codes: part.isVisit ? rightOf(codes, key) : [] };
  const item = {
    id,
    version,
    kind: part.name,
    title,
    payer,
    date: new Day(date),
    difficulty,
    objectives: [objective],
    rests_on: restsOn,
    ...(part.isVisit ? { note, visit: { ...lean(facts), services: lean(services) } } : {}),
    ...part.item(key, question, id),
    reason,
  };
  return [...head("quiz"), ...linesOf(quiz), "items:", ...entry(item), ""].join("\n");
}

/** Codes on whose pages the quiz is offered. @param {string[]} codes @param {Key} key */
const rightOf = (codes, { right }) =>
  codes.filter((code) => right.some((id) => id.split(".")[0] === code));

/** @param {string} schema */
export const head = (schema) => [
  `# yaml-language-server: $schema=../${
    schema === "quiz" ? "" : "../"
  }site_config/schema/${schema}.json`,
];

/** A list's entry. @param {object} map */
export const entry = (map) =>
  linesOf(map).map((line, place) => `${place ? "    " : "  - "}${line}`);

/** In quotes it would be a text. */
export class Day {
  /** @param {string} day */
  constructor(day) {
    this.day = day;
  }
}

/** A line for each key, and for each entry of a list of maps. @param {object} map */
export const linesOf = (map) =>
  Object.entries(map).flatMap(([name, value]) => linesAt(name, value));

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
