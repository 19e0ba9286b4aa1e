import { calendarDay } from "../shared/dates.js";
import { factsInEffect } from "../billing/as_of.js";
import { listOf, make } from "../shared/dom.js";
import { asOfWords as words } from "../shared/strings/index.js";
import { chosenOf, dateOf, textOf } from "./fields.js";
import { scrollTable } from "./answer_output.js";

/** @import { AnswerOutput, Part } from "./answer_output.js" */
/** @import { Facts } from "../billing/types.d.ts" */
/** @import { Tool } from "./element.js" */

/** @typedef {ReturnType<typeof factsInEffect>} FactsInEffect */

const NOT_IN_USE = new Set(["not-yet", "ended", "deleted"]);

/** What was true on a date of service, for a payer, of one code or all. @type {Tool} */
export const asOf = {
  read(form, facts, errors) {
    const [date, code] = [dateOf(form, errors), textOf(form, "code")];
    const payer = chosenOf(form, "payer", errors);
    return (output) =>
      showDay(output, facts, factsInEffect(facts, date, payer, code ? [code] : []));
  },
};

/** @param {AnswerOutput} output @param {Facts} facts @param {FactsInEffect} then */
function showDay(output, facts, then) {
  const day = calendarDay(then.date);
  const inUse = then.codes.filter((code) => !NOT_IN_USE.has(code.state));
  output.add(make("h3", words.title({ day, payer: then.payer.name })));
  if (then.date > facts.table.judged) {
    output.add(make("p", words.later({ judged: calendarDay(facts.table.judged) })));
  }
  output.add(
    ...payerParts(output, then),
    ...codeParts(output, then),
    ...pairParts(facts, output, then),
    ...ruleParts(facts, output, then),
    ...changeParts(output, then),
  );
  return words.said({ day, codes: inUse.length, pairs: then.pairs.length });
}

/** @param {AnswerOutput} output @param {FactsInEffect} then */
function payerParts(output, { payer }) {
  const swaps = payer.substitutions.map(({ code, use }) =>
    output.prose(words.instead({ code, use }))
  );
  const counts = make("p", words.counts[/** @type {keyof typeof words.counts} */ (payer.method)]);
  return swaps.length ? [counts, listOf("ul", swaps)] : [counts];
}

/** @param {AnswerOutput} output @param {FactsInEffect} then */
function codeParts(output, then) {
  const rows = then.codes.map((code) => [
    output.code(code.code),
    code.name,
    stateText(code, output),
    code.coverage
      ? words.coverage[/** @type {keyof typeof words.coverage} */ (code.coverage)]
      : words.unsaid,
    code.mue
      ? words.ceiling({ units: code.mue.units, day: calendarDay(code.mue.asOf) })
      : words.unsaid,
  ]);
  const counts = Object.entries(Object.groupBy(then.codes, (code) => code.state))
    .map(([state, codes]) =>
      `${codes?.length} ${words.states[/** @type {keyof typeof words.states} */ (state)]}`
    );
  const codes = scrollTable(words.codeColumns, rows, words.codes);
  return [
    make("h4", words.codes),
    make("p", `${counts.join("; ")}.`),
    folded(words.codesShow({ count: rows.length }), codes, rows.length < 12),
  ];
}

/** @param {FactsInEffect["codes"][number]} code @param {AnswerOutput} output */
function stateText(code, output) {
  const state = words.states[code.state];
  const edge = code.state === "ended" ? code.to : code.from;
  const text = edge ? `${state} (${words.edges[code.state]({ day: calendarDay(edge) })})` : state;
  return make(
    "span",
    text,
    code.replacedBy && output.prose(words.successors({ codes: code.replacedBy.join(", ") })),
  );
}

/** @param {Facts} facts @param {AnswerOutput} output @param {FactsInEffect} then */
function pairParts(facts, output, then) {
  const rows = then.pairs.map((pair) => [
    output.code(pair.column1),
    output.code(pair.column2),
    String(pair.indicator),
    pair.certain ? words.stood : words.perhaps,
    calendarDay(pair.asOf),
  ]);
  const unsure = then.pairs.filter((pair) => !pair.certain).length;
  const sources = facts.table.rules["ncci-pairs"]?.cite ?? [];
  const intro = make("p", words.pairsTold({ count: rows.length, unsure }), output.marks(sources));
  const heading = make("h4", words.pairs);
  if (!rows.length) return [heading, intro];
  const pairs = scrollTable(words.pairColumns, rows, words.pairs);
  return [heading, intro, folded(words.pairsShow({ count: rows.length }), pairs, rows.length < 12)];
}

/** @param {Facts} facts @param {AnswerOutput} output @param {FactsInEffect} then */
function ruleParts(facts, output, then) {
  const title = (/** @type {string} */ rule) => facts.table.rules[rule].title;
  const cite = (/** @type {string} */ rule) => output.marks(facts.table.rules[rule].cite);
  const figures = then.figures.map(({ rule, key, amount, unit, from }) => [
    words.figure({
      rule: title(rule),
      key: key.replaceAll("-", " "),
      amount: unit === "usd" ? `$${amount.toLocaleString("en-US")}` : `${amount} ${unit}`,
    }),
    from ? "" : words.firstUnknown,
    cite(rule),
  ]);
  const rules = then.rules.map(({ rule, text }) => [
    `${title(rule)}: `,
    output.prose(text),
    cite(rule),
  ]);
  return [
    make("h4", words.figures),
    listOrNone(figures),
    make("h4", words.rules),
    rules.length
      ? folded(words.rulesShow({ count: rules.length }), listOf("ul", rules), rules.length < 6)
      : make("p", words.none),
  ];
}

/** @param {AnswerOutput} output @param {FactsInEffect} then */
function changeParts(output, { changes }) {
  const list = (/** @type {FactsInEffect["changes"]["before"]} */ some) =>
    listOrNone(some.map(({ date, title }) => [`${calendarDay(date)}: `, output.prose(title)]));
  return [
    make("h4", words.before),
    list(changes.before),
    make("h4", words.after),
    list(changes.after),
  ];
}

/** @param {(string | Part[])[][]} entries */
const listOrNone = (entries) => entries.length ? listOf("ul", entries) : make("p", words.none);

/** @param {string} summary @param {HTMLElement} content @param {boolean} open */
function folded(summary, content, open) {
  return make("details.rc-folded", { open }, make("summary", summary), content);
}
