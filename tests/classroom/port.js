/**
 * The browser's half of assignments on data from a file: `deno run … port.js WHAT IN OUT`. The
 * tests beside it start it.
 */
import { selectQuestions } from "../../site_config/frontend/classroom/format/question_draw.js";
import { fromFragment, toFragment } from "../../site_config/frontend/classroom/format/link.js";
import { toYaml } from "../../site_config/frontend/classroom/format/yaml_writer.js";
import { combine } from "../../site_config/frontend/classroom/builder/text_formats.js";
import { placeOptions } from "../../site_config/frontend/classroom/builder/option_order.js";
import { readFacts } from "../../site_config/frontend/billing/facts.js";
import { parts } from "../../site_config/frontend/classroom/writer/kinds/index.js";
import { problemsOf } from "../../site_config/frontend/classroom/writer/problems.js";
import { questionFile } from "../../site_config/frontend/classroom/writer/question_file.js";

const [what, from, to] = Deno.args;
const told = JSON.parse(Deno.readTextFileSync(from));

/** @param {string} fragment */
function opened(fragment) {
  try {
    return fromFragment(fragment);
  } catch (problem) {
    return String(/** @type {any} */ (problem).reason ?? `not refused but broken: ${problem}`);
  }
}

/** @param {any[]} questions */
const written = (questions) => ({
  moodle: combine("moodle", questions, "Set"),
  gift: combine("gift", questions, "Set"),
  questions: combine("questions", questions, "Set"),
  answers: combine("answers", questions, "Set"),
});

/** @param {any} question @param {any} facts */
function judged({ kind = "choose-code", more = {}, ...rest }, facts) {
  const part = /** @type {any} */ (parts)[kind];
  const question = { kind, more, ...rest };
  const key = part.keyOf(question, facts);
  const problems = problemsOf(question, facts, part, key);
  if (key.refusal) return { key, problems, files: {} };
  const quiz = {
    folder: "quizzes",
    name: "own-one.yaml",
    text: questionFile("own-one", 1, question, part, key),
  };
  const files = [quiz, ...(part.files?.(key, question, "own-one", facts) ?? [])];
  return {
    key,
    problems,
    file: quiz.text,
    files: Object.fromEntries(files.map(({ folder, name, text }) => [`${folder}/${name}`, text])),
    own: part.own(key, question, facts),
  };
}

/** @type {Record<string, () => unknown>} */
const answers = {
  written: () => {
    const facts = readFacts(told.facts);
    return told.questions.map((/** @type {any} */ one) => judged(one, facts));
  },
  keys: () => {
    const facts = readFacts(told.facts);
    return told.asked.map((/** @type {any} */ { kind = "choose-code", ...one }) => {
      const { refusal, ...key } = /** @type {any} */ (parts)[kind].keyOf(one, facts);
      return refusal ? { refused: refusal.text } : key;
    });
  },
  drawn: () => {
    const known = new Map(told.entries.map((/** @type {any} */ entry) => [entry.id, entry]));
    return told.drafts.map((/** @type {any} */ draft) =>
      selectQuestions(draft, known).map(({ entry }) => entry.id)
    );
  },
  yaml: () => told.drafts.map(toYaml),
  links: () => told.assignments.map((/** @type {any} */ one) => fromFragment(toFragment(one))),
  opened: () => told.fragments.map(opened),
  formats: () => written(told.questions),
  sets: () => told.sets.map((/** @type {any[]} */ questions) => written(placeOptions(questions))),
};

Deno.writeTextFileSync(to, JSON.stringify(answers[what]()));
