/** What is on file of a payer, in the order in which a biller asks for it. */
import { myPayerWords as words, ownPayerWords } from "../shared/strings/index.js";

/** @import { AnswerOutput, Part } from "./answer_output.js" */
/** @import { Fact, Facts, Payer } from "../billing/types.d.ts" */

/**
 * Each with its name; what is not known says to ask.
 * @param {Facts} facts @param {string} id @param {Payer} payer @param {AnswerOutput} output
 * @returns {[string, Part[][]][]}
 */
export function payerFacts(facts, id, payer, output) {
  const { medicareModifiers, mues } = payer.policy ?? {};
  const { plan, assistant } = facts.table.modifiers;
  const quote = (/** @type {Fact} */ { text, sources }) => [
    ...output.prose(text),
    ...output.marks(sources),
  ];
  const names = (/** @type {Record<string, string>} */ table) =>
    [...new Set(Object.values(table))].join(ownPayerWords.or);
  const counting = [words.methods[method(payer)], ...output.marks(payer.methodSources)];
  const wanted = medicareModifiers
    ? [[words.medicarePlan({ modifiers: names(plan) })]]
    : payer.modifiers?.length
    ? payer.modifiers.map(quote)
    : payer.modifiers || payer.invented
    ? [[words.noneWanted]]
    : [];
  const marked = medicareModifiers
    ? [[words.medicareAssistants({ modifiers: names(assistant) })]]
    : payer.assistants
    ? [quote(payer.assistants)]
    : [];
  const limited = mues ? [[words.medicareUnits]] : (payer.caps ?? []).map(quote);
  const rows = /** @type {[string, Part[][]][]} */ ([
    [words.method, [counting]],
    [words.plan, wanted],
    [words.assistants, marked],
    [words.units, limited],
    [words.visits, (payer.visitLimits ?? []).map(quote)],
    [words.authorization, (payer.authorizations ?? []).map(quote)],
    [words.excluded, excluded(facts, id, payer, output, quote)],
  ]);
  return rows.map(([name, known]) => [name, known.length ? known : [[words.notKnown]]]);
}

/** @param {Payer} payer */
const method = (payer) => /** @type {keyof typeof words.methods} */ (payer.method);

/**
 * @param {Facts} facts @param {string} id @param {Payer} payer @param {AnswerOutput} output
 * @param {(fact: Fact) => Part[]} quote
 */
function excluded(facts, id, payer, output, quote) {
  const unpaid = [...facts.codes].flatMap(([name, code]) =>
    facts.table.neverPaid.includes(code.coverage?.[id]?.status ?? "") ? [name] : []
  );
  return [
    ...Object.entries(payer.notCovered ?? {}).map(([code, fact]) => [
      output.code(code),
      ": ",
      ...quote(fact),
    ]),
    ...(payer.refusals ?? []).map(quote),
    ...(unpaid.length ? [output.prose(words.neverPaid({ codes: unpaid.join(", ") }))] : []),
  ];
}
