/** Billing a visit, or correcting a claim: lines, or a question, or a hold. */

import { make, makeButton } from "../shared/dom.js";
import { deskWords as words } from "../shared/strings/index.js";
import { link } from "../shared/table.js";
import { ClaimEntry } from "./claim_entry.js";
import { match } from "./claim_match.js";
import { lacksLine } from "./progress.js";

/** @import { DeskContext } from "./desk_context.js" */
/** @import { DeskVisit, Line, Progress } from "./types.d.ts" */

/**
 * @param {DeskContext} desk @param {string} id @param {Progress} found
 * @param {(message?: string) => void} then
 */
export function claimStep(desk, id, found, then) {
  const visit = /** @type {DeskVisit} */ (desk.item(id).visit);
  const corrects = found.phase === "correct";
  const entry = new ClaimEntry(desk.work, visit, desk.announce);
  entry.fill(found.repaired && corrects ? repairedLines(visit, found) : found.lines);
  const form = make(
    "form.rc-form",
    { noValidate: true },
    entry.node,
    make(
      "p.rc-actions",
      make(
        "button.rc-button.rc-button--primary",
        { type: "submit" },
        corrects ? words.resend : words.send,
      ),
      " ",
      makeButton(words.add, () => entry.add(), "rc-add"),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const lines = entry.read(form);
    if (!lines) return;
    desk.act(id, { act: "send", day: desk.session.day, lines });
    then(desk.progress(id).phase === "waiting" ? words.sent : words.rejectedNow);
  });
  return make(
    "section.rc-desk__claim",
    make("h3", corrects ? words.correctNow : words.claim),
    corrects && found.decided.length > 0 && lacksLine(desk.item(id), found.lines) &&
      make("p", words.lacks),
    make("p.rc-desk__hint", corrects ? words.correctHint : words.claimHint),
    form,
    corrects ? repair(desk, id, found, then) : stops(desk, id, then),
    valueSource(desk),
  );
}

/** @param {DeskVisit} visit @param {Progress} found @returns {Line[]} */
const repairedLines = (visit, found) => match(visit, found.lines).claim;

/** @param {DeskContext} desk */
const valueSource = ({ work: { values } }) =>
  values.title && make(
    "p.rc-desk__hint",
    link(words.valueSource({ title: values.title }), values.page),
  );

/**
 * @param {DeskContext} desk @param {string} id @param {Progress} found
 * @param {(message?: string) => void} then
 */
function repair(desk, id, found, then) {
  if (found.repaired) return null;
  const take = () => {
    desk.act(id, { act: "repair", day: desk.session.day });
    then(words.taken);
  };
  return make("p", makeButton(words.takeRepaired, take, "rc-desk__repair"));
}

/** Asking and holding. @param {DeskContext} desk @param {string} id
 * @param {(message?: string) => void} then */
function stops(desk, id, then) {
  const { visit } = desk.item(id);
  const stop = (/** @type {"ask" | "hold"} */ act) => () => {
    desk.act(id, { act, day: desk.session.day });
    const { stopped } = desk.progress(id);
    if (stopped) return then(act === "ask" ? words.askRight : words.holdRight);
    then(act === "ask" ? words.askWrong : words.holdWrong({ state: visit?.state ?? "" }));
  };
  return make(
    "div.rc-desk__stops",
    make("p.rc-desk__hint", words.askHint),
    make(
      "p.rc-actions",
      makeButton(words.ask, stop("ask"), "rc-desk__ask"),
      " ",
      makeButton(words.hold, stop("hold"), "rc-desk__hold"),
    ),
  );
}
