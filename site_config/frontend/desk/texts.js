/** How items, times and amounts are written. */

import { dollars } from "../billing/adjudication/payer_case.js";
import { make } from "../shared/dom.js";
import { hash } from "../shared/shuffle.js";
import { deskWords as words } from "../shared/strings/index.js";
import { link } from "../shared/table.js";
import { seedText } from "./session.js";
import { about } from "./work.js";

/** @import { DeskWork, Line, Session, Progress, Why, WorkItem } from "./types.d.ts" */

const MINUTE_MS = 60_000, SECOND_MS = 1000;

/** A name, else an account number made from the id. @param {WorkItem} item */
export function patientOf(item) {
  const { id, patient } = about(item);
  return patient ?? words.account({ number: 1000 + hash(id, 0) % 9000 });
}

/** @param {WorkItem} item */
export const kindOf = ({ kind }) => /** @type {Record<string, string>} */ (words.kinds)[kind];

/** @param {DeskWork} work @param {WorkItem} item */
export const payerName = ({ payers, plans }, item) =>
  item.visit ? plans[item.visit.plan].name : payers[about(item).payer].name;

/** @param {WorkItem} item */
export const titleOf = (item) => words.itemTitle({ patient: patientOf(item), kind: kindOf(item) });

/** @param {Session["setup"]} setup */
export const setupTitle = ({ role, clinic, level, length }) =>
  words.title({
    role: words.roles[role],
    clinic: words.clinics[clinic].toLowerCase(),
    level,
    length: words.lengths[length].toLowerCase(),
  });

/** @param {number} ms As minutes and seconds. */
export const timeText = (ms) =>
  `${Math.floor(ms / MINUTE_MS)}:${
    String(Math.floor(ms % MINUTE_MS / SECOND_MS)).padStart(2, "0")
  }`;

/** @param {number} cents */
export const money = (cents) => dollars(cents);

/** A calendar day as a chart has it: 11/09/2026. @param {string} iso */
export const shortDay = (iso) => {
  const [year, month, day] = iso.split("-");
  return `${month}/${day}/${year}`;
};

/** 97110 GP × 2, A. @param {Line} line */
export const lineText = ([code, units, modifiers, pointers = ""]) =>
  `${[code, ...modifiers].join(" ")} × ${units}${pointers ? `, ${pointers}` : ""}`;

/** Words with the page of the fact behind them. @param {Why} why */
export const whyNodes = ([text, page]) => page ? [text, " ", factLink(page)] : [text];

/** @param {string} page */
const factLink = (page) => {
  const node = link(words.fact, page, "rc-desk__fact");
  node.setAttribute("aria-label", words.factBehind);
  return node;
};

/** @typedef {"new" | "begun" | "back" | "waiting" | "done"} State */

/**
 * The state of an item in the worklist.
 *
 * @param {Progress} found @param {boolean} begun @returns {State}
 */
export function stateOf({ phase, sentTimes }, begun) {
  if (phase === "done" || phase === "waiting") return phase;
  if (sentTimes) return "back";
  return begun ? "begun" : "new";
}

/** A heading that takes the focus of a new screen. @param {"h2" | "h3"} tag @param {string} text */
export const focusHeading = (tag, text) => make(tag, { tabIndex: -1 }, text);

/** @param {Session["setup"]} setup */
export const seedLine = ({ seed }) => `${words.seed} ${seedText(seed)}.`;
