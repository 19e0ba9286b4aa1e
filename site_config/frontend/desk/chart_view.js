/** The chart beside an item: records, what is on file, and the payer's guidelines. */

import { calendarDay } from "../shared/dates.js";
import { dollars } from "../billing/adjudication/payer_case.js";
import { listOf, make } from "../shared/dom.js";
import { deskWords as words } from "../shared/strings/index.js";
import { link, scrollRegion, table } from "../shared/table.js";
import { lineText, payerName, shortDay } from "./texts.js";
import { about } from "./work.js";

/** @import { DeskWork, Shown, WorkItem } from "./types.d.ts" */

/** Where there is room for guidelines beside the work. */
const WIDE = "(min-width: 60em)";

/** @param {DeskWork} work @param {WorkItem} item */
export function chartView(work, item) {
  const placed = about(item);
  return make(
    "section.rc-desk__chart",
    make("h3", words.chart),
    placed.docs.map((name) => record(work.docs[name])),
    item.question?.turn && make("p", item.question.turn),
    [item.question?.table, ...item.question?.exhibits ?? []].map((one) => one && shown(one)),
    sentPapers(item),
    onFile(item),
  );
}

/** @param {[string, string, string[]]} record */
const record = ([, title, paragraphs]) =>
  make(
    "article.rc-desk__record",
    make("h4", title || words.note),
    paragraphs.map((text) => make("p", text)),
  );

/** @param {Shown} shown */
const shown = ([caption, head, rows]) =>
  make("div.rc-desk__record", make("h4", caption), scrollRegion(caption, table("", head, rows)));

/** @param {WorkItem} item */
function sentPapers({ sent }) {
  if (!sent) return [];
  const title = `${words.sentClaim}, ${shortDay(sent.received)}`;
  return [
    record(["", title, sent.lines.map(lineText)]),
    sent.paper && record(["", ...splitPaper(sent.paper)]),
  ];
}

/** @param {[string, string]} paper @returns {[string, string[]]} */
const splitPaper = ([title, text]) => [title, [text]];

/** What payer and front desk know, in rows. @param {WorkItem} item */
function onFile({ visit, sent, question }) {
  if (!visit) return question && facts([[words.file.dos, calendarDay(question.date)]]);
  const { visit: known, received, date } = visit;
  const account = sent?.account ?? visit.account;
  const { authorization, allowed_so_far_usd: allowed, used_this_year: used = {} } = known;
  const state = authorization?.number || authorization?.on_file
    ? "yes"
    : authorization?.on_file === false
    ? "no"
    : "unknown";
  const ended = account.covered?.to;
  return facts([
    [words.file.dos, calendarDay(date)],
    [words.file.received, calendarDay(sent?.received ?? received)],
    [words.file.setting, words.settings[known.setting ?? "practitioner"]],
    [words.file.visit, known.visit_number],
    [words.file.used, Object.entries(used).map(([who, n]) => `${who.toUpperCase()} ${n}`).join()],
    [words.file.authorization, authorization && words.file.authorizations({ state })],
    [words.file.allowed, money(allowed)],
    [words.file.deductible, money(account.deductible_met)],
    [words.file.covered, ended && calendarDay(ended)],
    ...(visit.diagnoses ?? []).map((
      [letter, code, name],
    ) => /** @type {Row} */ ([`${words.diagnoses} ${letter}`, `${code}, ${name}`])),
  ]);
}

/** @typedef {[string, string | number | null | undefined | false]} Row */

/** @param {Row[]} rows */
function facts(rows) {
  const known = rows.filter(([, value]) => value !== undefined && value !== null && value);
  return make(
    "div.rc-desk__record",
    make("h4", words.onFile),
    listOf("ul", known.map(([name, value]) => `${name}: ${value}`)),
  );
}

/** @param {number | null | undefined} amount Dollars. */
const money = (amount) => typeof amount === "number" ? dollars(Math.round(100 * amount)) : "";

/**
 * What the payer's facts say, folded away on a phone.
 *
 * @param {DeskWork} work @param {WorkItem} item
 */
export function guidelines(work, item) {
  const { payer } = about(item);
  const of = work.payers[payer];
  const rows = [...of.rows, ...item.visit ? work.plans[item.visit.plan].rows : []];
  return make(
    "details.rc-more.rc-desk__guidelines",
    { open: matchMedia(WIDE).matches },
    make("summary", words.guidelines({ payer: payerName(work, item) })),
    make(
      "dl",
      rows.flatMap(([name, text]) => [make("dt", name), make("dd", text)]),
    ),
    make("p", link(words.guidelinesMore, of.page)),
  );
}
