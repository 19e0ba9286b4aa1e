/** The desk's marks: partial credit, alternatives, decisions, dollars, time and what is stored. */
import assert from "node:assert/strict";
import { match } from "../../site_config/frontend/desk/claim_match.js";
import { decided, isRight } from "../../site_config/frontend/desk/decisions.js";
import { answerCredit, figuresOf, scoreItem } from "../../site_config/frontend/desk/score.js";
import {
  linkQuery,
  readSession,
  readSetup,
  setupInLink,
} from "../../site_config/frontend/desk/session.js";
import { progressOf } from "../../site_config/frontend/desk/progress.js";

/** @import { Line, RemittanceJson } from "../../site_config/frontend/desk/types.d.ts" */

const VISIT = /** @type {any} */ ({
  id: "a",
  version: 1,
  page: "../a/",
  level: 1,
  payer: "p",
  plan: "p",
  date: "2026-01-05",
  received: "2026-01-08",
  docs: [],
  reason: "",
  state: "bill",
  visit: { date: "2026-01-05", payer: "p", discipline: "pt" },
  account: {},
  ways: [[["97110", 2, ["GP"]], ["97140", 1, ["GP"]]], [["97110", 1, ["GP"]], ["97140", 2, [
    "GP",
  ]]]],
  why: { "97110": [["Two units."]] },
  not: [],
  ask: [],
  asked: [],
});
const ITEM = { id: "a", kind: "visit", visit: VISIT };
/** @type {any} */
const WORK = { causes: {}, charges: {}, values: {}, visits: [VISIT], sent: [], questions: [] };
/** @type {Line[]} */
const RIGHT = [["97110", 2, ["GP"], ""], ["97140", 1, ["GP"], ""]];

/** Ten dollars a unit; without GP a line is denied. @param {unknown} _ @param {Line[]} lines */
const payer = (_, lines) => /** @type {RemittanceJson} */ (/** @type {unknown} */ ({
  status: lines.some(([, units]) => !units) ? "rejected" : "adjudicated",
  rejections: [],
  lines: lines.map(([code, units, modifiers], index) => {
    const isPaid = modifiers.includes("GP");
    return {
      line: index + 1,
      code,
      units,
      modifiers,
      status: isPaid ? "paid" : "denied",
      allowed: isPaid ? `${10 * units}.00` : "0.00",
      patient: "0.00",
      adjustments: isPaid ? [] : [{ group: "CO", reason: "4" }],
    };
  }),
}));

/** @param {any[]} log @param {number} [today] */
const after = (log, today = 9) => progressOf(WORK, payer, ITEM, { due: 1, log }, today);
/** @param {any[]} log */
const scored = (log) =>
  scoreItem(ITEM, { id: "a", arrives: 1, due: 1, ms: 0, log }, after(log), payer);
const POSTED = { act: "decide", day: 2, done: { 1: "post", 2: "post" } };

Deno.test("a right claim is right, whichever of those that are", () => {
  assert.deepEqual(match(VISIT, RIGHT).credit, 1);
  assert.deepEqual(match(VISIT, [["97140", 2, ["GP"]], ["97110", 1, ["GP"]]]).isRight, true);
});

Deno.test("units and modifiers count for themselves", () => {
  const units = match(VISIT, [["97110", 3, ["GP"]], ["97140", 1, ["GP"]]]);
  const modifiers = match(VISIT, [["97110", 2, []], ["97140", 1, ["GP"]]]);
  assert.deepEqual(units.lines[0].flaws, ["units"]);
  assert.deepEqual(modifiers.lines[0].flaws, ["modifiers"]);
  assert.deepEqual(Math.round(100 * units.credit), 85);
  assert.deepEqual(Math.round(100 * modifiers.credit), 85);
});

Deno.test("a line too many costs as much as half a line", () => {
  const found = match(VISIT, [...RIGHT, ["97010", 1, []]]);
  assert.deepEqual(found.credit, 0.75);
  assert.deepEqual(found.lines.at(-1)?.flaws, ["extra"]);
});

Deno.test("pointers count where the case has diagnoses", () => {
  const visit = { ...VISIT, pointers: { "97110": "A", "97140": "B" } };
  assert.deepEqual(
    match(visit, [["97110", 2, ["GP"], "A"], ["97140", 1, ["GP"], "A"]]).lines[1].flaws,
    [
      "pointers",
    ],
  );
});

Deno.test("the payer answers tomorrow, a rejection comes at once", () => {
  assert.deepEqual(after([{ act: "send", day: 1, lines: RIGHT }], 1).phase, "waiting");
  assert.deepEqual(after([{ act: "send", day: 1, lines: RIGHT }], 2).phase, "decide");
  const none = [["97110", 0, ["GP"]]];
  assert.deepEqual(after([{ act: "send", day: 1, lines: none }], 1).phase, "correct");
});

Deno.test("a paid line that is right is posted, one that is wrong is corrected", () => {
  const lines = /** @type {Line[]} */ ([["97110", 3, ["GP"]], ["97140", 1, ["GP"]]]);
  const found = decided(WORK, ITEM, lines, payer(0, lines), { 1: "post", 2: "post" });
  assert.deepEqual(found.map(isRight), [false, true]);
  assert.deepEqual(found[0].right, ["correct"]);
});

Deno.test("everything right and in time is the whole score", () => {
  const found = scored([{ act: "send", day: 1, lines: RIGHT }, POSTED]);
  assert.deepEqual(Math.round(100 * found.points), 100);
  assert.deepEqual([found.firstPass, found.prevented, found.inTime], [true, true, true]);
});

Deno.test("an early error does not cost all", () => {
  const bare = [["97110", 2, []], ["97140", 1, ["GP"]]];
  const found = scored([
    { act: "send", day: 1, lines: bare },
    { act: "decide", day: 2, done: { 1: "correct", 2: "post" } },
    { act: "send", day: 2, lines: RIGHT },
    { act: "decide", day: 3, done: { 1: "post", 2: "post" } },
  ]);
  assert.deepEqual(Math.round(100 * found.points), 91);
  assert.deepEqual([found.firstPass, found.prevented], [false, false]);
  assert.deepEqual([found.atRisk, found.recovered, found.wrong], [2000, 2000, 0]);
});

Deno.test("money that is paid on a wrong line counts against the score", () => {
  const more = [["97110", 3, ["GP"]], ["97140", 1, ["GP"]]];
  const found = scored([{ act: "send", day: 1, lines: more }, POSTED]);
  assert.deepEqual([found.wrong, found.stillWrong, found.firstPass], [1000, 1000, true]);
  assert.deepEqual(found.points < 0.6, true);
});

Deno.test("asking where nothing is missing costs a little", () => {
  const found = scored([{ act: "ask", day: 1 }, { act: "send", day: 1, lines: RIGHT }, POSTED]);
  assert.deepEqual(Math.round(100 * found.points), 90);
});

Deno.test("late steps lose the share of time", () => {
  const found = scored([{ act: "send", day: 3, lines: RIGHT }, { ...POSTED, day: 4 }]);
  assert.deepEqual([found.inTime, Math.round(100 * found.points)], [false, 90]);
});

Deno.test("free options count neither way", () => {
  const options = [["a", "", 1, 0, ""], ["b", "", 0, 0, ""], ["c", "", 0, 1, ""]];
  const item = /** @type {any} */ ({ id: "q", kind: "note", question: { options } });
  assert.deepEqual(answerCredit(item, ["a", "c"]), 1);
  assert.deepEqual(answerCredit(item, ["a", "b"]), 0);
});

Deno.test("the figures of a desk are sums of its items", () => {
  const right = { ...scored([{ act: "send", day: 1, lines: RIGHT }, POSTED]), ms: 1_800_000 };
  const found = figuresOf([right, { ...right, points: 0, firstPass: false, done: false }]);
  assert.deepEqual([found.score, found.accepted, found.claims, found.done], [50, 1, 2, 1]);
  assert.deepEqual(found.perHour, 1);
});

Deno.test("a link gives the desk back", () => {
  const setup = readSetup({ role: "coder", clinic: "ot", level: 2, length: "week", seed: 46655 });
  if (!setup) throw new Error("not read");
  assert.deepEqual(setupInLink(`?${linkQuery(setup)}`), setup);
  assert.deepEqual(setupInLink("?role=coder&level=9&seed=1"), null);
  assert.deepEqual(setupInLink("?role=coder&level=1&seed=%3Cscript%3E"), null);
});

Deno.test("what is damaged is not opened", () => {
  const setup = { role: "coder", clinic: "ot", level: 2, length: "day", seed: 1 };
  const entry = { id: "a", arrives: 1, due: 1, ms: 0, log: [{ act: "ask", day: 1 }] };
  const session = { id: "x", changed: 1, started: 1, day: 1, setup, entries: [entry] };
  assert.deepEqual(readSession(session, () => true)?.day, 1);
  assert.deepEqual(readSession(session, () => false), null);
  const damaged = { ...session, entries: [{ ...entry, log: [{ act: "send", day: 1 }] }] };
  assert.deepEqual(readSession(damaged, () => true), null);
});

Deno.test("a forgotten line can still be billed", () => {
  const found = after([
    { act: "send", day: 1, lines: [RIGHT[0]] },
    { act: "decide", day: 2, done: { 1: "post" } },
  ]);
  assert.deepEqual(found.phase, "correct");
});

Deno.test("what cannot be done about an item changes nothing", () => {
  const question = { id: "q", kind: "note", question: { options: [], level: 1 } };
  const found = progressOf(WORK, payer, /** @type {any} */ (question), {
    due: 1,
    log: [{ act: "send", day: 1, lines: RIGHT }, { act: "ask", day: 1 }],
  }, 1);
  assert.deepEqual([found.phase, found.sentTimes], ["answer", 0]);
});
