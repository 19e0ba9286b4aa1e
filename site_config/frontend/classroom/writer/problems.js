/**
 * What `rightcode check` would say of a question, in its words: the rules of generator/checks that
 * need one question alone. tests/classroom/test_written_questions.py holds them against each other.
 */
import { writerWords } from "../../shared/strings/index.js";
import { say } from "../../shared/strings/messages.js";
import { keyOf } from "./answer_key.js";
import {
  heldMinutes,
  MINUTES,
  namedMinutes,
  numberIn,
  spans,
  speakableMinutes,
} from "./note_minutes.js";

/** @import { Facts, Visit } from "../../billing/types.d.ts" */
/** @import { Key } from "./answer_key.js" */
/** @import { WrittenQuestion } from "./written_question.js" */

/**
 * @typedef {object} QuestionProblem
 * @property {string} rule Its code, or a name of the form's own rules.
 * @property {string} field The form's key of the field: `note`, `feedback.2`, `1.minutes`.
 * @property {string} text
 * @property {boolean} isRemark It is worth a look and bars nothing.
 */

export const OPTIONS = { fewest: 3, most: 6 };
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
const CODE = /\b(?:\d{5}|[A-Z]\d{4})\b/g;
const BY_ASSISTANT = /^[^.]{0,40}\b[Aa]ssistant\b|^(?:PTA|C?OTA)\b/;
const IN_GROUP = /^[^.]{0,60}\bgroup of\b/;
const TITLE_WORD = /\p{L}{4,}/gu;
const STEM = 6;
const PLAIN = new Set(
  ("also before bill billed billing claim code codes does each from have medicare minutes more" +
    " note only other patient service session than that their then there therapist therapy these" +
    " they this under visit when which with").split(" "),
);
const REMARKS = ["I315", "I375"];

/** The sentences: English, as the check has them, or the reader's language. */
const sentences = () => /** @type {Record<string, any>} */ (writerWords.problems);

/**
 * @param {string} rule @param {string} field
 * @param {import("../../shared/strings/messages.js").Values} [values]
 * @returns {QuestionProblem}
 */
const problem = (rule, field, values = {}) => ({
  rule,
  field,
  text: say(sentences()[rule], values),
  isRemark: REMARKS.includes(rule),
});

/** The key of the option's or feedback's field. @param {string} name @param {number} place */
const numbered = (name, place) => (place ? `${name}.${place + 1}` : name);

/**
 * @param {WrittenQuestion} question
 * @param {Facts} facts
 * @param {Key | null} key None where the form of the visit is not complete.
 * @returns {QuestionProblem[]}
 */
export const problemsOf = (question, facts, key) => [
  ...unfilled(question),
  ...ofOptions(question),
  ...ofFeedback(question),
  ...(key ? [...ofKey(question, facts, key), ...ofNote(question, facts, key)] : []),
];

/** @param {WrittenQuestion} question */
function unfilled({ title, note, reason, objective }) {
  const texts = { title, note, reason, objective };
  return Object.entries(texts).flatMap(([name, text]) => (text ? [] : [problem(name, name)]));
}

/** @param {WrittenQuestion} question */
function ofOptions({ options }) {
  const chosen = options.filter(({ id }) => id);
  const found = options.flatMap(({ id }, place) => {
    if (!id) return [problem("option", numbered("option", place))];
    const first = options.findIndex((one) => one.id === id);
    return first < place ? [problem("I311", numbered("option", place), { option: id })] : [];
  });
  return chosen.length < OPTIONS.fewest ? [problem("fewOptions", "option"), ...found] : found;
}

/** @param {WrittenQuestion} question */
const ofFeedback = ({ options }) =>
  options.flatMap(({ feedback }, place) => {
    const field = numbered("feedback", place);
    if (!feedback) return [problem("feedback", field, { place: place + 1 })];
    if (feedback.split(/\s+/).length < FEWEST_WORDS) return [problem("I316", field, { feedback })];
    const first = options.findIndex((one) => one.feedback === feedback);
    return first < place ? [problem("I317", field)] : [];
  });

/** @param {WrittenQuestion} question @param {Facts} facts @param {Key} key */
function ofKey(question, facts, key) {
  const { right } = key;
  const { options, visit, reason, note } = question;
  const absent = right.filter((id) => !options.some((option) => option.id === id)).sort();
  const low = key.reasons.filter(({ confidence }) => confidence === "low");
  const joined = [...right].sort().join(" and ");
  const several = right.length > 1;
  const stems = right.filter((id) => /\d/.test(id) && note.includes(id));
  return [
    ...(several ? [problem("K302", "1.what", { count: right.length, answers: joined })] : []),
    ...(absent.length ? [problem("K303", "option", { absent: absent.join(" and ") })] : []),
    ...low.map(({ text }) => problem("K305", "1.what", { fact: text.replace(/\.+$/, "") })),
    ...elsewhere(question, facts, right),
    ...stems.map((code) => problem("stem", "note", { code })),
    ...otherReason(reason, options.map(({ id }) => id), right),
    ...revealingTitle(question, facts, right),
    ...(Number(visit.date.slice(0, 4)) > Number(facts.table.judged.slice(0, 4))
      ? [problem("I370", "date", { day: visit.date, judged: facts.table.judged })]
      : []),
  ];
}

/** A key that another discipline or setting would change, which no word tells. */
/** @param {WrittenQuestion} question @param {Facts} facts @param {string[]} right */
function elsewhere({ note, visit, about }, facts, right) {
  const text = `${note} ${writerWords.prompt} ${facts.table.payers[visit.payer].name}`;
  return Object.entries(ELSEWHERE).flatMap(([what, others]) => {
    const own = String(visit[/** @type {"discipline" | "setting"} */ (what)]);
    if (!NAMED[own] || NAMED[own].test(text)) return [];
    const differs = others.some((other) =>
      other !== own && keyChanges(facts, { ...visit, [what]: other }, about, right)
    );
    if (!differs) return [];
    const named = others.filter((one) => NAMED[one]?.test(note));
    return [
      named.length === 1
        ? problem("K306other", "note", { what, named: named[0], own })
        : problem("K306", "note", { what, own }),
    ];
  });
}

/** @param {Facts} facts @param {Visit} visit @param {number} about @param {string[]} right */
const keyChanges = (facts, visit, about, right) =>
  keyOf(facts, visit, about).right.toSorted().join() !== right.toSorted().join();

/** @param {string} reason @param {string[]} offered @param {string[]} right */
function otherReason(reason, offered, right) {
  const codes = right.filter((id) => /\d/.test(id)).sort();
  const named = [...new Set(reason.match(CODE) ?? [])].filter((code) => offered.includes(code));
  if (!codes.length || !named.length || named.some((code) => codes.includes(code))) return [];
  const values = { named: listed(named.sort(), "and"), right: listed(codes, "or") };
  return [problem("I322", "reason", values)];
}

/** @param {string[]} names @param {string} word */
function listed(names, word) {
  const quoted = names.map((name) => `'${name}'`);
  return [quoted.slice(0, -1).join(", "), quoted.at(-1)].filter(Boolean).join(` ${word} `);
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

/** @param {WrittenQuestion} question @param {Facts} facts @param {Key} key */
function ofNote({ note, visit, options, reason }, facts, key) {
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
  const texts = [...options.map(({ feedback }) => feedback), reason];
  const unheld = texts.flatMap((text, place) => {
    const field = place < options.length ? numbered("feedback", place) : "reason";
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
    ...(key && medicare && isYoung(note) ? [problem("I371", "note")] : []),
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
