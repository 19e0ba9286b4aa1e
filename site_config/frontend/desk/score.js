/** A clinic's own figures: first pass, denials prevented, dollars, follow-up, productivity. */

import { sum } from "../billing/facts.js";
import { match, withPointers } from "./claim_match.js";
import { isRight } from "./decisions.js";
import { cents } from "./payer.js";

/** @import {
 *   DeskVisit, Entry, ItemScore, Line, RemittanceJson, Progress, WorkItem
 * } from "./types.d.ts" */
/** @import { Payer } from "./payer.js" */

const IN_TIME = 0.1;
/** Shares of a visit that is billed, of a claim that was sent, and of one that is corrected. */
const VISIT = { claim: 0.6, repaired: 0.15, followUp: 0.15 };
const REJECTED = { repaired: 0.6, followUp: 0.3 };
const SENT = { followUp: 0.5, repaired: 0.4 };
const WRONG_STOP = 0.1, WRONG_MONEY = 0.2, AFTER_ERROR = 0.4;
const HOUR = 3_600_000;

/**
 * @param {WorkItem} item @param {Entry} entry @param {Progress} found @param {Payer} payer
 * @returns {ItemScore}
 */
export function scoreItem(item, entry, found, payer) {
  const money = moneyOf(item, found, payer);
  const inTime = found.phase === "done" && !found.late;
  const credits = creditsOf(item, found);
  const lost = WRONG_STOP * found.wrongStops + (money.wrong ? WRONG_MONEY : 0);
  const whole = sum(Object.values(credits)) - lost;
  const isBegun = entry.log.length > 0;
  return {
    id: item.id,
    points: isBegun ? Math.min(1, Math.max(0, whole) + IN_TIME * Number(inTime)) : 0,
    inTime,
    done: found.phase === "done",
    ms: entry.ms,
    credits,
    ...money,
    ...claimFigures(item, found, payer),
  };
}

/** Parts of the score, each at most its share. @param {WorkItem} item @param {Progress} found
 * @returns {Record<string, number>} */
function creditsOf(item, found) {
  if (item.question) return { answer: (1 - IN_TIME) * answerCredit(item, found.chosen ?? []) };
  if (item.sent) return sentCredits(item, found);
  return item.visit?.state === "bill" ? visitCredits(item, found) : stopCredits(item, found);
}

/** @param {WorkItem} item @param {Progress} found @returns {Record<string, number>} */
function visitCredits({ visit }, found) {
  if (!visit || !found.firstLines) return { claim: 0 };
  const final = match(visit, found.lines);
  return {
    claim: VISIT.claim * match(visit, found.firstLines).credit,
    repaired: VISIT.repaired * Number(final.isRight && !found.repaired),
    followUp: VISIT.followUp * followUp(found),
  };
}

/** Asked or held: at once, or only after the claim had gone out. */
/** @param {WorkItem} item @param {Progress} found */
const stopCredits = ({ visit }, found) => {
  const whole = found.firstLines ? AFTER_ERROR : 1 - IN_TIME;
  const late = visit?.state === "none" && found.firstLines ? AFTER_ERROR * followUp(found) : 0;
  return { stopped: found.stopped ? whole : late };
};

/** @param {WorkItem} item @param {Progress} found @returns {Record<string, number>} */
function sentCredits({ kind, visit }, found) {
  const corrected = visit && found.sentTimes ? match(visit, found.lines).credit : 0;
  const repaired = found.repaired ? corrected / 4 : corrected;
  if (kind === "rejected") {
    return {
      repaired: REJECTED.repaired * repaired,
      followUp: REJECTED.followUp * followUp(found),
    };
  }
  const needs = found.decided[0]?.some(({ right }) => right[0] === "correct");
  if (!needs) return { followUp: (1 - IN_TIME) * followUp(found) };
  return { followUp: SENT.followUp * followUp(found), repaired: SENT.repaired * repaired };
}

/** How many decisions were right, of all lines of all remittances. @param {Progress} found */
function followUp({ decided }) {
  const all = decided.flat();
  return all.length ? all.filter(isRight).length / all.length : 0;
}

/** What is chosen and right, less what is chosen and wrong; free options count for nothing. */
/** @param {WorkItem} item @param {string[]} chosen */
export function answerCredit({ question }, chosen) {
  const counted = (question?.options ?? []).filter(([, , , free]) => !free);
  const right = counted.filter(([, , isRight]) => isRight).map(([id]) => id);
  const wrong = counted.filter(([, , isRight]) => !isRight).map(([id]) => id);
  const hit = right.filter((id) => chosen.includes(id)).length;
  const missed = wrong.filter((id) => chosen.includes(id)).length;
  return right.length ? Math.max(0, hit - missed) / right.length : 0;
}

/**
 * By code, what the payer allows for the learner's claim and for the right one: what is missing is
 * at risk, what is above is billed wrongly, whether it was paid or not.
 *
 * @param {WorkItem} item @param {Progress} found @param {Payer} payer
 */
function moneyOf(item, found, payer) {
  const none = { atRisk: 0, recovered: 0, wrong: 0, stillWrong: 0 };
  if (item.sent || !item.visit || !found.first || !found.answer) return none;
  const right = allowedByCode(rightAnswer(item, found.firstLines ?? [], payer));
  const first = allowedByCode(found.first), last = allowedByCode(found.answer);
  const then = flawed(item.visit, found.firstLines ?? []), now = flawed(item.visit, found.lines);
  const atRisk = over(right, first, then);
  return {
    atRisk,
    recovered: Math.max(0, atRisk - over(right, last, now)),
    wrong: over(first, right, then),
    stillWrong: over(last, right, now),
  };
}

/** Codes on whose lines something is wrong: reductions move between right lines too. */
/** @param {DeskVisit} visit @param {Line[]} lines */
function flawed(visit, lines) {
  const wrong = match(visit, lines).lines.filter(({ flaws }) => flaws.length);
  return new Set(wrong.map(({ mine, right }) => (mine ?? right)?.[0] ?? ""));
}

/** @param {WorkItem} item @param {Line[]} lines @param {Payer} payer */
function rightAnswer(item, lines, payer) {
  const { visit } = item;
  const claim = visit?.state === "bill" ? match(visit, lines).claim : [];
  return claim.length && visit ? payer(item, withPointers(visit, claim)) : null;
}

/** @param {RemittanceJson | null} answer @returns {Map<string, number>} Cents. */
function allowedByCode(answer) {
  const found = new Map();
  for (const { code, allowed } of answer?.lines ?? []) {
    found.set(code, (found.get(code) ?? 0) + cents(allowed));
  }
  return found;
}

/**
 * What the first has above the second, of those codes.
 *
 * @param {Map<string, number>} one @param {Map<string, number>} other @param {Set<string>} codes
 */
const over = (one, other, codes) =>
  sum(
    [...one].map(([code, amount]) =>
      codes.has(code) ? Math.max(0, amount - (other.get(code) ?? 0)) : 0
    ),
  );

/**
 * Whether the first claim passed, and whether it avoided a denial that a bare claim would get.
 *
 * @param {WorkItem} item @param {Progress} found @param {Payer} payer
 */
function claimFigures(item, found, payer) {
  const { visit } = item;
  if (!visit || item.sent) return {};
  if (visit.state !== "bill") return stopFigures(found);
  const firstPass = found.first ? passes(item, found) : undefined;
  const [bare] = visit.ways.map((claim) =>
    withPointers(visit, claim.map(([code, units]) => [code, units, []]))
  );
  const avoidable = !isClean(payer(item, bare));
  return {
    ...(firstPass === undefined ? {} : { firstPass }),
    ...(avoidable && firstPass !== undefined ? { prevented: firstPass } : {}),
  };
}

/** A line that the right claim has denied to the patient passes too. */
/** @param {WorkItem} item @param {Progress} found */
const passes = ({ visit }, { first, firstLines }) =>
  Boolean(first && visit) && first?.status === "adjudicated" &&
  (isClean(first) || match(/** @type {any} */ (visit), firstLines ?? []).isRight);

/** @param {Progress} found */
const stopFigures = (found) =>
  found.stopped || found.first ? { prevented: Boolean(found.stopped && !found.first) } : {};

/** @param {RemittanceJson} answer */
const isClean = ({ status, lines }) =>
  status === "adjudicated" && lines.every((line) => line.status === "paid");

/**
 * The figures of the whole desk.
 *
 * @param {ItemScore[]} scores
 */
export function figuresOf(scores) {
  const claims = scores.filter(({ firstPass }) => firstPass !== undefined);
  const avoidable = scores.filter(({ prevented }) => prevented !== undefined);
  const done = scores.filter((one) => one.done);
  const ms = sum(scores.map((one) => one.ms));
  const total = (/** @type {"atRisk" | "recovered" | "wrong" | "stillWrong"} */ name) =>
    sum(scores.map((one) => one[name]));
  return {
    score: Math.round(100 * sum(scores.map(({ points }) => points)) / (scores.length || 1)),
    accepted: claims.filter(({ firstPass }) => firstPass).length,
    claims: claims.length,
    prevented: avoidable.filter(({ prevented }) => prevented).length,
    avoidable: avoidable.length,
    inTime: scores.filter(({ inTime }) => inTime).length,
    done: done.length,
    items: scores.length,
    atRisk: total("atRisk"),
    recovered: total("recovered"),
    wrong: total("wrong"),
    stillWrong: total("stillWrong"),
    ms,
    perHour: ms ? Math.round(10 * done.length * HOUR / ms) / 10 : 0,
  };
}
