import { calendarDay } from "../shared/dates.js";
import { quarter } from "../billing/check_limits.js";
import {
  certainlyInForce,
  editForPair,
  editName,
  editsOf,
  outsideTables,
  pairOutside,
} from "../billing/edit_lookup.js";
import { make } from "../shared/dom.js";
import { pairsWords as words, toolsWords as strings } from "../shared/strings/index.js";
import { dateOf } from "./fields.js";
import { scrollTable } from "./answer_output.js";

/** @import { AnswerOutput } from "./answer_output.js" */
/** @import { Edit, Facts, Setting } from "../billing/types.d.ts" */
/** @import { Tool } from "./element.js" */
/** @import { Field } from "./fields.js" */

/**
 * @typedef {{one: string, other: string, date: string, setting: Setting, settingName: string}}
 *   PairQuery
 */

/** Whether two codes can be billed together on a date of service, in a setting. @type {Tool} */
export const editLookup = {
  read(form, facts, errors) {
    const [one, other] = /** @type {Field[]} */ ([...form.querySelectorAll('[name="code"]')]);
    for (const field of [one, other]) {
      if (!field.value) errors.add(field, strings.errors.choose);
    }
    if (one.value && one.value === other.value) errors.add(other, strings.errors.sameCode);
    const setting = /** @type {HTMLSelectElement} */ (form.querySelector('[name="setting"]'));
    const query = {
      one: one.value,
      other: other.value,
      date: dateOf(form, errors),
      setting: /** @type {Setting} */ (setting.value),
      settingName: setting.selectedOptions[0]?.textContent ?? "",
    };
    return (output) => showPair(output, facts, query);
  },
};

/** @param {AnswerOutput} output @param {Facts} facts @param {PairQuery} query */
function showPair(output, facts, query) {
  const edit = editForPair(facts, query.one, query.other, query.date, query.setting);
  const outside = edit ? [] : outsideTables(facts, query.one, query.other);
  const [title, why] = edit
    ? verdict(edit, query)
    : outside.length
    ? [words.unknown, pairOutside(facts, query.one, query.other, outside, query.date).text]
    : none(query);
  output.add(
    make("h3", title),
    make("p", why, edit && output.marks(edit.sources)),
  );
  for (const note of notes(facts, query, edit)) output.add(make("p", note));
  output.add(make("h4", words.history), history(facts, query));
  return `${title}. ${why}`;
}

/** @param {Edit} edit @param {PairQuery} query */
function verdict(edit, query) {
  if (!certainlyInForce(edit, query.date)) {
    return [words.unknown, words.unknownWhy({ table: edit.asOf })];
  }
  return edit.indicator === 0
    ? [words.never({ first: edit.column1, second: edit.column2 }), words.neverWhy]
    : [words.apart({ first: edit.column1, second: edit.column2 }), words.apartWhy];
}

/** @param {PairQuery} query */
const none = ({ one, other, date, settingName }) => [
  words.free({ one, other }),
  words.freeWhy({ on: date, setting: settingName }),
];

/** @param {Facts} facts @param {PairQuery} query @param {Edit | undefined} edit */
function notes(facts, query, edit) {
  const { pairsRead } = facts.table;
  const read = edit && edit.asOf > pairsRead ? edit.asOf : pairsRead;
  const later = quarter(query.date) > quarter(read);
  return [
    edit && edit.setting !== query.setting ? words.practitionerServes : "",
    later ? facts.say("pairs-unread", { table: pairsRead, day: query.date }) : "",
    words.medicare,
  ].filter(Boolean);
}

/** @param {Facts} facts @param {PairQuery} query */
function history(facts, { one, other }) {
  const all = [...editsOf(facts, one, other), ...editsOf(facts, other, one)]
    .sort((first, second) =>
      editName(first).localeCompare(editName(second)) ||
      (first.to ?? "~").localeCompare(second.to ?? "~")
    );
  if (!all.length) return make("p", words.none);
  const rows = all.map((edit) => [
    edit.column1,
    edit.column2,
    String(edit.indicator),
    edit.setting,
    edit.from ? calendarDay(edit.from) : words.noFirst,
    edit.to ? calendarDay(edit.to) : words.noLast,
    calendarDay(edit.asOf),
  ]);
  return scrollTable(words.columns, rows, words.history);
}
