/** The YAML file of an assignment to a draft; errors name their line. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { FEEDBACK, ITEM, KEY, MOMENT, SLUG, STORE } from "./assignment.js";
import { UnreadableText } from "./unreadable_text.js";

/** @import { Draft, Draw, SavedAssignment } from "../types.d.ts" */
/** @import { Node, ParsedNode } from "yaml" */

/** @typedef {(node: unknown, reader: Reader) => any} Take Reads one value or refuses it. */

const MAX_LIST = 500;
const CODE = /^(\d{5}|\d{4}[FTUM]|[A-Z]\d{4})$/;

/** Knows the positions of nodes in the text. */
class Reader {
  lines = new LineCounter();

  /**
   * @param {unknown} node
   * @param {string} reason
   * @param {string | number} [detail]
   * @returns {never}
   */
  refuse(node, reason, detail = "") {
    const range = /** @type {Node | null} */ (node)?.range;
    const position = range ? this.lines.linePos(range[0]) : { line: 1, col: 1 };
    throw new UnreadableText(reason, String(detail), { line: position.line, column: position.col });
  }
}

/** @param {unknown} node @param {Reader} at @returns {unknown} */
function plain(node, at) {
  if (isAlias(node)) at.refuse(node, "alias");
  return isScalar(node) ? node.value : undefined;
}

/** @param {number} max @returns {Take} */
const text = (max) => (node, at) => {
  const value = plain(node, at);
  if (typeof value !== "string" || !value.trim()) return at.refuse(node, "notText");
  return value.length > max ? at.refuse(node, "tooLong", max) : value;
};

/** @param {RegExp} pattern @param {string} reason @returns {Take} */
const like = (pattern, reason) => (node, at) => {
  const value = plain(node, at);
  return typeof value === "string" && value.length <= 400 && pattern.test(value)
    ? value
    : at.refuse(node, reason, excerpt(node));
};

/** @param {number} min @param {number} max @returns {Take} */
const wholeNumber = (min, max) => (node, at) => {
  const value = plain(node, at);
  return Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max
    ? value
    : at.refuse(node, "notWhole", `${min}–${max}`);
};

/** @param {readonly (string | number)[]} known @returns {Take} */
const oneOf = (known) => (node, at) => {
  const value = /** @type {string} */ (plain(node, at));
  return known.includes(value) ? value : at.refuse(node, "notOneOf", known.join(", "));
};

/** @param {Take} take @returns {Take} */
const list = (take) => (node, at) => {
  if (!isSeq(node)) return at.refuse(node, isAlias(node) ? "alias" : "notList");
  if (node.items.length > MAX_LIST) at.refuse(node, "longList", MAX_LIST);
  return node.items.map((one) => take(one, at));
};

/** A moment as the site writes it; YAML allows a space for the T. @type {Take} */
const moment = (node, at) => {
  const value = String(plain(node, at)).replace(/^(\S{10}) /, "$1T");
  return MOMENT.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : at.refuse(node, "moment", excerpt(node));
};

/** @type {Record<string, Take>} */
const DRAW = {
  count: wholeNumber(1, 500),
  codes: list(like(CODE, "code")),
  objectives: list(like(SLUG, "slug")),
  quizzes: list(like(SLUG, "slug")),
  difficulty: list(oneOf([1, 2, 3])),
  kinds: list(like(SLUG, "slug")),
  held_back: (node, at) => plain(node, at) === "left-out" ? null : at.refuse(node, "heldBack"),
};

/** @type {Record<string, Take>} */
const ASSIGNMENT = {
  id: like(SLUG, "slug"),
  title: text(200),
  instructions: text(4000),
  items: list(like(ITEM, "slug")),
  draw: list(draw),
  seed: wholeNumber(0, 2 ** 31 - 1),
  order: oneOf(["as-written", "shuffled"]),
  time_limit_minutes: wholeNumber(1, 600),
  attempts: wholeNumber(1, 100),
  feedback: oneOf(FEEDBACK),
  opens: moment,
  due: moment,
  pass_mark_percent: wholeNumber(0, 100),
  public_key: like(KEY, "key"),
  lrs: like(STORE, "lrs"),
};

/** @param {unknown} node @param {Reader} at @returns {Draw} */
function draw(node, at) {
  const { held_back: _, ...values } = fields(node, DRAW, at);
  if (values.count === undefined) at.refuse(node, "missing", "count");
  return { count: 0, codes: [], objectives: [], quizzes: [], difficulty: [], kinds: [], ...values };
}

/**
 * The values of a map by key, without null.
 *
 * @param {unknown} node
 * @param {Record<string, Take>} known
 * @param {Reader} at
 */
function fields(node, known, at) {
  if (!isMap(node)) return at.refuse(node, isAlias(node) ? "alias" : "notMap");
  /** @type {Record<string, any>} */
  const found = {};
  for (const { key, value } of node.items) {
    const name = String(plain(key, at));
    if (!Object.hasOwn(known, name)) at.refuse(key, "unknownKey", excerpt(key));
    if (value && plain(value, at) !== null) found[name] = known[name](value, at);
  }
  return found;
}

/** The node's text, shortened. @param {unknown} node */
const excerpt = (node) =>
  String((isScalar(node) ? node.source ?? node.value : "") ?? "").slice(0, 60);

/** @param {string} written @returns {SavedAssignment} @throws {UnreadableText} */
export function fromYaml(written) {
  const at = new Reader();
  const root = parseYaml(written, at);
  const values = fields(root, ASSIGNMENT, at);
  for (const name of ["id", "title"]) {
    if (values[name] === undefined) at.refuse(root, "missing", name);
  }
  const places = placesOf(root, at);
  return { draft: draftOf(values), places };
}

/** @param {string} written @param {Reader} at @returns {unknown} */
function parseYaml(written, at) {
  try {
    const document = parseDocument(written, {
      lineCounter: at.lines,
      prettyErrors: false,
      logLevel: "error",
    });
    const [problem] = document.errors;
    if (problem) at.refuse({ range: problem.pos }, "syntax", problem.message.split("\n")[0]);
    return document.contents;
  } catch (problem) {
    if (problem instanceof RangeError) throw new UnreadableText("deep"); // nested too deep
    throw problem;
  }
}

/**
 * Where each question is named; a duplicate is refused.
 *
 * @param {unknown} root
 * @param {Reader} at
 */
function placesOf(root, at) {
  const node = isMap(root) ? root.get("items", true) : null;
  /** @type {SavedAssignment["places"]} */
  const places = new Map();
  for (const item of isSeq(node) ? node.items : []) {
    const id = String(plain(item, at));
    if (places.has(id)) at.refuse(item, "twice", id);
    const { line, col } = at.lines.linePos(/** @type {ParsedNode} */ (item).range[0]);
    places.set(id, { line, column: col });
  }
  return places;
}

/** @param {Record<string, any>} values @returns {Draft} */
function draftOf(values) {
  return {
    id: values.id,
    title: values.title,
    instructions: values.instructions ?? null,
    items: values.items ?? [],
    draw: values.draw ?? [],
    seed: values.seed ?? 1,
    order: values.order ?? "as-written",
    minutes: values.time_limit_minutes ?? null,
    attempts: values.attempts ?? null,
    feedback: values.feedback ?? "at-once",
    opens: values.opens ?? null,
    due: values.due ?? null,
    passMark: values.pass_mark_percent ?? null,
    key: values.public_key ?? null,
    lrs: values.lrs ?? null,
  };
}
