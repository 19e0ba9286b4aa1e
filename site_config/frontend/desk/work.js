/** Everything that may arrive, loaded once somebody sits down, and found by its id. */

import { lazyLoad } from "../shared/lazy_load.js";

/** @import { DeskWork, WorkItem } from "./types.d.ts" */

/** @returns {Promise<DeskWork>} */
export const loadWork = () => lazyLoad("desk-work.js", "rightcodeDesk");

/** @type {WeakMap<DeskWork, Map<string, WorkItem>>} */
const found = new WeakMap();

/**
 * Every item by its id.
 *
 * @param {DeskWork} work @returns {Map<string, WorkItem>}
 */
export function itemsOf(work) {
  const known = found.get(work) ?? indexed(work);
  found.set(work, known);
  return known;
}

/** @param {DeskWork} work */
function indexed(work) {
  const visits = new Map(work.visits.map((visit) => [visit.id, visit]));
  /** @type {WorkItem[]} */
  const items = [
    ...work.visits.map((visit) => ({ id: visit.id, kind: "visit", visit })),
    ...work.sent.map((sent) => ({
      id: sent.id,
      kind: sent.kind,
      sent,
      visit: visits.get(sent.of),
    })),
    ...work.questions.map((question) => ({
      id: `${question.id}~q`,
      kind: question.kind,
      question,
    })),
  ];
  return new Map(items.map((item) => [item.id, item]));
}

/** What a visit, a claim or a question is about. @param {WorkItem} item */
export function about({ visit, question }) {
  const placed = visit ?? question;
  if (!placed) throw new Error("no item");
  return placed;
}
