import assert from "node:assert/strict";
import {
  compare,
  idOf,
  lineOf,
} from "../../site_config/frontend/quiz/kinds/fill_claim/claim_lines.js";
import {
  faultsOf,
  reactions,
} from "../../site_config/frontend/quiz/kinds/fill_claim/claim_reactions.js";
import { claimKinds } from "../../site_config/frontend/quiz/kinds/claim_kinds.js";
import { kinds } from "../../site_config/frontend/quiz/kinds/index.js";
import { addKinds } from "../../site_config/frontend/quiz/kinds/registry.js";
import { countConfusions, isPartlyRight, tally } from "../../site_config/frontend/quiz/score.js";

addKinds(claimKinds);

/** @typedef {import("../../site_config/frontend/quiz/kinds/question_kind.js").QuestionKind} Kind */
/** @typedef {import("../../site_config/frontend/shared/types.d.ts").Question} Question */

const kind = (/** @type {string} */ name) => /** @type {Kind} */ (kinds.get(name));

/**
 * @param {string[]} ids
 * @param {unknown} [data]
 * @param {string[]} [right]
 * @param {string[]} [free]
 * @returns {Question}
 */
const question = (ids, data = null, right = ids, free = []) => ({
  id: "item",
  version: 1,
  objectives: [],
  data,
  options: ids.map((id) => ({ id, name: id, right: right.includes(id), free: free.includes(id) })),
});

const tie = question(["97110", "97140"], {
  ways: [{ 97110: 2, 97140: 1 }, { 97110: 1, 97140: 2 }],
});
const way = { lines: [["97110", 2, ["GP"]], ["97140", 1, ["GP"]]], steps: {} };
const claim = question(["97110", "97140", "97124"], { ways: [way], faults: [] }, [
  "97110",
  "97140",
]);
const spot = question(["a", "b", "c", "d"], null, ["a", "b"], ["d"]);

/** @param {string} name @param {Question} asked @param {string[]} chosen */
const entry = (name, asked, chosen) => ({
  question: asked,
  kind: kind(name),
  attempts: [{
    id: "one",
    item: "item",
    version: 1,
    at: "2026-03-02T09:00:00.000Z",
    chosen,
    right: kind(name).isRight(asked, chosen),
  }],
});

/** @param {string} name @param {Question} asked @param {string[]} chosen */
const score = (name, asked, chosen) => kind(name).score?.(asked, chosen);

Deno.test("every way to share a tie is right, and no other", () => {
  assert.equal(kind("units").isRight(tie, ["97110.2", "97140.1"]), true);
  assert.equal(kind("units").isRight(tie, ["97110.1", "97140.2"]), true);
  assert.equal(kind("units").isRight(tie, ["97110.2", "97140.2"]), false);
});

Deno.test("numbers are scored one by one against the nearest right answer", () => {
  assert.equal(score("units", tie, ["97110.1", "97140.1"]), 0.5);
  assert.equal(score("units", tie, ["97110.3", "97140.0"]), 0);
});

Deno.test("a wrong number is told as what was taken for what", () => {
  assert.deepEqual(kind("units").confusions(tie, ["97110.2", "97140.3"]), [{
    chosen: "97140 × 3",
    right: "97140 × 1",
  }]);
});

Deno.test("numbers stored for other codes than those asked for are not shown", () => {
  assert.equal(kind("units").fits?.(tie, ["97110.2", "97140.1"]), true);
  assert.equal(kind("units").fits?.(tie, ["97110.2"]), false);
  assert.equal(kind("units").fits?.(tie, ["97110.2", "97112.1"]), false);
});

Deno.test("a line is stored with the place it stood in", () => {
  const line = { at: 2, code: "97110", units: 3, modifiers: ["GP", "KX"] };
  assert.equal(idOf(line), "2.97110.3.GP.KX");
  assert.deepEqual(lineOf("2.97110.3.GP.KX"), line);
});

Deno.test("the order of lines and of modifiers is not judged", () => {
  assert.equal(kind("claim").isRight(claim, ["1.97140.1.GP", "2.97110.2.GP"]), true);
});

Deno.test("each cell of a claim counts, a missing line three times", () => {
  assert.equal(score("claim", claim, ["1.97110.3.GP", "2.97140.1.GP"]), 5 / 6);
  assert.equal(score("claim", claim, ["1.97110.2", "2.97140.1.GP.59"]), 4 / 6);
  assert.equal(score("claim", claim, ["1.97110.2.GP"]), 3 / 6);
  assert.equal(score("claim", claim, ["1.97110.2.GP", "2.97140.1.GP", "3.97124.1.GP"]), 6 / 7);
  assert.equal(score("claim", claim, ["nothing"]), 0);
});

Deno.test("nothing on the claim is right only where nothing belongs there", () => {
  const bare = question(["97010"], { ways: [{ lines: [], steps: {} }], faults: [] }, []);
  assert.equal(kind("claim").isRight(bare, ["nothing"]), true);
  assert.equal(kind("claim").isRight(bare, ["1.97010.1.GP"]), false);
  assert.equal(kind("claim").isRight(claim, ["nothing"]), false);
});

Deno.test("one code for another is a confusion; one too many and one too few differ", () => {
  const confusions = (/** @type {string[]} */ ...chosen) => kind("claim").confusions(claim, chosen);
  assert.deepEqual(confusions("1.97110.2.GP", "2.97124.1.GP"), [{
    chosen: "97124",
    right: "97140",
  }]);
  assert.deepEqual(confusions("1.97110.2.GP"), [{ chosen: null, right: "97140" }]);
  assert.deepEqual(confusions("1.97110.2.GP", "2.97140.1.GP", "3.97124.1"), [{
    chosen: "97124",
    right: null,
  }]);
  assert.deepEqual(confusions("1.97110.3.GP", "2.97140.1.GP"), []);
});

Deno.test("two lines of one code are told apart by their modifiers", () => {
  const right = [lineOf("0.97110.1.GP.CQ"), lineOf("1.97110.2.GP")];
  const { wrong, missing } = compare(right, [lineOf("1.97110.2.GP"), lineOf("2.97110.1.CQ.GP")]);
  assert.deepEqual([wrong.map((cells) => cells.size), missing], [[0, 0], []]);
  const swapped = compare(right, [lineOf("1.97110.1.GP"), lineOf("2.97110.2.GP.CQ")]);
  assert.deepEqual(swapped.wrong.map((cells) => [...cells]), [["units"], ["units"]]);
});

Deno.test("the gravest of a line's faults comes first", () => {
  const steps = {
    units: { 97110: { 3: [0] } },
    less: { 97110: { GP: [1] } },
  };
  const line = lineOf("1.97110.3");
  const told = reactions(
    [["at-risk", null, "Too many.", "Fewer."], ["denied", "CARC 4.", "No GP.", "Add it."]],
    { lines: [["97110", 2, ["GP"]]], steps },
    [line],
    line,
  );
  assert.deepEqual(told.map(([verdict]) => verdict), ["denied", "at-risk"]);
});

Deno.test("a fault's texts are put together from patterns and words", () => {
  /** @type {[number, string][]} */
  const texts = [[0, "97110 {} 3"], [1, ""], [2, "4"]];
  const patterns = ["{} and {}: {} units.", "Fewer.", "CARC {}."];
  const told = faultsOf({ faults: [["denied", 2, 0, 1], ["paid", null, 0, 1]], texts, patterns });
  assert.deepEqual(told, [
    ["denied", "CARC 4.", "97110 and {}: 3 units.", "Fewer."],
    ["paid", null, "97110 and {}: 3 units.", "Fewer."],
  ]);
  assert.deepEqual(faultsOf({ faults: [] }), []);
});

Deno.test("marking all: what counts neither way is not looked at", () => {
  assert.equal(kind("spot-the-error").isRight(spot, ["a", "b"]), true);
  assert.equal(kind("spot-the-error").isRight(spot, ["a", "b", "d"]), true);
  assert.equal(kind("spot-the-error").isRight(spot, ["a", "b", "c"]), false);
  assert.equal(kind("mark-words").isRight(spot, ["a"]), false);
});

Deno.test("marks are scored less those that are wrong", () => {
  assert.equal(score("what-is-missing", spot, ["a"]), 0.5);
  assert.equal(score("what-is-missing", spot, ["a", "c"]), 0);
  assert.equal(score("what-is-missing", spot, ["a", "b", "c"]), 0.5);
  assert.equal(score("other-date", spot, ["a", "b", "d"]), 1);
});

Deno.test("an answer that is right in part is counted beside those that are right", () => {
  const entries = [
    entry("units", tie, ["97110.2", "97140.1"]),
    entry("units", tie, ["97110.2", "97140.3"]),
    entry("units", tie, ["97110.3", "97140.3"]),
  ];
  assert.equal(tally(entries).right, 1);
  assert.deepEqual(entries.map(isPartlyRight), [false, true, false]);
  assert.equal(countConfusions(entries).length, 2);
});

const FORM = ["11_NONE", "11_blank", "97110-units_2", "97110-units_not-billed"];
const form = question(
  [
    ...FORM,
    "97110-modifiers_GP",
    "97110-modifiers_none",
    "97124-units_not-billed",
    "97124-units_1",
  ],
  null,
  ["11_NONE", "97110-units_2", "97110-modifiers_GP", "97124-units_not-billed"],
);
const FILLED = ["11_NONE", "97110-units_2", "97110-modifiers_GP", "97124-units_not-billed"];

Deno.test("each field of a form counts alike", () => {
  assert.equal(kind("claim-form").isRight(form, FILLED), true);
  assert.equal(score("claim-form", form, FILLED), 1);
  assert.equal(score("claim-form", form, ["11_blank", ...FILLED.slice(1)]), 3 / 4);
  assert.equal(score("claim-form", form, []), 0);
});

Deno.test("two entries in one field are no right one", () => {
  assert.equal(kind("claim-form").isRight(form, ["11_blank", ...FILLED]), false);
  assert.equal(score("claim-form", form, ["11_blank", ...FILLED]), 3 / 4);
});

Deno.test("the cells of a line that is not billed count for nothing", () => {
  const unbilled = ["11_NONE", "97110-units_not-billed", "97110-modifiers_GP"];
  assert.equal(score("claim-form", form, unbilled), 1 / 4);
});

Deno.test("a form marks what was entered and what should have been", () => {
  const marks = kind("claim-form").marks?.(form, ["11_blank", "97110-units_2"]);
  const found = form.options.map((option) => marks?.(option));
  assert.deepEqual(found.slice(0, 4), ["missed", "wrong", "right", "left"]);
});
