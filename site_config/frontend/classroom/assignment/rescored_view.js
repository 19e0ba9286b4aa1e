/** On a page of results: the file in which an instructor says which credits changed, and why. */
import { dayAndTime } from "../../shared/dates.js";
import { make } from "../../shared/dom.js";
import { MAX_BYTES } from "../../shared/result_limits.js";
import { disputeWords as words } from "../../shared/strings/index.js";
import { scrollRegion, table } from "../../shared/table.js";
import { readRescored } from "../results/rescored_file.js";
import { parse, textOf } from "../results/result_file.js";

/** @import { CreditTotal, Rescored } from "../../shared/schema_types.d.ts" */

/**
 * @param {string[]} attempts The ids of the attempts that the page shows.
 * @param {(text: string) => void} announce
 */
export function rescoredPart(attempts, announce) {
  const input = make("input", { type: "file", accept: ".json,application/json" });
  const place = make("div.rc-rescored__shown");
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    const found = file.size > MAX_BYTES ? null : await read(file).catch(() => null);
    place.replaceChildren(...found ? shown(found, attempts) : [make("p", words.unreadable)]);
    announce(found ? words.rescored({ count: found.changes.length }) : words.unreadable);
  });
  return make(
    "details.rc-others.rc-more.rc-rescored",
    make("summary", words.credits),
    make("p", words.creditsHow),
    make("p", make("label", `${words.creditsFile} `, input)),
    place,
  );
}

/** @param {File} file */
const read = async (file) => readRescored(parse(textOf(await file.arrayBuffer())));

/** @param {Rescored} found @param {string[]} attempts */
function shown({ result, assignment, learner, before, after, changes }, attempts) {
  const typed = (/** @type {string} */ text) => make("bdi", text);
  const rows = changes.map((one) => [
    typed(one.title),
    typed(one.answer),
    one.before === undefined || one.before === null ? "–" : String(one.before),
    String(one.after),
    typed(one.reason),
    make("span", typed(one.by), `, ${dayAndTime(Date.parse(one.at))}`),
  ]);
  return [
    make("p", make("strong", typed(assignment)), " · ", typed(learner)),
    ...attempts.includes(result) ? [] : [make("p.rc-refusal", words.otherAttempt)],
    make("p", total(words.before, before), make("br"), total(words.after, after)),
    scrollRegion(words.credits, table("rc-rescored__changes", words.creditColumns, rows)),
  ];
}

/** @param {import("../../shared/strings/messages.js").Message} text @param {CreditTotal} found */
const total = (text, { points, right, questions }) => text({ points, right, questions });
