import { quarter } from "../billing/unknowns.js";
import { editsOf, nameOf, pairOn, surelyStood } from "../billing/edit_lookup.js";
import { make } from "../shared/dom.js";
import { strings } from "../shared/strings/tools/index.js";
import { dateOf } from "./fields.js";
import { scrollTable } from "./answer_output.js";

/** @import { AnswerOutput } from "./answer_output.js" */
/** @import { Edit, Facts, Setting } from "../billing/types.js" */
/** @import { Tool } from "./element.js" */
/** @import { Field } from "./form_errors.js" */

/** @typedef {{one: string, other: string, date: string, setting: Setting, settingName: string}} PairQuery */

const words = strings.pair;

/** May two codes stand together on a date of service, in a setting? @type {Tool} */
export const editLookup = {
  read(form, facts, flaws) {
    const [one, other] = /** @type {Field[]} */ ([...form.querySelectorAll('[name="code"]')]);
    if (one.value === other.value) flaws.add(other, strings.flaws.sameCode);
    const setting = /** @type {HTMLSelectElement} */ (form.querySelector('[name="setting"]'));
    const asked = {
      one: one.value,
      other: other.value,
      date: dateOf(form, flaws),
      setting: /** @type {Setting} */ (setting.value),
      settingName: setting.selectedOptions[0]?.textContent ?? "",
    };
    return (output) => showPair(output, facts, asked);
  },
};

/** @param {AnswerOutput} output @param {Facts} facts @param {PairQuery} asked */
function showPair(output, facts, asked) {
  const edit = pairOn(facts, asked.one, asked.other, asked.date, asked.setting);
  const [title, why] = edit ? verdict(edit, asked) : none(asked);
  output.add(
    make("h3", title),
    make("p", why, edit && output.marks(edit.sources)),
  );
  for (const note of notes(facts, asked, edit)) output.add(make("p", note));
  output.add(make("h4", words.history), history(facts, asked));
  return `${title}. ${why}`;
}

/** @param {Edit} edit @param {PairQuery} asked @returns {[string, string]} */
function verdict(edit, asked) {
  if (!surelyStood(edit, asked.date)) return [words.unknown, words.unknownWhy(edit.asOf)];
  return edit.indicator === 0
    ? [words.never(edit.column1, edit.column2), words.neverWhy]
    : [words.apart(edit.column1, edit.column2), words.apartWhy];
}

/** @param {PairQuery} asked @returns {[string, string]} */
const none = (
  { one, other, date, settingName },
) => [words.free(one, other), words.freeWhy(date, settingName)];

/** @param {Facts} facts @param {PairQuery} asked @param {Edit | undefined} edit */
function notes(facts, asked, edit) {
  const { pairsRead } = facts.table;
  const read = edit && edit.asOf > pairsRead ? edit.asOf : pairsRead;
  const later = quarter(asked.date) > quarter(read);
  return [
    edit && edit.setting !== asked.setting ? words.practitionerServes : "",
    later ? facts.say("pairs-unread", { table: pairsRead, day: asked.date }) : "",
    words.medicare,
  ].filter(Boolean);
}

/** @param {Facts} facts @param {PairQuery} asked */
function history(facts, { one, other }) {
  const all = [...editsOf(facts, one, other), ...editsOf(facts, other, one)]
    .sort((first, second) =>
      nameOf(first).localeCompare(nameOf(second)) ||
      (first.to ?? "~").localeCompare(second.to ?? "~")
    );
  if (!all.length) return make("p", words.none);
  const rows = all.map((edit) => [
    edit.column1,
    edit.column2,
    String(edit.indicator),
    edit.setting,
    edit.from ? strings.day(edit.from) : words.noFirst,
    edit.to ? strings.day(edit.to) : words.noLast,
    strings.day(edit.asOf),
  ]);
  return scrollTable(words.columns, rows, words.history);
}
