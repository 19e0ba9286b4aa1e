/** An assignment for printing: the test, an answer sheet, and the key. */
import { make } from "../../shared/dom.js";
import { builderWords as all } from "../../shared/strings/index.js";

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
  return make(
    "div.rc-paper",
    make("section", head(draft, draft.title), terms(draft), make("ol", questions.map(asked))),
    make(
      "section",
      head(draft, `${draft.title}: ${all.paper.sheet}`),
      make("ol", questions.map(line)),
    ),
    make(
      "section",
      make("h1", `${draft.title}: ${all.paper.key}`),
      make("ol", questions.map(keyed)),
    ),
  );
}

/** @param {Draft} _draft @param {string} textContent */
const head = (_draft, textContent) => [
  make(
    "p.rc-paper__head",
    `${all.paper.name}: `,
    make("span"),
    ` ${all.paper.date}: `,
    make("span"),
  ),
  make("h1", textContent),
];

/** @param {Draft} draft */
function terms({ instructions, minutes, due }) {
  const when = due ? all.paper.due({ when: due.slice(0, 16).replace("T", " ") }) : "";
  const lines = [instructions ?? "", minutes ? all.paper.minutes({ minutes }) : "", when];
  return lines.filter(Boolean).map((textContent) => make("p", textContent));
}

/** @param {BuilderQuestion} question */
function asked(question) {
  const { title, facts, note, response, statement, table, turn, asks } = question;
  return make(
    "li",
    make("h2", title),
    make("p.rc-paper__facts", facts),
    note.map((textContent) => make("p.rc-paper__note", textContent)),
    response.type === "marks" && marked(response),
    statement && make("p.rc-paper__note", `“${statement}”`),
    table && tableOf(table.caption, table.head, table.rows),
    turn && make("p", turn),
    make("p", make("strong", asks), ` ${howTo(response.type)}`),
    offered(response),
  );
}

/** @param {BuilderQuestion["response"]["type"]} type */
const howTo = (type) =>
  ({
    single: all.paper.one,
    several: all.paper.several,
    marks: all.paper.marks,
    numbers: all.paper.numbers,
    claim: all.paper.claim,
  })[type];

/** @param {BuilderQuestion["response"]} response @returns {Node[]} */
function offered(response) {
  if (response.type === "numbers") {
    return [list(response.parts.map((text) => `${text}: ______`))];
  }
  if (response.type === "claim") {
    const codes = response.codes.join("; ");
    const blank = Array.from(
      { length: response.lines },
      (_, index) => [String(index + 1), "", "", ""],
    );
    return [
      make("p", `${all.paper.codes}: ${codes}`),
      ...(response.modifiers.length
        ? [make("p", `${all.paper.modifiers}: ${response.modifiers.join(", ")}`)]
        : []),
      tableOf("", all.paper.line, blank),
    ];
  }
  return [
    list(labels(response).map((label, index) => `${label}  ${response.choices[index].text}`)),
  ];
}

/** Words of a note have numbers, options letters. @param {ChoicePaper} response */
const labels = ({ type, choices }) =>
  choices.map(({ label }, index) =>
    type === "marks" ? String(label ?? "–") : LETTERS[index] ?? String(index + 1)
  );

/** @param {string[]} texts */
const list = (texts) => make("ul", texts.map((textContent) => make("li", textContent)));

/** @param {ChoicePaper} response */
const marked = ({ paragraphs }) =>
  paragraphs.map((row) =>
    make(
      "p.rc-paper__note",
      row.flatMap(/** @returns {(Node | string)[]} */ ([text, number]) =>
        number ? [make("u", text), make("sup", String(number))] : [text]
      ),
    )
  );

/** @param {string} caption @param {string[]} head @param {string[][]} rows */
function tableOf(caption, head, rows) {
  const titles = head.map((textContent) => make("th", { scope: "col" }, textContent));
  return make(
    "table",
    caption && make("caption", caption),
    make("thead", make("tr", titles)),
    make("tbody", rows.map((row) => make("tr", row.map((textContent) => make("td", textContent))))),
  );
}

/** A line of the answer sheet. @param {BuilderQuestion} question */
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
    make("p", make("strong", all.paper.right), ` ${right}`),
    explanation.map((textContent) => make("p", textContent)),
    sources.length &&
      make(
        "p.rc-paper__facts",
        `${all.paper.sources}: ${sources.join("; ")}`,
      ),
  );
}
