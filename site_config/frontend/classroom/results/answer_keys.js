/**
 * The current keys: from the site's own bank of questions, or from a file that
 * `rightcode results --answer-keys` wrote.
 */
import { loadItem } from "../../practice/question_bank.js";
import { Library } from "../../practice/library.js";
import { questionSection } from "../../practice/question_section.js";
import { readQuestion } from "../../quiz/question.js";
import { judges } from "../../quiz/kinds/judges.js";
import { ResultRefused } from "./refusal.js";
import { formOf, isFilledIn } from "./scoring.js";

/** @import { Marking } from "../../shared/schema_types.d.ts" */

const FORMAT = "rightcode-keys";

/** @param {unknown} value */
export const isKeys = (value) => /** @type {any} */ (value)?.format === FORMAT;

/**
 * The markings of all questions named that are there.
 *
 * @param {string[]} ids
 * @param {Map<string, Marking>} given What a keys file holds goes before the bank.
 * @param {number} shards In how many lists the bank keeps what questions there are.
 * @returns {Promise<Map<string, Marking>>}
 */
export async function loadKeys(ids, given, shards) {
  const known = await new Library(shards).entries(ids.filter((id) => !given.has(id)));
  const found = await Promise.all(
    ids.map(async (id) => given.get(id) ?? (known.has(id) ? await fromBank(id) : null)),
  );
  return new Map(found.flatMap((marking) => (marking ? [[marking.id, marking]] : [])));
}

/** @param {string} id */
async function fromBank(id) {
  try {
    return markingOf(questionSection(await loadItem(id), 1));
  } catch {
    return null;
  }
}

/**
 * The marking of a question as its page carries it.
 *
 * @param {Element} section
 * @returns {Marking}
 */
export function markingOf(section) {
  const question = readQuestion(section);
  const kind = section.getAttribute("data-kind") ?? "";
  const title = section.querySelector(".rc-item__title")?.cloneNode(true);
  if (title instanceof Element) title.querySelector(".rc-item__number")?.remove();
  const ways = question.data?.ways ?? [];
  return {
    id: question.id,
    version: question.version,
    digest: question.facts ?? "",
    kind,
    title: title?.textContent?.trim() || question.id,
    options: question.options.map(({ id, name, right, free }) => ({
      id,
      name: nameOf(section, kind, id, name),
      right,
      free: Boolean(free),
    })),
    ways: formOf({ kind }) === "lines" ? ways.map((/** @type {any} */ { lines }) => lines) : ways,
  };
}

/**
 * Several changes may concern one code, and a claim's row names the code with its words.
 *
 * @param {Element} section
 * @param {string} kind
 * @param {string} id
 * @param {string} name
 */
function nameOf(section, kind, id, name) {
  if (formOf({ kind }) === "lines") return id;
  if (!judges.get(kind)?.sharesCode) return name;
  const row = section.querySelector(
    `.rc-feedback [data-option="${CSS.escape(id)}"] .rc-feedback__label`,
  );
  return row?.textContent?.trim() ?? name;
}

/**
 * @param {Record<string, any>} value The JSON of a keys file.
 * @returns {Marking[]}
 * @throws {ResultRefused}
 */
export function readKeys({ version, items }) {
  if (version !== 1 || !Array.isArray(items) || !items.every(isMarking)) {
    throw new ResultRefused("badKeys");
  }
  return items.map(({ id, version, digest, kind, title, options, ways }) => ({
    id,
    version,
    digest,
    kind,
    title,
    options,
    ways,
  }));
}

/** @param {any} one */
const isMarking = (one) =>
  typeof one?.id === "string" && Number.isInteger(one.version) && typeof one.digest === "string" &&
  typeof one.kind === "string" && typeof one.title === "string" && Array.isArray(one.ways) &&
  Array.isArray(one.options) &&
  one.options.every((/** @type {any} */ option) =>
    typeof option?.id === "string" && typeof option.name === "string" &&
    typeof option.right === "boolean"
  ) && (!isFilledIn(one) || one.ways.length > 0) && one.ways.every((/** @type {any} */ answer) =>
    isAnswer(answer, formOf(one))
  );

/** @param {any} answer */
function isAnswer(answer, form = "") {
  if (form === "lines") return Array.isArray(answer) && answer.every(isLine);
  return form !== "numbers" ||
    (typeof answer === "object" && answer !== null &&
      Object.values(answer).every(Number.isSafeInteger));
}

/** @param {any} line */
const isLine = (line) =>
  Array.isArray(line) && typeof line[0] === "string" && Number.isSafeInteger(line[1]) &&
  Array.isArray(line[2]) && line[2].every((modifier) => typeof modifier === "string");
