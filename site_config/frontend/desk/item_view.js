/** One item: what to do about it, with its chart and the payer's guidelines beside it. */

import { make, makeButton } from "../shared/dom.js";
import { lazyLoad } from "../shared/lazy_load.js";
import { deskWords as words } from "../shared/strings/index.js";
import { scrollRegion, table } from "../shared/table.js";
import { chartView, guidelines } from "./chart_view.js";
import { match } from "./claim_match.js";
import { claimStep } from "./claim_step.js";
import { questionStep } from "./question_step.js";
import { answerView, decideForm, decisionsView } from "./remittance_step.js";
import { scoreItem } from "./score.js";
import { focusHeading, lineText, money, patientOf, titleOf, whyNodes } from "./texts.js";

/** @import { DeskContext } from "./desk_context.js" */
/** @import { DeskVisit, Line, Progress, Why } from "./types.d.ts" */

/**
 * @param {DeskContext} desk @param {string} id
 * @param {object} does
 * @param {() => unknown} does.close
 * @param {(message?: string) => void} does.again Shows the item anew.
 * @param {string} [message] What came of the last step.
 * @returns {Node[]}
 */
export function itemView(desk, id, { close, again }, message = "") {
  const item = desk.item(id);
  const known = desk.progress(id);
  /** @type {Progress} */
  const found = desk.session.ended ? { ...known, phase: "done" } : known;
  const back = desk.session.ended ? words.backToResult : words.back;
  return [
    make("p", makeButton(back, close, "rc-desk__back")),
    focusHeading("h2", titleOf(item)),
    make(
      "div.rc-desk__columns",
      make(
        "div.rc-desk__side",
        { tabIndex: 0, role: "region", "aria-label": words.chart },
        chartView(desk.work, item),
      ),
      make("div.rc-desk__rules", guidelines(desk.work, item)),
      make(
        "div.rc-desk__work",
        message && make("p.rc-desk__message", message),
        ...steps(desk, id, found, again),
        found.phase === "done" && make("p", makeButton(back, close, "rc-button--primary")),
      ),
    ),
  ];
}

/**
 * @param {DeskContext} desk @param {string} id @param {Progress} found
 * @param {(message?: string) => void} again
 */
function steps(desk, id, found, again) {
  const past = found.decided.map(decisionsView);
  switch (found.phase) {
    case "answer":
      return [questionStep(desk, id, found, again)];
    case "claim":
      return [claimStep(desk, id, found, again)];
    case "waiting":
      return [...past, make("p", words.waiting({ day: desk.session.day + 1 }))];
    case "decide":
      return [
        ...past,
        found.answer && answerView(desk, found.answer),
        decideForm(desk, id, found, () => again()),
      ];
    case "correct":
      return [
        found.answer && answerView(desk, found.answer),
        ...past,
        claimStep(desk, id, found, again),
      ];
    case "late-ask":
      return [found.answer && answerView(desk, found.answer), lateAsk(desk, id, again)];
    case "done":
      return [...past, ...feedback(desk, id, found, again)];
  }
}

/** @param {DeskContext} desk @param {string} id @param {(message?: string) => void} again */
const lateAsk = (desk, id, again) =>
  make(
    "section",
    make("p", words.lateAsk),
    make(
      "p",
      makeButton(words.ask, () => {
        desk.act(id, { act: "ask", day: desk.session.day });
        again();
      }, "rc-button--primary rc-desk__ask"),
    ),
  );

/**
 * What was right, and the facts behind it.
 *
 * @param {DeskContext} desk @param {string} id @param {Progress} found
 * @param {(message?: string) => void} again
 */
function feedback(desk, id, found, again) {
  const item = desk.item(id);
  const score = scoreItem(item, desk.entry(id), desk.progress(id), desk.payer);
  const points = Math.round(100 * score.points);
  const state = score.done ? (score.inTime ? "yes" : "no") : "open";
  return [
    item.question && questionStep(desk, id, found, again),
    make(
      "section.rc-desk__feedback",
      make("h3", words.feedback),
      make("p", make("strong", words.itemScore({ points, inTime: state }))),
      score.wrong > 0 && make("p", words.wrongMoney({ amount: money(score.wrong) })),
      item.visit && !item.sent && found.firstLines && item.visit.state === "bill" &&
        comparison(item.visit, found.firstLines),
      item.visit && reasons(item.visit),
      desk.entry(id).log.length > 0 && dispute(desk, id),
    ),
  ];
}

/** Filled once the script for it has come. @param {DeskContext} desk @param {string} id */
function dispute(desk, id) {
  const place = make("div");
  const { announce } = desk;
  const save = (/** @type {string} */ text) => desk.dispute(id, text);
  /** @type {Promise<import("./types.d.ts").Dispute>} */
  const loaded = lazyLoad("dispute.js", "rightcodeDispute");
  loaded.then(({ disputeForm }) =>
    place.append(disputeForm({ id: "desk", text: desk.entry(id).dispute, save, announce }))
  ).catch(console.info);
  return place;
}

/**
 * The learner's first claim beside the right one.
 *
 * @param {DeskVisit} visit @param {Line[]} lines
 */
function comparison(visit, lines) {
  const names = /** @type {Record<string, string>} */ (words.flawNames);
  const rows = match(visit, lines).lines.map(({ mine, right, flaws }, index) => [
    String(index + 1),
    mine ? lineText(mine) : words.noLine,
    right ? lineText(right) : words.noLine,
    flaws.map((flaw) => names[flaw]).join(", ") || words.same,
  ]);
  return make(
    "div",
    make("h4", words.compare),
    scrollRegion(words.compare, table("", words.compareColumns, rows)),
  );
}

/** @param {DeskVisit} visit */
function reasons(visit) {
  const { why, not, ask, reason } = visit;
  return make(
    "div",
    make("h4", words.why),
    make("p", reason),
    listed(once(why)),
    listed(ask),
    not.length > 0 && [make("h4", words.notBilled), listed(not)],
  );
}

/**
 * Each reason once, after the codes of the lines that it is about, unless it names them.
 *
 * @param {Record<string, Why[]>} why @returns {Why[]}
 */
function once(why) {
  const codes = Object.keys(why);
  const all = new Map(Object.values(why).flat().map((one) => [one[0], one]));
  return [...all.values()].map(([text, page]) => {
    const of = codes.filter((code) => why[code].some(([one]) => one === text));
    const named = of.length === codes.length || of.some((code) => text.includes(code));
    return [named ? text : `${of.join(", ")}: ${text}`, page];
  });
}

/** @param {Why[]} all */
const listed = (all) => all.length > 0 && make("ul", all.map((one) => make("li", whyNodes(one))));

/** What is announced when an item opens. @param {DeskContext} desk @param {string} id */
export const openedText = (desk, id) => patientOf(desk.item(id));
