import { listOf, make, makeButton } from "../shared/dom.js";
import { lazyLoad } from "../shared/lazy_load.js";
import { deskWords as words } from "../shared/strings/index.js";
import { scrollRegion, table } from "../shared/table.js";
import { figuresOf, scoreItem } from "./score.js";
import { handIn } from "./hand_in.js";
import { focusHeading, money, seedLine, setupTitle, timeText, titleOf } from "./texts.js";

/** @import { DeskContext } from "./desk_context.js" */

const UNSEEN_DAYS = 1;

/**
 * The clinic's figures, each item with its points, and the file to hand in.
 *
 * @param {DeskContext} desk
 * @param {object} does
 * @param {(id: string) => unknown} does.open
 * @param {() => unknown} does.repeat
 * @param {() => unknown} does.renew
 * @returns {Node[]}
 */
export function resultScreen(desk, { open, repeat, renew }) {
  const scores = scoresOf(desk);
  const figures = figuresOf(scores);
  return [
    focusHeading("h2", words.result),
    make("p.rc-desk__setup", `${setupTitle(desk.session.setup)}. ${seedLine(desk.session.setup)}`),
    make("p.rc-desk__score", words.score({ score: figures.score })),
    figureList(figures),
    scrollRegion(
      words.result,
      table(
        "rc-desk__results",
        words.resultColumns,
        scores.map((score) => [
          makeButton(titleOf(desk.item(score.id)), () => open(score.id), "rc-desk__open"),
          String(Math.round(100 * score.points)),
          score.done ? (score.inTime ? words.yes : words.no) : words.notDone,
          timeText(score.ms),
        ]),
      ),
    ),
    handIn(desk, scores),
    rescored(desk),
    make("p.rc-desk__signed", words.signed),
    make(
      "p.rc-actions",
      makeButton(words.newDesk, renew, "rc-button--primary"),
      " ",
      makeButton(words.sameAgain, repeat),
      " ",
      makeButton(words.print, () => print()),
    ),
  ];
}

/** Filled once the script for it has come. @param {DeskContext} desk */
function rescored({ session: { id }, announce }) {
  const place = make("div");
  /** @type {Promise<import("./types.d.ts").Dispute>} */
  const loaded = lazyLoad("dispute.js", "rightcodeDispute");
  loaded.then(({ rescoredPart }) => place.append(rescoredPart([id], announce))).catch(console.info);
  return place;
}

/** Also of what has not arrived yet. @param {DeskContext} desk */
export function scoresOf(desk) {
  const last = Math.max(desk.session.day, UNSEEN_DAYS);
  return desk.session.entries.map((entry) =>
    scoreItem(desk.item(entry.id), entry, desk.progress(entry.id, last), desk.payer)
  );
}

/** @param {ReturnType<typeof figuresOf>} found */
function figureList(found) {
  const of = (/** @type {number} */ some, /** @type {number} */ all) => words.ofAll({ some, all });
  const risk = { amount: money(found.atRisk), recovered: money(found.recovered) };
  const wrong = { amount: money(found.wrong), left: money(found.stillWrong) };
  /** @type {[keyof typeof words.figures, string, boolean][]} */
  const rows = [
    ["accepted", of(found.accepted, found.claims), found.claims > 0],
    ["prevented", of(found.prevented, found.avoidable), found.avoidable > 0],
    ["atRisk", found.atRisk ? words.recovered(risk) : money(0), true],
    ["wrong", found.wrong ? words.stillWrong(wrong) : money(0), true],
    ["inTime", of(found.inTime, found.items), true],
    ["time", timeText(found.ms), true],
    ["perHour", words.perHourValue({ count: found.perHour }), found.ms > 0],
  ];
  const hints = /** @type {Record<string, string>} */ (words.figureHints);
  const known = rows.filter(([, , isKnown]) => isKnown).map(([name, value]) =>
    [
      make("strong", `${words.figures[name]}: ${value}`),
      hints[name] && make("small", hints[name]),
    ].filter(Boolean)
  );
  return make("div.rc-desk__figures", listOf("ul", known));
}
