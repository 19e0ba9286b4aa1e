/** An assignment for printing: the test, an answer sheet, and the key. */
import { listOf, make } from "../../shared/dom.js";
import { builderWords as words } from "../../shared/strings/index.js";

/** @import { BuilderQuestion, ChoicePaper, Draft } from "../types.d.ts" */

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/**
 * Adds the print view, prints, and removes it.
 *
 * @param {Draft} draft
 * @param {BuilderQuestion[]} questions
 */
export function printAssignment(draft, questions) {
  document.querySelector(".rc-paper")?.remove();
  const paper = printView(draft, questions);
  document.body.append(paper);
  addEventListener("afterprint", () => paper.remove(), { once: true });
  print();
}

/** @param {Draft} draft @param {BuilderQuestion[]} questions */
function printView(draft, questions) {
  const { title } = draft;
  return make(
    "div.rc-paper",
    make("section", head(title), terms(draft), make("ol", questions.map(asked))),
    make("section", head(`${title}: ${words.paper.sheet}`), make("ol", questions.map(line))),
    make("section", make("h1", `${title}: ${words.paper.key}`), make("ol", questions.map(keyed))),
  );
}

/** @param {string} title */
const head = (title) => [
  make(
    "p.rc-paper__head",
    `${words.paper.name}: `,
    make("span"),
    ` ${words.paper.date}: `,
    make("span"),
  ),
  make("h1", title),
];

/** @param {Draft} draft */
function terms({ instructions, minutes, due }) {
  const lines = [
    instructions,
    minutes && words.paper.minutes({ minutes }),
    due && words.paper.due({ when: due.slice(0, 16).replace("T", " ") }),
  ];
  return lines.filter(Boolean).map((text) => make("p", text));
}

/** @param {BuilderQuestion} question */
function asked(question) {
  const { title, facts, note, response, exhibits, statement, table, turn, asks } = question;
  const howTo = response.type === "single" ? "one" : response.type;
  return make(
    "li",
    make("h2", title),
    make("p.rc-paper__facts", facts),
    note.map((text) => make("p.rc-paper__note", text)),
    response.type === "marks" && marked(response),
    exhibits.map(({ table, sources }) => [
      tableOf(table.caption, table.head, table.rows),
      make("p.rc-paper__facts", sources),
    ]),
    statement && make("p.rc-paper__note", `“${statement}”`),
    table && tableOf(table.caption, table.head, table.rows),
    turn && make("p", turn),
    make("p", make("strong", asks), ` ${words.paper[howTo]}`),
    offered(response),
  );
}

/** @param {BuilderQuestion["response"]} response */
function offered(response) {
  if (response.type === "numbers") {
    return listOf("ul", response.parts.map((text) => `${text}: ______`));
  }
  if (response.type === "claim") {
    const { codes, modifiers, lines } = response;
    const blank = Array.from({ length: lines }, (_, index) => [String(index + 1), "", "", ""]);
    return [
      make("p", `${words.paper.codes}: ${codes.join("; ")}`),
      modifiers.length && make("p", `${words.paper.modifiers}: ${modifiers.join(", ")}`),
      tableOf("", words.paper.line, blank),
    ];
  }
  const { choices } = response;
  return listOf("ul", labels(response).map((label, index) => `${label}  ${choices[index].text}`));
}

/** Words of a note have numbers, options letters. @param {ChoicePaper} response */
const labels = ({ type, choices }) =>
  choices.map(({ label }, index) =>
    type === "marks" ? String(label ?? "–") : LETTERS[index] ?? String(index + 1)
  );

/** @param {ChoicePaper} response */
const marked = ({ paragraphs }) =>
  paragraphs.map((row) =>
    make(
      "p.rc-paper__note",
      row.map(([text, number]) => number ? [make("u", text), make("sup", String(number))] : text),
    )
  );

/** @param {string} caption @param {string[]} head @param {string[][]} rows */
function tableOf(caption, head, rows) {
  return make(
    "table",
    caption && make("caption", caption),
    make("thead", make("tr", head.map((text) => make("th", { scope: "col" }, text)))),
    make("tbody", rows.map((row) => make("tr", row.map((text) => make("td", text))))),
  );
}

/** @param {BuilderQuestion} question */
function line({ response }) {
  if (response.type === "numbers") {
    return make("li", response.parts.map((text) => `${text}: ______`).join("   "));
  }
  if (response.type === "claim") return make("li", "________________________________________");
  return make("li", labels(response).map((label) => `☐ ${label}`).join("   "));
}

/** @param {BuilderQuestion} question */
function keyed({ title, response, solution, explanation, sources }) {
  const letters = "choices" in response
    ? labels(response).filter((_, index) => response.choices[index].right).join(", ")
    : "";
  const right = [letters, solution].filter(Boolean).join(" · ");
  return make(
    "li",
    make("h2", title),
    make("p", make("strong", words.paper.right), ` ${right}`),
    explanation.map((text) => make("p", text)),
    sources.length &&
      make("p.rc-paper__facts", `${words.paper.sources}: ${sources.join("; ")}`),
  );
}
