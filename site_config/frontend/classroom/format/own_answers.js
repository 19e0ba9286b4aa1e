/** The answers of an instructor's own question, by how it is answered. */
import { MAX_OWN_FEEDBACK } from "../../shared/result_limits.js";
import { isRecord } from "../../shared/store/schema.js";

/** @import { OwnOption, OwnQuestion } from "../../shared/schema_types.d.ts" */
/** @typedef {"one" | "several" | "numbers" | "lines"} Form */
/** @typedef {Pick<OwnQuestion, "options" | "right" | "ways" | "modifiers" | "lines">} Answers */
/** @typedef {[string, number, string[]]} OwnLine Code, units and modifiers. */
/**
 * @typedef {object} Checks
 * @property {(condition: unknown, place: string) => void} require
 * @property {(value: unknown, place: string) => string} name
 * @property {(value: unknown, most: number, place: string) => string} text
 */

const OPTION = /^[A-Za-z0-9][\w.-]{0,79}$/;
const CODE = /^(\d{4}[0-9A-Z]|[A-Z]\d{4})$/;
const MODIFIER = /^[0-9A-Z]{2}$/;
const MOST_UNITS = 9, MOST_WRONG = 3, MOST_ANSWERS = 12;
const MOST_LINES = 6, MOST_MODIFIERS = 8;
/** Fewest and most options. */
const BOUNDS = { one: [3, 6], several: [3, 8], numbers: [1, 6], lines: [2, 8] };

/** A code has a digit, and an answer that is no code has none. @param {string} id */
export const isCode = (id) => CODE.test(id);

/**
 * @param {Record<string, any>} value @param {Form} form @param {Checks} checks
 * @returns {Answers}
 */
export function readAnswers(value, form, checks) {
  const { require } = checks;
  const [fewest, most] = BOUNDS[form];
  const { options: listed } = value;
  require(Array.isArray(listed) && listed.length >= fewest && listed.length <= most, "options");
  const options = listed.map((/** @type {unknown} */ one) => readOption(one, form, checks));
  const ids = options.map((/** @type {OwnOption} */ one) => one.id);
  require(isDistinct(ids), "options");
  return { options, ...READERS[form](value, ids, checks) };
}

/** A list without repetition. @param {any} value */
const isDistinct = (value) => Array.isArray(value) && new Set(value).size === value.length;

/** @param {any} value @param {Form} form @param {Checks} checks @returns {OwnOption} */
function readOption(value, form, { require, name, text }) {
  require(isRecord(value), "options");
  const { id, text: shown, feedback, wrong = [] } = value;
  const isFilledIn = form === "numbers" || form === "lines";
  require(typeof id === "string" && (isFilledIn ? CODE : OPTION).test(id), "options");
  const most = form === "numbers" ? MOST_WRONG : 0;
  require(Array.isArray(wrong) && wrong.length <= most, "wrong");
  const numbers = wrong.map((/** @type {any} */ one) => {
    require(isRecord(one) && isCount(one.units), "wrong");
    return { units: one.units, feedback: text(one.feedback, MAX_OWN_FEEDBACK, "wrong") };
  });
  return {
    id,
    ...(shown === undefined || shown === null ? {} : { text: name(shown, "options") }),
    feedback: text(feedback, MAX_OWN_FEEDBACK, "options"),
    ...(numbers.length ? { wrong: numbers } : {}),
  };
}

/** @param {unknown} value */
const isCount = (value) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST_UNITS;

/** @type {Record<Form, (value: any, ids: string[], checks: Checks) => Omit<Answers, "options">>} */
const READERS = {
  one({ right }, ids, { require }) {
    require(ids.includes(right), "right");
    return { right };
  },
  several({ right }, ids, { require }) {
    require(isDistinct(right) && right.length, "right");
    require(right.every((/** @type {any} */ one) => ids.includes(one)), "right");
    return { right };
  },
  numbers({ ways }, ids, { require }) {
    readWhole(ways, require);
    for (const answer of ways) {
      require(isRecord(answer) && Object.keys(answer).length === ids.length, "ways");
      require(ids.every((id) => isCount(answer[id])), "ways");
    }
    return { ways };
  },
  lines({ ways, modifiers = [], lines }, ids, { require }) {
    readWhole(ways, require);
    require(Number.isInteger(lines) && lines >= 1 && lines <= MOST_LINES, "lines");
    require(areModifiers(modifiers) && modifiers.length <= MOST_MODIFIERS, "modifiers");
    for (const answer of ways) {
      require(Array.isArray(answer) && answer.length <= lines, "ways");
      require(answer.every((/** @type {any} */ line) => isLine(line, ids, modifiers)), "ways");
    }
    return { ways, modifiers, lines };
  },
};

/** @param {unknown} ways @param {Checks["require"]} require */
function readWhole(ways, require) {
  require(Array.isArray(ways) && ways.length > 0 && ways.length <= MOST_ANSWERS, "ways");
}

/** @param {any} value */
const areModifiers = (value) =>
  isDistinct(value) &&
  value.every((/** @type {any} */ one) => typeof one === "string" && MODIFIER.test(one));

/** @param {any} line @param {string[]} ids @param {string[]} offered */
const isLine = (line, ids, offered) =>
  Array.isArray(line) && line.length === 3 && ids.includes(line[0]) && isCount(line[1]) &&
  line[1] > 0 && areModifiers(line[2]) &&
  line[2].every((/** @type {string} */ one) => offered.includes(one));

/** Whether an option is right; of claim lines, whether one has the code. */
/** @param {Pick<OwnQuestion, "right" | "ways">} question @param {string} id */
export const isRightOption = ({ right = [], ways = [] }, id) =>
  ways.length
    ? ways.some((answer) => !Array.isArray(answer) || answer.some(([code]) => code === id))
    : typeof right === "string"
    ? right === id
    : right.includes(id);

/** The codes of the right answers. @param {Pick<OwnQuestion, "options" | "right" | "ways">} own */
export const rightCodes = (own) =>
  own.options.map(({ id }) => id).filter((id) => isCode(id) && isRightOption(own, id));
