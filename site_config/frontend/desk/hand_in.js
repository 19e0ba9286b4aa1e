/** The result as a file for the gradebook: a question for each item, its options what counts. */

import { make, makeForm } from "../shared/dom.js";
import { lazyLoad } from "../shared/lazy_load.js";
import { saveAs } from "../shared/save_file.js";
import { deskWords as words } from "../shared/strings/index.js";
import { FormErrors } from "../tools/fields.js";
import { isRight } from "./decisions.js";
import { match } from "./claim_match.js";
import { linkQuery } from "./session.js";
import { answerCredit } from "./score.js";
import { payerName, setupTitle, shortDay, titleOf } from "./texts.js";
import { about } from "./work.js";

/** @import { DeskContext } from "./desk_context.js" */
/** @import { ItemScore, Progress, WorkItem } from "./types.d.ts" */

const MOST_NAME = 200;
/** A text that is not empty, on each option. */
const KIND = "choose-all";

/** @param {DeskContext} desk @param {ItemScore[]} scores */
export function handIn(desk, scores) {
  const name = make("input", {
    id: "rc-desk-name",
    name: "name",
    maxLength: MOST_NAME,
    autocomplete: "name",
  });
  const status = make("p.rc-desk__saved"), sent = make("div");
  const notice = make("p.rc-desk__hint");
  const { lrs } = desk.session;
  if (lrs) loadSending().then((one) => notice.append(one.storeNotice(lrs))).catch(console.info);
  const form = makeForm(
    "",
    words.save,
    "rc-desk__save",
    async () => {
      const errors = new FormErrors(form);
      if (!name.value.trim()) errors.add(name, words.nameFlaw);
      if (errors.texts.length) return desk.announce(words.nameFlaw), errors.focus();
      const learner = name.value.trim();
      status.textContent = await save(desk, scores, learner);
      desk.announce(status.textContent);
      send(desk, scores, learner, sent);
    },
    make("div.rc-field", make("label", { htmlFor: name.id }, words.name), name),
  );
  return make(
    "section.rc-desk__hand-in",
    make("h3", words.handIn),
    make("p.rc-desk__hint", words.handInHint),
    lrs && notice,
    form,
    status,
    sent,
  );
}

/** @returns {Promise<typeof import("./send.js")>} */
const loadSending = () => lazyLoad("desk-send.js", "rightcodeDeskSend");

/**
 * To the record store, where the desk's link names one.
 *
 * @param {DeskContext} desk @param {ItemScore[]} scores @param {string} learner
 * @param {HTMLElement} place
 */
function send(desk, scores, learner, place) {
  const { lrs } = desk.session;
  if (!lrs) return;
  loadSending()
    .then((one) =>
      place.replaceChildren(one.sendResult(desk, lrs, deskResult(desk, scores, learner)))
    )
    .catch(console.info);
}

/** @param {DeskContext} desk @param {ItemScore[]} scores @param {string} learner */
async function save(desk, scores, learner) {
  try {
    /** @type {typeof import("./result_text.js")} */
    const { resultText } = await lazyLoad("desk-result.js", "rightcodeDeskResult");
    const { role, level } = desk.session.setup;
    const name = `desk-${role}-level-${level}.json`;
    saveAs(name, resultText(deskResult(desk, scores, learner)), "application/json");
    return words.saved({ name });
  } catch {
    return words.failed;
  }
}

/**
 * What the file holds, before it is checked.
 *
 * @param {DeskContext} desk @param {ItemScore[]} scores @param {string} learner
 */
export function deskResult(desk, scores, learner) {
  const { session, work } = desk;
  const { id, setup, started, ended = session.changed } = session;
  const made = scores.map((score) => ownQuestion(desk, score));
  return {
    id,
    assignment: {
      id: `desk-${linkQuery(setup).replace(/[^a-z0-9]+/g, "-")}`,
      title: setupTitle(setup),
      items: made.map(({ question }) => question.id),
    },
    learner: { name: learner },
    attempt: 1,
    started: new Date(started).toISOString(),
    finished: new Date(ended).toISOString(),
    asOf: work.asOf,
    answers: made.flatMap(({ question, chosen, ms, dispute }) =>
      chosen.length
        ? [{
          question,
          response: chosen,
          started: new Date(started).toISOString(),
          ms: Math.round(ms),
          ...(dispute && { dispute }),
        }]
        : []
    ),
    own_questions: made.map(({ question }) => question),
  };
}

/** @param {DeskContext} desk @param {ItemScore} score */
function ownQuestion(desk, score) {
  const item = desk.item(score.id);
  const { level, date } = about(item);
  const found = desk.progress(score.id);
  const met = criteria(item, found, score);
  const payer = payerName(desk.work, item);
  const texts = /** @type {Record<string, string>} */ (words.criteria);
  const names = Object.keys(met);
  const { log, dispute } = desk.entry(score.id);
  return {
    ms: score.ms,
    dispute,
    chosen: log.length ? names.filter((name) => met[name]) : [],
    question: {
      id: `own-desk-${score.id.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`.slice(0, 80),
      version: 1,
      kind: KIND,
      title: titleOf(item),
      payer,
      date,
      difficulty: level,
      note: words.itemNote({ kind: titleOf(item), payer, date: shortDay(date) }),
      options: names.map((name) => ({ id: name, text: texts[name], feedback: words.criterion })),
      right: names,
      reason: words.itemReason,
    },
  };
}

/** What counts of an item, and whether it was achieved. */
/** @param {WorkItem} item @param {Progress} found @param {ItemScore} score
 * @returns {Record<string, boolean>} */
function criteria(item, found, score) {
  const followed = found.decided.flat().every(isRight) && found.phase === "done";
  const { visit } = item;
  /** @type {Record<string, boolean>} */
  const base = { worked: true, "in-time": score.inTime };
  if (item.question) {
    return { ...base, answered: answerCredit(item, found.chosen ?? []) === 1 };
  }
  if (item.kind === "rejected") {
    const corrected = Boolean(visit && found.sentTimes && match(visit, found.lines).isRight);
    return { ...base, repaired: corrected, "follow-up": followed };
  }
  if (item.sent) return { ...base, "follow-up": followed };
  if (visit?.state !== "bill") {
    return { ...base, stopped: Boolean(found.stopped && !found.firstLines) };
  }
  const lines = Boolean(found.firstLines && match(visit, found.firstLines).isRight);
  const honest = score.wrong === 0;
  return { ...base, lines, accepted: score.firstPass === true, "follow-up": followed, honest };
}
