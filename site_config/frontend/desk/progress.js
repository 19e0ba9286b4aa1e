/** Where an item is: what was done, replayed. The payer answers overnight, rejections at once. */

import { match } from "./claim_match.js";
import { decided } from "./decisions.js";

/** @import { Act, DeskWork, Entry, Line, Progress, WorkItem } from "./types.d.ts" */
/** @import { Payer } from "./payer.js" */

const MOST_SENT = 2;
const DAYS_TO_FOLLOW_UP = 1;

/**
 * @param {DeskWork} work @param {Payer} payer @param {WorkItem} item
 * @param {Pick<Entry, "due" | "log">} entry @param {number} today @returns {Progress}
 */
export function progressOf(work, payer, item, { due, log }, today) {
  const now = opening(payer, item, due);
  for (const act of log) {
    overnight(item, now, act.day);
    if (!fits(item, act)) continue;
    if (act.day > now.due) now.late++;
    apply(work, payer, item, now, act);
  }
  overnight(item, now, today);
  return now;
}

/** Whether it can be done about the item: what is stored may be anything. */
/** @param {WorkItem} item @param {Act} act */
const fits = ({ question, visit }, { act }) => act === "answer" ? question : visit;

/** @param {Payer} payer @param {WorkItem} item @param {number} due @returns {Progress} */
function opening(payer, item, due) {
  const { sent, question } = item;
  const none = {
    lines: [],
    sentTimes: 0,
    due,
    late: 0,
    wrongStops: 0,
    rejections: 0,
    decided: [],
    repaired: false,
  };
  if (question) return { ...none, phase: "answer" };
  if (!sent) return { ...none, phase: "claim" };
  const answer = payer(item, sent.lines);
  const phase = answer.status === "rejected" ? "correct" : "decide";
  return { ...none, phase, lines: sent.lines, answer };
}

/** A claim that waits is answered the next day. */
/** @param {WorkItem} item @param {Progress} now @param {number} day */
function overnight({ visit }, now, day) {
  if (now.phase !== "waiting" || day <= now.due) return;
  now.phase = visit?.state === "ask" ? "late-ask" : "decide";
  now.due += 1 + DAYS_TO_FOLLOW_UP;
}

/** @param {DeskWork} work @param {Payer} payer @param {WorkItem} item
 * @param {Progress} now @param {Act} act */
function apply(work, payer, item, now, act) {
  switch (act.act) {
    case "ask":
    case "hold":
      return stop(item, now, act);
    case "repair":
      now.repaired = true;
      return;
    case "send":
      return send(payer, item, now, act);
    case "decide":
      return decide(work, item, now, act);
    case "answer":
      now.chosen = act.chosen;
      return end(now, act.day);
  }
}

/** @param {Progress} now @param {number} day */
function end(now, day) {
  now.phase = "done";
  now.doneOn = day;
}

/**
 * Asking, or holding the visit as not billable.
 *
 * @param {WorkItem} item @param {Progress} now
 * @param {Extract<Act, {act: "ask" | "hold" | "repair"}>} act
 */
function stop({ visit }, now, { act, day }) {
  const wanted = visit?.state === "none" ? "hold" : visit?.state;
  if (act !== wanted) {
    now.wrongStops++;
    return;
  }
  now.stopped = act;
  end(now, day);
}

/** @param {Payer} payer @param {WorkItem} item @param {Progress} now
 * @param {Extract<Act, {act: "send"}>} act */
function send(payer, item, now, { lines, day }) {
  now.lines = lines;
  now.answer = payer(item, lines);
  now.first ??= now.answer;
  now.firstLines ??= lines;
  if (now.answer.status === "rejected") {
    now.rejections++;
    now.phase = "correct";
    return;
  }
  now.sentTimes++;
  now.phase = "waiting";
  now.due = day;
}

/**
 * Whether a line is missing from the claim: the remittance does not say so.
 *
 * @param {WorkItem} item @param {Line[]} lines
 */
export const lacksLine = ({ visit }, lines) =>
  visit?.state === "bill" &&
  match(visit, lines).lines.some(({ flaws }) => flaws.includes("missing"));

/** @param {DeskWork} work @param {WorkItem} item @param {Progress} now
 * @param {Extract<Act, {act: "decide"}>} act */
function decide(work, item, now, { done, day }) {
  if (!now.answer) return;
  const found = decided(work, item, now.lines, now.answer, done);
  now.decided.push(found.map((one) => ({ ...one, day })));
  const open = found.some(({ right }) => right[0] === "correct") || lacksLine(item, now.lines);
  if (open && now.sentTimes < MOST_SENT) now.phase = "correct";
  else end(now, day);
}
