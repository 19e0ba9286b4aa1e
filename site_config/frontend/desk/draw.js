/** What arrives at a desk: drawn by seed, nothing twice, and no patient ahead of their chart. */

import { shuffled } from "../shared/shuffle.js";
import { about, itemsOf } from "./work.js";

/** @import { DeskWork, Entry, Role, Setup, WorkItem } from "./types.d.ts" */

const DAYS = 5;
const FIRST_SIZE = 5;
const A_WEEKDAY = 4;
const SENT = ["rejected", "denial", "remittance"];
const AT_THE_FRONT = ["authorization", "eligibility", "notice"];

/** @typedef {(item: WorkItem) => boolean} Wanted */
/** @type {Record<string, Wanted>} */
const SORTS = {
  bill: ({ kind, visit }) => kind === "visit" && visit?.state === "bill",
  stop: ({ kind, visit }) => kind === "visit" && visit?.state !== "bill",
  visit: ({ kind }) => kind === "visit",
  rejected: ({ kind }) => kind === "rejected",
  denial: ({ kind }) => kind === "denial",
  remittance: ({ kind, question }) => kind === "remittance" || Boolean(question && isPaper(kind)),
  paper: ({ kind, question }) => Boolean(question) && isPaper(kind),
  front: ({ kind }) => AT_THE_FRONT.includes(kind),
  eligible: ({ sent, kind }) => kind === "denial" && /~no-coverage$/.test(sent?.id ?? ""),
  code: ({ kind, question }) => Boolean(question) && ["note", "claim"].includes(kind),
  any: () => true,
};

/** @param {string} kind */
const isPaper = (kind) => ["remittance", "letter"].includes(kind);

/** What each role's day is made of; it goes on from the start. @type {Record<Role, string[]>} */
const DAY = {
  "front-desk": ["front", "rejected", "front", "eligible", "stop", "front", "rejected", "front"],
  coder: ["bill", "stop", "bill", "code", "bill", "rejected", "bill", "code"],
  biller: ["bill", "denial", "rejected", "stop", "front", "bill", "remittance", "paper"],
};

/** How many arrive on the first day. @param {Setup} setup */
const sizeOf = ({ level, length }) => length === "week" ? A_WEEKDAY : FIRST_SIZE + level;

/**
 * What arrives, and by which day it is due.
 *
 * @param {DeskWork} work @param {Setup} setup @returns {Entry[]}
 */
export function draw(work, setup) {
  const pool = poolOf(work, setup);
  const days = setup.length === "week" ? DAYS : 1;
  /** @type {Entry[]} */
  const entries = [];
  /** @type {Drawn} */
  const drawn = { sources: new Set(), charts: new Map() };
  const places = sizeOf(setup) * days;
  for (let place = 0; place < places; place++) {
    const day = 1 + Math.floor(place / sizeOf(setup));
    const sort = DAY[setup.role][place % DAY[setup.role].length];
    const item = next(pool, sort, day, drawn);
    if (!item) break;
    take(item, day, drawn);
    entries.push({ id: item.id, arrives: day, due: dueOf(item, day), ms: 0, log: [] });
  }
  return entries;
}

/** @typedef {{ sources: Set<string>, charts: Map<string, [day: number, step: number]> }} Drawn */

/**
 * Of the clinic, in an order by seed, the level's own first.
 *
 * @param {DeskWork} work @param {Setup} setup
 */
function poolOf(work, { clinic, level, seed }) {
  const items = itemsOf(work);
  const fits = (/** @type {WorkItem} */ item) => {
    const { discipline } = about(item);
    return clinic === "any" || discipline === clinic;
  };
  const far = (/** @type {WorkItem} */ item) => Math.abs(about(item).level - level);
  return shuffled([...items.keys()], seed)
    .map((id) => /** @type {WorkItem} */ (items.get(id)))
    .filter(fits)
    .sort((one, other) => far(one) - far(other));
}

/** @param {WorkItem[]} pool @param {string} sort @param {number} day @param {Drawn} drawn */
function next(pool, sort, day, drawn) {
  const open = pool.filter((item) => isOpen(item, day, drawn));
  return open.find(SORTS[sort]) ?? open.find((item) => !SENT.includes(item.kind)) ?? open[0];
}

/** Whose it is. @param {WorkItem} item */
function chartOf(item) {
  const { patient, case: chart, id } = about(item);
  return patient ?? chart ?? id;
}

/** A patient comes once a day, and later only with what comes later in the chart. */
/** @param {WorkItem} item @param {number} day @param {Drawn} drawn */
function isOpen(item, day, { sources, charts }) {
  const placed = about(item);
  if (sources.has(placed.id)) return false;
  const seen = charts.get(chartOf(item));
  return !seen || (seen[0] < day && seen[1] < (placed.step ?? 0));
}

/** @param {WorkItem} item @param {number} day @param {Drawn} drawn */
function take(item, day, { sources, charts }) {
  const placed = about(item);
  sources.add(placed.id);
  charts.set(chartOf(item), [day, placed.step ?? 0]);
}

/** A rejected claim and the front desk's questions are due at once. */
/** @param {WorkItem} item @param {number} day */
const dueOf = ({ kind }, day) => kind === "rejected" || AT_THE_FRONT.includes(kind) ? day : day + 1;
