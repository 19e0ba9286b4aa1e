/**
 * Plays at the desk: `deno run --allow-read tests/js/desk_play.js WORK` prints what came of it.
 * tests/test_desk.py starts it with all that may arrive, and with the facts of the plans.
 */
import { readPlanFacts } from "../../site_config/frontend/billing/adjudication/facts.js";
import { withPointers } from "../../site_config/frontend/desk/claim_match.js";
import { decided } from "../../site_config/frontend/desk/decisions.js";
import { draw } from "../../site_config/frontend/desk/draw.js";
import { payerOf } from "../../site_config/frontend/desk/payer.js";
import { scoreItem } from "../../site_config/frontend/desk/score.js";
import { CLINICS, LENGTHS, LEVELS, ROLES } from "../../site_config/frontend/desk/session.js";
import { progressOf } from "../../site_config/frontend/desk/progress.js";
import { itemsOf } from "../../site_config/frontend/desk/work.js";

/** @import {
 *   Act, DeskWork, Entry, Line, WorkItem
 * } from "../../site_config/frontend/desk/types.d.ts" */
/** @import { Payer } from "../../site_config/frontend/desk/payer.js" */
/** @import {
 *   PlanFacts, SharedTable
 * } from "../../site_config/frontend/billing/adjudication/types.d.ts" */

const MOST_STEPS = 8, SEEDS = [1, 2, 3];

/**
 * What somebody who knows everything does next, or nothing where the item waits.
 *
 * @param {DeskWork} work @param {WorkItem} item @param {ReturnType<typeof progressOf>} found
 * @param {number} day @returns {Act | null}
 */
function rightAct(work, item, found, day) {
  const { visit, question } = item;
  switch (found.phase) {
    case "answer": {
      const chosen = (question?.options ?? []).filter(([, , right]) => right).map(([id]) => id);
      return { act: "answer", day, chosen };
    }
    case "claim":
      if (visit?.state === "ask") return { act: "ask", day };
      if (visit?.state === "none") return { act: "hold", day };
      return visit ? { act: "send", day, lines: withPointers(visit, visit.ways[0]) } : null;
    case "correct":
      return visit ? { act: "send", day, lines: withPointers(visit, visit.ways[0]) } : null;
    case "late-ask":
      return { act: "ask", day };
    case "decide": {
      const all = found.answer ? decided(work, item, found.lines, found.answer, {}) : [];
      const done = Object.fromEntries(all.map(({ line, right }) => [line, right[0]]));
      return { act: "decide", day, done };
    }
    default:
      return null;
  }
}

/**
 * @param {DeskWork} work @param {Payer} payer @param {WorkItem} item
 * @param {(found: ReturnType<typeof progressOf>) => Line[] | null} [first] Lines to send at first.
 */
function play(work, payer, item, first) {
  /** @type {Entry} */
  const entry = { id: item.id, arrives: 1, due: 2, ms: 1000, log: [] };
  let day = 1, found = progressOf(work, payer, item, entry, day);
  for (let step = 0; step < MOST_STEPS && found.phase !== "done"; step++) {
    const lines = entry.log.length ? null : first?.(found) ?? null;
    const act = lines
      ? /** @type {Act} */ ({ act: "send", day, lines })
      : rightAct(work, item, found, day);
    if (act) entry.log.push(act);
    else day++;
    found = progressOf(work, payer, item, entry, day);
  }
  const { log: _, ...score } = { ...scoreItem(item, entry, found, payer), log: entry.log };
  return { ...score, kind: item.kind, phase: found.phase, acts: entry.log.map(({ act }) => act) };
}

/** The right claim with another unit on its first line. @param {WorkItem} item */
const overbilled = ({ visit }) => (/** @type {{ phase: string }} */ { phase }) => {
  if (phase !== "claim" || !visit?.ways.length || visit.state !== "bill") return null;
  const [[code, units, modifiers, pointers], ...rest] = withPointers(visit, visit.ways[0]);
  return /** @type {Line[]} */ ([[code, units + 1, modifiers, pointers], ...rest]);
};

/** @param {DeskWork} work */
function draws(work) {
  return ROLES.flatMap((role) =>
    CLINICS.flatMap((clinic) =>
      LEVELS.flatMap((level) =>
        LENGTHS.flatMap((length) =>
          SEEDS.map((seed) => ({
            setup: { role, clinic, level, length, seed },
            entries: draw(work, { role, clinic, level, length, seed }),
          }))
        )
      )
    )
  );
}

if (import.meta.main) {
  /** @type {{ work: DeskWork, shared: SharedTable, plans: Record<string, PlanFacts> }} */
  const { work, shared, plans } = JSON.parse(Deno.readTextFileSync(Deno.args[0]));
  const read = new Map(
    Object.entries(plans).map(([name, own]) => [name, readPlanFacts(shared, own)]),
  );
  const payer = payerOf(work, read);
  const items = [...itemsOf(work).values()];
  const answers = items.filter(({ sent }) => sent).map((item) => {
    const { status, lines } = payer(item, item.sent?.lines ?? []);
    const codes = lines.map(({ adjustments }) =>
      adjustments.map(({ group, reason }) => `${group}-${reason}`)
    );
    return { id: item.id, status, lines: lines.map(({ status }) => status), codes };
  });
  console.log(JSON.stringify({
    right: items.map((item) => play(work, payer, item)),
    over: items.filter(({ kind }) => kind === "visit").map((item) =>
      play(work, payer, item, overbilled(item))
    ),
    answers,
    draws: draws(work),
  }));
}
