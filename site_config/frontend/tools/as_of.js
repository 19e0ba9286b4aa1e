import { trueOn } from "../billing/as_of.js";
import { make } from "../shared/dom.js";
import { words } from "../shared/strings/as_of/index.js";
import { strings } from "../shared/strings/tools/index.js";
import { dateOf, textOf } from "./fields.js";
import { scrollTable } from "./answer_output.js";

/** @import { AnswerOutput, Part } from "./answer_output.js" */
/** @import { Facts } from "../billing/types.js" */
/** @import { Tool } from "./element.js" */

/** @typedef {ReturnType<typeof trueOn>} FactsInEffect */

const NOT_IN_USE = new Set(["not-yet", "ended", "deleted"]);

/** What was true on a date of service, for a payer, of one code or all. @type {Tool} */
export const asOf = {
  read(form, facts, flaws) {
    const [date, code] = [dateOf(form, flaws), textOf(form, "code")];
    const payer = textOf(form, "payer");
    return (output) => showDay(output, facts, trueOn(facts, date, payer, code ? [code] : []));
  },
};

/** @param {AnswerOutput} output @param {Facts} facts @param {FactsInEffect} then */
function showDay(output, facts, then) {
  const day = strings.day(then.date);
  const inUse = then.codes.filter((code) => !NOT_IN_USE.has(code.state));
  output.add(make("h3", words.title(day, then.payer.name)));
  if (then.date > facts.table.judged) {
    output.add(make("p", words.later(strings.day(facts.table.judged))));
  }
  output.add(
    ...payerParts(output, then),
    ...codeParts(output, then),
    ...pairParts(facts, output, then),
  );
  output.add(...ruleParts(facts, output, then), ...changeParts(output, then));
  return words.said(day, inUse.length, then.pairs.length);
}

/** @param {AnswerOutput} output @param {FactsInEffect} then */
function payerParts(output, { payer }) {
  const swaps = payer.substitutions.map(({ code, use }) =>
    make("li", output.prose(words.instead(code, use)))
  );
  const counts = make("p", words.counts[/** @type {keyof typeof words.counts} */ (payer.method)]);
  return swaps.length ? [counts, make("ul", swaps)] : [counts];
}

/** @param {AnswerOutput} output @param {FactsInEffect} then */
function codeParts(output, then) {
  const rows = then.codes.map((code) => [
    ...cell(output.code(code.code)),
    code.name,
    stateText(code, output),
    code.coverage
      ? words.coverage[/** @type {keyof typeof words.coverage} */ (code.coverage)]
      : words.unsaid,
    code.mue ? words.ceiling(code.mue.units, strings.day(code.mue.asOf)) : words.unsaid,
  ]);
  const counted = Object.entries(Object.groupBy(then.codes, (code) => code.state))
    .map(([state, found]) =>
      `${found?.length} ${words.states[/** @type {keyof typeof words.states} */ (state)]}`
    );
  return [
    make("h4", words.codes),
    make("p", `${counted.join("; ")}.`),
    folded(
      words.codesShow(rows.length),
      scrollTable(words.codeColumns, rows, words.codes),
      rows.length < 12,
    ),
  ];
}

/** @param {FactsInEffect["codes"][number]} code @param {AnswerOutput} output */
function stateText(code, output) {
  const state = words.states[code.state];
  const edge = code.state === "not-yet" ? code.from : code.state === "ended" ? code.to : code.from;
  const told = edge ? `${state} (${words.edges[code.state](strings.day(edge))})` : state;
  return make("span", told, code.replacedBy && output.prose(words.successors(code.replacedBy)));
}

/** @param {Facts} facts @param {AnswerOutput} output @param {FactsInEffect} then */
function pairParts(facts, output, then) {
  const rows = then.pairs.map((pair) => [
    ...cell(output.code(pair.column1)),
    ...cell(output.code(pair.column2)),
    String(pair.indicator),
    pair.certain ? words.stood : words.perhaps,
    strings.day(pair.asOf),
  ]);
  const unsure = then.pairs.filter((pair) => !pair.certain).length;
  const sources = facts.table.rules["ncci-pairs"]?.cite ?? [];
  const told = make("p", words.pairsTold(rows.length, unsure), output.marks(sources));
  const shown = rows.length
    ? [
      folded(
        words.pairsShow(rows.length),
        scrollTable(words.pairColumns, rows, words.pairs),
        rows.length < 12,
      ),
    ]
    : [];
  return [make("h4", words.pairs), told, ...shown];
}

/** @param {Facts} facts @param {AnswerOutput} output @param {FactsInEffect} then */
function ruleParts(facts, output, then) {
  const title = (/** @type {string} */ rule) => facts.table.rules[rule].title;
  const cite = (/** @type {string} */ rule) => output.marks(facts.table.rules[rule].cite);
  const figures = then.figures.map(({ rule, key, amount, unit, from }) =>
    make(
      "li",
      words.figure(title(rule), key, amount, unit),
      from ? "" : words.firstUnknown,
      cite(rule),
    )
  );
  const said = then.rules.map(({ rule, text }) =>
    make("li", `${title(rule)}: `, output.prose(text), cite(rule))
  );
  return [
    make("h4", words.figures),
    figures.length ? make("ul", figures) : make("p", words.none),
    make("h4", words.rules),
    said.length
      ? folded(words.rulesShow(said.length), make("ul", said), said.length < 6)
      : make("p", words.none),
  ];
}

/** @param {AnswerOutput} output @param {FactsInEffect} then */
function changeParts(output, { changes }) {
  const list = (/** @type {FactsInEffect["changes"]["before"]} */ found) =>
    found.length
      ? make(
        "ul",
        found.map(({ date, title }) => make("li", `${strings.day(date)}: `, output.prose(title))),
      )
      : make("p", words.none);
  return [
    make("h4", words.before),
    list(changes.before),
    make("h4", words.after),
    list(changes.after),
  ];
}

/** @param {Part} part @returns {Part[]} */
const cell = (part) => [part];

/** A long part behind its summary. @param {string} summary @param {HTMLElement} content @param {boolean} open */
function folded(summary, content, open) {
  return make("details.rc-folded", { open }, make("summary", summary), content);
}
