/** A draft from the link or the YAML file of an assignment; errors name their line. */
import { isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, parseDocument } from "yaml";
import {
  InvalidAssignment,
  isItem,
  isSlug,
  like,
  oneOf,
  TERMS,
  wholeNumber,
} from "./assignment.js";
import { fromFragment } from "./link.js";
import { MAX_LENGTH, UnreadableText } from "./unreadable_text.js";
import { FILE_KEYS } from "./yaml_writer.js";

/** @import { Draft } from "../types.d.ts" */
/** @import { Check } from "./assignment.js" */
/** @import { Place } from "./unreadable_text.js" */
/** @import { Node } from "yaml" */

/**
 * @typedef {{draft: Draft, places: Map<string, Place>}} SavedAssignment `places` is where each
 *   question is named; a link has none.
 * @typedef {(node: unknown, at: Positions) => any} Take Reads one value or refuses it.
 */

const LINK = /^\S*#a=/;
const MAX_LIST = 500;
/** More than the file of any assignment has, and few enough to be parsed at once. */
const MAX_TOKENS = 20_000;
const MAX_MARKS = 100;
const MAX_DEPTH = 20;

/** @param {string} text @returns {SavedAssignment} @throws {UnreadableText} */
export function readSavedAssignment(text) {
  const trimmed = text.trim();
  if (!trimmed) throw new UnreadableText("empty");
  if (trimmed.length > MAX_LENGTH) throw new UnreadableText("long");
  return LINK.test(trimmed) ? { draft: fromLink(trimmed), places: new Map() } : fromYaml(text);
}

/** Mail breaks a link into lines. @param {string} text @returns {Draft} */
function fromLink(text) {
  const link = text.replace(/\s/g, "");
  try {
    return { ...fromFragment(link.slice(link.indexOf("#a="))), ...NO_DRAW };
  } catch (problem) {
    if (!(problem instanceof InvalidAssignment)) throw problem;
    const isShared = problem.reason === "newer" || problem.reason === "key";
    throw new UnreadableText(isShared ? problem.reason : "brokenLink");
  }
}

/** @type {Pick<Draft, "draw" | "seed" | "order">} */
const NO_DRAW = { draw: [], seed: 1, order: "as-written" };

/** The positions of nodes in the text. */
class Positions extends LineCounter {
  /** @param {unknown} node @returns {Place} */
  of(node) {
    const range = /** @type {Node | null} */ (node)?.range;
    const { line, col } = range ? this.linePos(range[0]) : { line: 1, col: 1 };
    return { line, column: col };
  }

  /**
   * @param {unknown} node @param {string} reason @param {string | number} [detail]
   * @returns {never}
   */
  refuse(node, reason, detail = excerpt(node)) {
    throw new UnreadableText(reason, String(detail), this.of(node));
  }
}

/** The node's text, shortened. @param {unknown} node */
const excerpt = (node) =>
  String((isScalar(node) ? node.source ?? node.value : "") ?? "").slice(0, 60);

/**
 * A number that other readers of YAML take for another, such as 010, stays a text.
 *
 * @param {unknown} node
 * @param {Positions} at
 */
function plain(node, at) {
  if (isAlias(node)) at.refuse(node, "alias");
  if (!isScalar(node)) return undefined;
  const isOdd = typeof node.value === "number" && !/^-?(0|[1-9]\d*)$/.test(node.source ?? "");
  return isOdd ? node.source : node.value;
}

/** @param {Check} check @returns {Take} */
const scalar = (check) => (node, at) => {
  const value = plain(node, at);
  const wrong = check(value);
  return wrong ? at.refuse(node, wrong.reason, wrong.detail) : value;
};

/** A moment; YAML allows a space for the T. @param {"opens" | "due"} name @returns {Take} */
const moment = (name) => (node, at) => {
  const value = String(plain(node, at)).replace(/^(\S{10}) /, "$1T");
  return TERMS[name](value) ? at.refuse(node, "moment") : value;
};

/** @param {Take} take @returns {Take} */
const list = (take) => (node, at) => {
  if (!isSeq(node)) return at.refuse(node, isAlias(node) ? "alias" : "notList");
  if (node.items.length > MAX_LIST) at.refuse(node, "longList", MAX_LIST);
  return node.items.map((one) => take(one, at));
};

const slugs = list(scalar(isSlug));

/** @type {Record<string, Take>} */
const DRAW = {
  count: scalar(wholeNumber(1, 500)),
  codes: list(scalar(like(/^(\d{5}|\d{4}[FTUM]|[A-Z]\d{4})$/, "code"))),
  objectives: slugs,
  quizzes: slugs,
  difficulty: list(scalar(oneOf([1, 2, 3]))),
  kinds: slugs,
  held_back: (node, at) => plain(node, at) === "left-out" ? null : at.refuse(node, "heldBack"),
};

/** @type {Take} */
function draw(node, at) {
  const { held_back: _, ...values } = fields(node, DRAW, at);
  if (values.count === undefined) at.refuse(node, "missing", "count");
  return { count: 0, codes: [], objectives: [], quizzes: [], difficulty: [], kinds: [], ...values };
}

/** By a draft's names. @type {Record<string, Take>} */
const ASSIGNMENT = {
  ...Object.fromEntries(Object.entries(TERMS).map(([name, check]) => [name, scalar(check)])),
  names: (node, at) => scalar(oneOf([true, false]))(node, at) || null,
  opens: moment("opens"),
  due: moment("due"),
  items: list(scalar(isItem)),
  draw: list(draw),
  seed: scalar(wholeNumber(0, 2 ** 31 - 1)),
  order: scalar(oneOf(["as-written", "shuffled"])),
};

const DRAFT_NAMES = new Map(
  Object.keys(ASSIGNMENT).map((name) => [FILE_KEYS[name] ?? name, name]),
);

/**
 * The values of a map by name, without null.
 *
 * @param {unknown} node
 * @param {Record<string, Take>} known
 * @param {Positions} at
 * @param {(key: string) => string | undefined} [nameOf]
 */
function fields(node, known, at, nameOf = (key) => key) {
  if (!isMap(node)) return at.refuse(node, isAlias(node) ? "alias" : "notMap");
  /** @type {Record<string, any>} */ const found = {};
  for (const { key, value } of node.items) {
    const name = nameOf(String(plain(key, at))) ?? "";
    if (!Object.hasOwn(known, name)) at.refuse(key, "unknownKey");
    if (value && plain(value, at) !== null) found[name] = known[name](value, at);
  }
  return found;
}

/** @param {string} written @returns {SavedAssignment} */
function fromYaml(written) {
  const at = new Positions();
  const root = parseYaml(written, at);
  const { id, title, instructions = null, items = [], draw = [], ...values } = fields(
    root,
    ASSIGNMENT,
    at,
    (key) => DRAFT_NAMES.get(key),
  );
  for (const [name, value] of Object.entries({ id, title })) {
    if (value === undefined) at.refuse(root, "missing", name);
  }
  /** @type {Draft} */
  const draft = {
    ...{ id, title, instructions, items, ...NO_DRAW, draw, minutes: null, attempts: null },
    ...{
      feedback: "at-once",
      names: null,
      opens: null,
      due: null,
      passMark: null,
      key: null,
      lrs: null,
    },
    ...values,
  };
  return { draft, places: placesOf(root, at) };
}

/**
 * Refuses what would take the parser long: its time grows with the square of the signs that nest or
 * of the keys beside each other.
 *
 * @param {string} written
 */
function requireSimple(written) {
  let [tokens, line, marks, depth] = [0, 1, 0, 0];
  for (const token of new Lexer().lex(written)) {
    if (++tokens > MAX_TOKENS) throw new UnreadableText("long");
    if (token.includes("\n")) [line, marks] = [line + token.split("\n").length - 1, 0];
    if (/^([-?:]|[&!].*)$/.test(token)) marks++;
    if (/^[[{]$/.test(token)) depth++;
    if (/^[\]}]$/.test(token)) depth--;
    if (marks > MAX_MARKS || depth > MAX_DEPTH) {
      throw new UnreadableText("deep", "", { line, column: 1 });
    }
  }
}

/** @param {string} written @param {Positions} at */
function parseYaml(written, at) {
  requireSimple(written);
  try {
    const { errors: [problem], contents } = parseDocument(written, {
      lineCounter: at,
      prettyErrors: false,
      logLevel: "error",
    });
    if (problem) at.refuse({ range: problem.pos }, "syntax", problem.message.split("\n")[0]);
    return contents;
  } catch (problem) {
    if (problem instanceof RangeError) throw new UnreadableText("deep"); // nested too deep
    throw problem;
  }
}

/**
 * Where each question is named; a duplicate is refused.
 *
 * @param {unknown} root
 * @param {Positions} at
 */
function placesOf(root, at) {
  const node = isMap(root) ? root.get("items", true) : null;
  /** @type {SavedAssignment["places"]} */ const places = new Map();
  for (const item of isSeq(node) ? node.items : []) {
    const id = String(plain(item, at));
    if (places.has(id)) at.refuse(item, "twice", id);
    places.set(id, at.of(item));
  }
  return places;
}
