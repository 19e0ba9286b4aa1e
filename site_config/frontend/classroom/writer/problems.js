/**
 * What `rightcode check` would say of a question, in its words: the rules of generator/checks that
 * need one question alone. tests/classroom/test_written_questions.py holds them against each other.
 */
import {
  heldMinutes,
  MINUTES,
  namedMinutes,
  numberIn,
  spans,
  speakableMinutes,
} from "./note_minutes.js";
import { numbered, problem } from "./problem.js";

/** @import { Facts, Visit } from "../../billing/types.d.ts" */
/** @import { Key, KindPart } from "./kinds/kind_part.js" */
/** @import { WrittenQuestion } from "./written_question.js" */

/**
 * @typedef {object} QuestionProblem
 * @property {string} rule Its code, or a name of the form's own rules.
 * @property {string} field The form's key of the field: `note`, `feedback.2`, `1.minutes`.
 * @property {string} text
 * @property {boolean} isRemark It is worth a look and bars nothing.
 */

const FEWEST_WORDS = 3;
/** How a text names a discipline, or somebody of it, or a setting other than a practice. */
const NAMED = /** @type {Record<string, RegExp>} */ ({
  pt: /\bPTA?s?\b|physical therap/i,
  ot: /\b(C?OTA?|OTR)s?\b|occupational therap/i,
  slp: /\bSLPA?s?\b|speech/i,
  chiropractic: /chiropract|\bDC\b/i,
  massage: /massage therap|\bLMT\b/i,
  "athletic-training": /athletic train|\bATC?\b/i,
  hospital: /hospital|outpatient dep|\bHOPD\b|\bward\b/i,
});
const ELSEWHERE = { discipline: ["pt", "ot", "slp"], setting: ["practitioner"] };
const AGE = /\b[A-Z][a-z]+ of (\d\d)\b|\b(\d\d) ?y\/?o\b/g;
const ENTITLED = /disab|\bALS\b|\bESRD\b|dialysis/i;
const ADULT = 18, OLD = 65;
const BY_ASSISTANT = /^[^.]{0,40}\b[Aa]ssistant\b|^(?:PTA|C?OTA)\b/;
const IN_GROUP = /^[^.]{0,60}\bgroup of\b/;
const AS_RIGHT = /^(?:Correct|Right|Yes|Exactly|Well done)[.:,;!]/i;
const AS_WRONG =
  /^(?:Wrong|Incorrect|Not right|Not correct)\b|\bso (?:this|it) is (?:wrong|incorrect)\b/i;
const TITLE_WORD = /\p{L}{4,}/gu;
const STEM = 6;
const PLAIN = new Set(
  ("also before bill billed billing claim code codes does each from have medicare minutes more" +
    " note only other patient service session than that their then there therapist therapy these" +
    " they this under visit when which with").split(" "),
);
/**
 * @param {WrittenQuestion} question
 * @param {Facts} facts
 * @param {KindPart} part
 * @param {Key | null} key None where the form of the visit is not complete.
 * @returns {QuestionProblem[]}
 */
export const problemsOf = (question, facts, part, key) => [
  ...unfilled(question, part),
  ...ofOptions(question, part),
  ...ofFeedback(question, part),
  ...(key?.refusal ? [key.refusal] : []),
  ...(key ? [...ofKey(question, facts, part, key), ...ofDay(question, facts)] : []),
  ...(key && part.holdsToNote ? ofNote(question, facts) : []),
];

/** @param {WrittenQuestion} question @param {KindPart} part */
function unfilled({ title, note, reason, objective }, { isVisit }) {
  const texts = { title, ...(isVisit ? { note } : {}), reason, objective };
  return Object.entries(texts).flatMap(([name, text]) => (text ? [] : [problem(name, name)]));
}

/** @param {WrittenQuestion} question @param {KindPart} part */
function ofOptions({ options }, { rows: { fewest, most }, offersOptions }) {
  const chosen = options.filter(({ id }) => id);
  const found = options.flatMap(({ id }, place) => {
    const field = numbered("option", place);
    if (!id) return [problem(offersOptions ? "option" : "code", field)];
    const first = options.findIndex((one) => one.id === id);
    return first < place ? [problem("I311", field, { option: id })] : [];
  });
  if (chosen.length >= fewest) return found;
  return [problem("fewOptions", "option", { fewest, most }), ...found];
}

/** @param {WrittenQuestion} question @param {KindPart} part */
const ofFeedback = ({ options }, { offersOptions }) =>
  options.flatMap(({ feedback }, place) => {
    const field = numbered("feedback", place);
    if (!feedback) return [problem("feedback", field, { place: place + 1 })];
    if (isShort(feedback)) return [problem("I316", field, { feedback })];
    const first = options.findIndex((one) => one.feedback === feedback);
    return offersOptions && first < place ? [problem("I317", field)] : [];
  });

/** @param {string} feedback */
export const isShort = (feedback) => feedback.split(/\s+/).length < FEWEST_WORDS;

/**
 * @param {WrittenQuestion} question @param {Facts} facts
 * @param {KindPart} part @param {Key} key
 */
function ofKey(question, facts, part, key) {
  if (key.refusal) return [];
  const { right, reasons } = key;
  const absent = part.offersOptions ? part.missing(key, question).sort() : [];
  const low = reasons.filter(({ confidence }) => confidence === "low");
  const stems = part.offersOptions && part.isVisit
    ? right.filter((id) => /\d/.test(id) && question.note.includes(id))
    : [];
  return [
    ...part.problems(key, question, facts),
    ...(part.offersOptions ? contraryFeedback(question, right) : []),
    ...(absent.length ? [problem("K303", "option", { absent: absent.join(" and ") })] : []),
    ...low.map(({ text }) => problem("K305", "1.what", { fact: text.replace(/\.+$/, "") })),
    ...(part.holdsToNote ? elsewhere(question, facts, part, right) : []),
    ...stems.map((code) => problem("stem", "note", { code })),
    ...(part.offersOptions ? revealingTitle(question, facts, right) : []),
  ];
}

/** Feedback that praises a wrong option, or calls a right one wrong. */
/** @param {WrittenQuestion} question @param {string[]} right */
const contraryFeedback = ({ options }, right) =>
  options.flatMap(({ id, feedback }, place) => {
    const isRight = right.includes(id);
    const verdict = isRight ? "wrong|incorrect" : "right|correct";
    const called = new RegExp(`\\b${id} is (?:the )?(?:${verdict})(?: (?:code|here))?[.;]`);
    const found = (isRight ? AS_WRONG : AS_RIGHT).exec(feedback) ??
      (/\d/.test(id) ? called.exec(feedback) : null);
    const own = isRight ? "right" : "wrong";
    return found ? [problem("I330", numbered("feedback", place), { own, other: found[0] })] : [];
  });

/** @param {WrittenQuestion} question @param {Facts} facts */
function ofDay({ visit }, facts) {
  const { judged } = facts.table;
  const isLater = Number(visit.date.slice(0, 4)) > Number(judged.slice(0, 4));
  return isLater ? [problem("I370", "date", { day: visit.date, judged })] : [];
}

/**
 * A key that another discipline or setting would change, which no word tells.
 *
 * @param {WrittenQuestion} question @param {Facts} facts
 * @param {KindPart} part @param {string[]} right
 */
function elsewhere(question, facts, part, right) {
  const { note, visit } = question;
  const text = `${note} ${part.words().prompt} ${facts.table.payers[visit.payer].name}`;
  return Object.entries(ELSEWHERE).flatMap(([what, others]) => {
    const own = String(visit[/** @type {"discipline" | "setting"} */ (what)]);
    if (!NAMED[own] || NAMED[own].test(text)) return [];
    const differs = others.some((other) => {
      if (other === own) return false;
      const key = part.keyOf({ ...question, visit: { ...visit, [what]: other } }, facts);
      return !key.refusal && key.right.toSorted().join() !== right.toSorted().join();
    });
    if (!differs) return [];
    const named = others.filter((one) => NAMED[one]?.test(note));
    return [
      named.length === 1
        ? problem("K306other", "note", { what, named: named[0], own })
        : problem("K306", "note", { what, own }),
    ];
  });
}

/** @param {string} text */
const stemsOf = (text) =>
  (text.toLowerCase().match(TITLE_WORD) ?? []).filter((word) => !PLAIN.has(word))
    .map((word) => word.slice(0, STEM));

/** @param {WrittenQuestion} question @param {Facts} facts @param {string[]} right */
function revealingTitle({ title, options }, facts, right) {
  const wordsOf = (/** @type {string} */ id) => new Set(stemsOf(facts.codes.get(id)?.name ?? ""));
  const [meant, wrong] = [true, false].map((isRight) =>
    options.filter(({ id }) => id && right.includes(id) === isRight).map(({ id }) => wordsOf(id))
  );
  if (!meant.length || !wrong.length) return [];
  const found = stemsOf(title).sort().find((stem) =>
    meant.every((words) => words.has(stem)) && !wrong.some((words) => words.has(stem))
  );
  if (!found) return [];
  const word = title.match(TITLE_WORD)?.find((one) => one.toLowerCase().startsWith(found)) ?? "";
  return [problem("I375", "title", { word })];
}

/** @param {WrittenQuestion} question @param {Facts} facts */
function ofNote({ note, visit, options, reason }, facts) {
  const { services, payer } = visit;
  const named = [...namedMinutes(note), ...spans(note)];
  const held = heldMinutes(note);
  const minutes = services.flatMap((service) => service.minutes ?? []);
  const wrongMinutes = services.flatMap((service, place) =>
    service.minutes && !held.has(service.minutes)
      ? [problem("I319", `${place + 1}.minutes`, {
        minutes: service.minutes,
        count: named.length === 1 ? 1 : 0,
        named: named[0] ?? 0,
      })]
      : []
  );
  const speakable = speakableMinutes(note, minutes);
  const texts = [
    ...options.flatMap(({ feedback, wrong = [] }, place) => [
      { text: feedback, field: numbered("feedback", place) },
      ...wrong.map((one) => ({ text: one.feedback, field: numbered(one.field, place) })),
    ]),
    { text: reason, field: "reason" },
  ];
  const unheld = texts.flatMap(({ text, field }) => {
    return [...text.matchAll(MINUTES)].flatMap(([part, word]) => {
      const count = numberIn(word);
      return count === undefined || speakable.has(count) ? [] : [problem("I315", field, { part })];
    });
  });
  const medicare = Boolean(facts.table.payers[payer].policy?.medicareModifiers);
  return [
    ...wrongMinutes,
    ...unheld,
    ...peopleOf(note, visit),
    ...(medicare && isYoung(note) ? [problem("I371", "note")] : []),
  ];
}

/** @param {string} note */
const isYoung = (note) =>
  !ENTITLED.test(note) && [...note.matchAll(AGE)].some(([, one, other]) => {
    const age = Number(one ?? other);
    return ADULT <= age && age < OLD;
  });

/** @param {string} note @param {Visit} visit */
function peopleOf(note, { services }) {
  const assisted = BY_ASSISTANT.test(note) && services.every(({ by }) => by === "therapist");
  const grouped = IN_GROUP.test(note) &&
    !services.some(({ contact, technique, code }) =>
      contact === "group" || (technique ?? code ?? "").includes("group")
    );
  return [
    ...(assisted ? [problem("I321assistant", "1.by")] : []),
    ...(grouped ? [problem("I321group", "1.what")] : []),
  ];
}
