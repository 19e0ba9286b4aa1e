/** A weekly goal: nothing by itself, no reminder, and no word on weeks that are over. */
import { field, make, makeForm } from "../shared/dom.js";
import { GOAL, MOST, readGoal } from "../shared/store/goal_record.js";
import { goalWords as words } from "../shared/strings/index.js";
import { isCard } from "./card_log.js";

/** @import { Attempt, Screen } from "./types.d.ts" */
/** @import { Goal } from "../shared/store/goal_record.js" */

const USUAL = { questions: 20, days: 3 };

/** The first moment of the week, which begins on Sunday. @param {Date} now */
export function weekStart(now) {
  const start = new Date(now);
  start.setHours(0, 0, 0, 0);
  start.setDate(start.getDate() - start.getDay());
  return start;
}

/**
 * How many questions were answered in this week, or on how many days there was practice,
 * flashcards included.
 *
 * @param {Goal["kind"]} kind
 * @param {Attempt[]} attempts
 * @param {Date} now
 */
export function doneThisWeek(kind, attempts, now) {
  const start = weekStart(now);
  const recent = attempts.filter(({ at }) => new Date(at) >= start && new Date(at) <= now);
  return kind === "questions"
    ? recent.filter((attempt) => !isCard(attempt)).length
    : new Set(recent.map(({ at }) => new Date(at).toDateString())).size;
}

/** What a card says of it. @param {Goal} goal @param {number} done @returns {[string, string]} */
export function goalText({ kind, count }, done) {
  const text = done > count ? words[kind].more : words[kind].done;
  return [text({ done, count }), done < count ? words.yours : words.reached];
}

/**
 * Sets, changes or ends the goal.
 *
 * @param {Screen} screen
 * @param {Goal | null} goal
 * @param {() => Promise<unknown>} onChange
 */
export function goalPart({ store, env, announce }, goal, onChange) {
  const set = goal?.count ? goal : null;
  const kinds = Object.entries({ "": words.none, ...words.kinds }).map(([value, text]) =>
    make("option", { value }, text)
  );
  const kind = make("select", { id: "rc-goal-kind" }, kinds);
  const count = make("input", { id: "rc-goal-count", type: "number", min: "1", required: true });
  kind.value = set?.kind ?? "";
  const amount = field(words.count, count);
  const update = () => {
    const chosen = /** @type {Goal["kind"]} */ (kind.value);
    amount.hidden = !chosen;
    count.max = String(MOST[chosen] ?? "");
    count.value = String(set?.kind === chosen ? set.count : USUAL[chosen] ?? "");
  };
  const save = async () => {
    const wanted = Math.round(Number(count.value));
    const made = kind.value && {
      kind: kind.value,
      count: Math.max(1, Math.min(wanted || 1, MOST[kind.value])),
    };
    const at = env.now().toISOString();
    await store.updateValue(GOAL, () => ({ ...(made || { kind: "questions", count: 0 }), at }));
    await onChange();
    announce(made ? words.saved : words.ended);
    /** @type {HTMLElement | null} */ (document.querySelector("#weekly-goal > summary"))?.focus();
  };
  kind.addEventListener("change", update);
  update();
  return make(
    "details.rc-more.rc-goal",
    { id: "weekly-goal", open: location.hash === "#weekly-goal" },
    make("summary", set ? words.change : words.title),
    make("p", words.note),
    makeForm("", words.save, "rc-goal__save", save, field(words.kind, kind), amount),
  );
}

/** The learner's goal, if there is one. @param {Screen} screen */
export const loadGoal = async ({ store }) => readGoal(await store.value(GOAL));
