/** A visit in, its claim out: lines with reasons, what is not billed and why, what to ask, what to watch. */

import { METHODS } from "./unit_counting.js";
import { unpaid } from "./count_messages.js";
import { byName, distinct, sum } from "./facts.js";
import * as known from "./unknowns.js";
import { overLimits } from "./limits.js";
import { linesOf, saidOf } from "./claim_lines.js";
import { tooLittle } from "./measured_units.js";
import { notBilled, reason } from "./outcomes.js";
import { amountIn, settle } from "./ncci_edits.js";
import { sortService } from "./services.js";

/** @import { Bill, Code, Facts, NotBilled, Said, Settled, Visit, Work } from "./types.js" */

/** The claim for `visit` by the facts alone; the order of its services does not matter. @param {Facts} facts @param {Visit} visit @returns {Bill} */
export function bill(facts, visit) {
  const sorted = visit.services.map((service) => sortService(facts, visit, service));
  const all = sorted.filter((found) => found.kind === "work").sort(byCode);
  const counted = known.methodKnown(facts, visit);
  const works = counted ? all : all.filter((work) => !work.timed);
  const open = counted ? [] : known.uncountable(facts, visit, all.filter((work) => work.timed));
  const settled = settle(facts, visit, works);
  const claims = settled.count.allocations.map((way) => linesOf(facts, visit, settled, way));
  const said = saidOfWorks(facts, visit, works);
  return {
    lines: claims[0],
    alternatives: claims.slice(1),
    notBilled: [
      ...sorted.filter((found) => found.kind === "not-billed"),
      ...settled.denied,
      ...withoutUnits(facts, visit, settled),
      ...withoutAmounts(facts, settled),
    ],
    questions: distinct([
      ...sorted.filter((found) => found.kind === "question"),
      ...open,
      ...said.flatMap((entry) => entry.questions),
      ...known.openPairs(facts, visit, settled.unknown),
    ]),
    warnings: distinct([
      ...said.flatMap((entry) => entry.warnings),
      ...overLimits(facts, visit, claims[0]),
      ...known.warnings(facts, visit, works, claims),
    ]),
  };
}

/** @param {Work} one @param {Work} other */
const byCode = (one, other) =>
  byName(one.code, other.code) || byName(one.service.id, other.service.id);

/** @param {Facts} facts @param {Visit} visit @param {Work[]} works @returns {Said[]} */
function saidOfWorks(facts, visit, works) {
  return distinct(works.map(({ code, excluded }) => ({ code, excluded })))
    .map(({ code, excluded }) =>
      saidOf(facts, visit, /** @type {Code} */ (facts.codes.get(code)), excluded)
    );
}

/** Timed codes without a unit on the lines shown, whether or not an equally right claim has one. @param {Facts} facts @param {Visit} visit @param {Settled} settled @returns {NotBilled[]} */
function withoutUnits(facts, visit, settled) {
  const [shown, ...others] = settled.count.allocations.map((way) =>
    new Set(way.map(([code]) => code))
  );
  const rule = METHODS.get(facts.table.payers[visit.payer].method)?.rule ?? "";
  const timed = new Set(settled.works.filter((work) => work.timed).map((work) => work.code));
  return [...timed].filter((code) => !shown.has(code)).map((code) => {
    const minutes = sum(
      settled.works.filter((work) => work.code === code).map((work) => work.minutes),
    );
    const tied = others.some((way) => way.has(code));
    const why = tied
      ? reason(facts.say("tie", { code }), [rule])
      : unpaid(facts, code, minutes, rule);
    return notBilled(code, minutes, why);
  });
}

/** Measured codes of which there was too little. @param {Facts} facts @param {Settled} settled @returns {NotBilled[]} */
function withoutAmounts(facts, { works }) {
  const measures = new Map(works.flatMap(({ code, measure }) => measure ? [[code, measure]] : []));
  return [...measures].filter(([code, measure]) => amountIn(works, code) < measure.least)
    .map(([code, measure]) => {
      const minutes = sum(works.filter((work) => work.code === code).map((work) => work.minutes));
      return notBilled(code, minutes, tooLittle(facts, code, measure, amountIn(works, code)));
    });
}
