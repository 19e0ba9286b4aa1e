import { roleOf, selectCode } from "../../../billing/select_codes.js";
import { writerWords as words } from "../../../shared/strings/index.js";
import { problem } from "../problem.js";
import { factsOf, isCode, offered } from "./kind_part.js";

/** @import { KindPart } from "./kind_part.js" */

const CODE = /\b(?:\d{5}|[A-Z]\d{4})\b/g;

/**
 * One service, one best code: questions/kinds/choose_code in Python.
 *
 * @type {KindPart}
 */
export const chooseCodePart = {
  name: "choose-code",
  rows: { fewest: 3, most: 6, usual: 4 },
  isVisit: true,
  asksOne: true,
  offersOptions: true,
  holdsToNote: true,
  words: () => ({
    prompt: words.prompt,
    hint: words.hint,
    row: words.option,
    add: words.addOption,
  }),
  dress() {},
  fields: () => [],
  keyOf({ visit, about }, facts) {
    const service = visit.services[about] ?? visit.services[0];
    const outcome = selectCode(facts, visit, service, roleOf(facts, visit, service));
    const asks = outcome.kind === "ask";
    const right = outcome.kind === "billable"
      ? outcome.codes
      : [asks ? "ask-therapist" : "not-billable"];
    return { right, reasons: outcome.reasons, note: asks ? words.engineAsks : "" };
  },
  keyText: ({ right }, _question, facts) => right.map((id) => nameOf(id, facts)).join(words.or),
  verdict({ right }, id) {
    const isRight = right.includes(id);
    return { isRight, text: isRight ? words.isRight : words.isWrong };
  },
  problems({ right }, { reason, options }) {
    const several = right.length > 1;
    const answers = [...right].sort().join(" and ");
    return [
      ...(several ? [problem("K302", "1.what", { count: right.length, answers })] : []),
      ...otherReason(reason, offered(options), right),
    ];
  },
  missing: ({ right }, { options }) => right.filter((id) => !offered(options).includes(id)),
  item: ({ right }, { visit, about, options }) => ({
    ...(visit.services.length > 1 ? { about: visit.services[about].id } : {}),
    options: options.map(({ id, feedback }) => ({
      [isCode(id) ? "code" : "answer"]: id,
      ...(right.includes(id) ? { key: true } : {}),
      feedback,
    })),
  }),
  restsOn: ({ right }, { visit, about, options }) =>
    factsOf([visit.services[about]], right.filter(isCode), offered(options).filter(isCode)),
  own: ({ right: [right] }, { options }, facts) => ({
    options: options.map(({ id, feedback }) => {
      const text = facts.codes.get(id)?.name ?? "";
      return { id, ...(text ? { text } : {}), feedback };
    }),
    right,
  }),
};

/** @param {string} id @param {import("../../../billing/types.d.ts").Facts} facts */
function nameOf(id, facts) {
  const answers = /** @type {Record<string, string>} */ (words.answers);
  return Object.hasOwn(answers, id)
    ? answers[id]
    : `${id} ${facts.codes.get(id)?.name ?? ""}`.trim();
}

/** @param {string} reason @param {string[]} options @param {string[]} right */
function otherReason(reason, options, right) {
  const codes = right.filter(isCode).sort();
  const named = [...new Set(reason.match(CODE) ?? [])].filter((code) => options.includes(code));
  if (!codes.length || !named.length || named.some((code) => codes.includes(code))) return [];
  const values = { named: listed(named.sort(), "and"), right: listed(codes, "or") };
  return [problem("I322", "reason", values)];
}

/** @param {string[]} names @param {string} word */
function listed(names, word) {
  const quoted = names.map((name) => `'${name}'`);
  return [quoted.slice(0, -1).join(", "), quoted.at(-1)].filter(Boolean).join(` ${word} `);
}
