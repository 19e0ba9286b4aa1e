/** Any file beside thirty sound ones: it costs none of theirs, in whatever way it is broken. */
import assert from "node:assert/strict";
import { analyzes } from "../../../site_config/frontend/classroom/results/analysis.js";
import * as columns from "../../../site_config/frontend/classroom/results/columns.js";
import { newClassKey, seal } from "../../../site_config/frontend/classroom/results/encryption.js";
import { gradebook, itemsOf } from "../../../site_config/frontend/classroom/results/gradebook.js";
import { readResult } from "../../../site_config/frontend/classroom/results/result_file.js";
import { toCsv, toXlsx } from "../../../site_config/frontend/classroom/results/spreadsheets.js";
import { StoredAttempts } from "../../../site_config/frontend/classroom/results/submission.js";
import { Uploads } from "../../../site_config/frontend/classroom/results/uploads.js";

const SOUND = {
  format: "rightcode-result",
  version: 1,
  id: "11111111-1111-4111-8111-111111111111",
  assignment: { id: "first-week", digest: "0123456789ab", title: "Week", items: ["calf", "lines"] },
  learner: { name: "Zoë", id: "17" },
  attempt: 1,
  started: "2026-03-02T09:00:00Z",
  finished: "2026-03-02T09:10:00Z",
  site: { as_of: "2026-01-01" },
  answers: [
    answer("calf", ["97124.1"]),
    answer("lines", ["1.97124.1.59"]),
  ],
};

/** @param {string} item @param {string[]} response */
function answer(item, response) {
  const started = "2026-03-02T09:00:01Z";
  return { item, version: 1, digest: "0123456789ab", response, started, ms: 9, confidence: "sure" };
}

const OPTION = { id: "97124", name: "Massage", right: true, free: false };
const SHARED = { version: 1, digest: "0123456789ab", title: "T", options: [OPTION] };
const KEYS = {
  format: "rightcode-keys",
  version: 1,
  items: [
    { ...SHARED, id: "calf", kind: "units", ways: [{ "97124": 1 }] },
    { ...SHARED, id: "lines", kind: "claim", ways: [[["97124", 1, ["59"]]]] },
  ],
};

/** As JSON writes them. */
const VALUES = [
  ...["null", "true", "0", "-1", "1e308", "1e999", "9007199254740993", "-0", "1.5", '""', '" "'],
  ...['"9999-12-31T23:59:59Z"', '"0000-01-01T00:00:00Z"', '"2026-02-30T09:00:00Z"', '"\\ud800"'],
  ...[
    '"\\u0000"',
    '"__proto__"',
    '"constructor"',
    '"\\uffff"',
    "[]",
    "{}",
    "[null]",
    '["\\ud800"]',
  ],
  ...['{"toString":1}', '[{"toString":null}]', '{"toString":1,"valueOf":1}', '{"length":9e9}'],
  ...['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}'],
  "[".repeat(20_000) + "]".repeat(20_000),
  `"${"x".repeat(100_000)}"`,
  `[${Array(3000).fill('"calf"')}]`,
];
const PLACEHOLDER = "a value to be replaced";

/** Each place in a value, from the top. @param {any} value @returns {string[][]} */
const placesOf = (value) =>
  Object.entries(value).flatMap(([name, part]) => [
    [name],
    ...(typeof part === "object" && part !== null
      ? placesOf(part).map((place) => [name, ...place])
      : []),
  ]);

/** Every place of a value with every value in its place. @param {object} value */
function* broken(value) {
  for (const place of placesOf(value)) {
    const copy = structuredClone(value);
    let /** @type {any} */ part = copy;
    for (const name of place.slice(0, -1)) part = part[name];
    part[/** @type {string} */ (place.at(-1))] = PLACEHOLDER;
    const written = JSON.stringify(copy);
    for (const raw of VALUES) yield written.replace(`"${PLACEHOLDER}"`, () => raw);
    const again = JSON.stringify({ [/** @type {string} */ (place.at(-1))]: 5 }).slice(1, -1);
    yield `${written.slice(0, -1)},${again}}`;
  }
}

const CLASS = Array.from({ length: 30 }, (_, number) => ({
  ...SOUND,
  id: `22222222-2222-4222-8222-${String(number).padStart(12, "0")}`,
  learner: { name: `Learner ${number}` },
}));

/** @param {string[]} texts */
async function opened(texts) {
  const uploads = new Uploads();
  const all = [...texts, JSON.stringify(KEYS), ...CLASS.map((one) => JSON.stringify(one))];
  await uploads.open(all.map((text, number) => new File([text], `${number}.json`)));
  return uploads;
}

/** All that the page and the command make of it. @param {Uploads} uploads */
function everything({ submissions, markings }) {
  assert.ok(itemsOf(submissions).length);
  const rows = gradebook(submissions, markings, Date.parse("2026-11-29T12:00:00Z"), new Map());
  const found = analyzes(rows, markings).flatMap(({ analysis }) => analysis ?? []);
  const tables = [columns.grades(rows), columns.answers(rows), columns.items(found)];
  tables.forEach(toCsv);
  toXlsx(tables);
  return rows;
}

const sealedFor = await newClassKey();
for (
  const [name, value] of Object.entries({
    result: SOUND,
    "sealed result": await seal(readResult(SOUND), sealedFor.public),
    "class key": sealedFor,
    "file of keys": KEYS,
  })
) {
  Deno.test(`a broken ${name} costs no other file`, async () => {
    for (const text of broken(value)) {
      const uploads = await opened([text]);
      const own = uploads.submissions.filter(({ result }) =>
        result.learner.name.startsWith("Lear")
      );
      assert.equal(own.length, 30, text.slice(0, 300));
      const sentences = uploads.problems.length + uploads.waiting;
      assert.ok(sentences <= 1, text.slice(0, 300));
      if (uploads.submissions.length > 30) everything(uploads);
    }
    assert.equal(/** @type {any} */ ({}).polluted, undefined);
  });
}

Deno.test("a keys file that could break the scoring is refused", async () => {
  for (const text of broken(KEYS)) {
    const uploads = new Uploads();
    await uploads.open([
      new File([text], "keys.json"),
      new File([JSON.stringify(SOUND)], "a.json"),
    ]);
    everything(uploads);
  }
});

Deno.test("all the broken results of a class leave the sound ones whole", async () => {
  const texts = [...broken(SOUND)];
  const uploads = await opened(texts);
  const rows = everything(uploads);
  assert.equal(rows.filter(({ title }) => title === "Week").length >= 30, true);
  assert.equal(
    uploads.submissions.length + uploads.problems.length,
    texts.length + CLASS.length,
  );
});

Deno.test("statements of any shape cost no other attempt", () => {
  const { format: _, version: _1, answers, ...attempt } = SOUND;
  const statement = {
    context: { extensions: { "urn:rightcode:attempt": attempt } },
    result: { extensions: { "urn:rightcode:answer": answers[0] } },
  };
  const other = structuredClone(statement);
  other.context.extensions["urn:rightcode:attempt"].id = CLASS[0].id;
  const attempts = new StoredAttempts();
  for (const text of broken(statement)) attempts.add([JSON.parse(text), other]);
  const found = attempts.results();
  const sound = found.filter(([id]) => id === CLASS[0].id);
  assert.equal(sound.length, 1);
  assert.deepEqual(readResult(sound[0][1]).answers.map(({ item }) => item), ["calf"]);
});

Deno.test("where the class has a key, what is not sealed is flagged", async () => {
  const sealed = JSON.stringify(await seal(readResult(SOUND), sealedFor.public));
  const key = JSON.stringify(sealedFor);
  const flagged = (/** @type {Uploads} */ { submissions, hasKey }, terms = undefined) =>
    gradebook(submissions, new Map(), 0, terms, hasKey).filter(({ flags }) =>
      flags.some(({ name }) => name === "not-sealed")
    ).map(({ submission }) => submission.result.learner.name);
  assert.equal(flagged(await opened([])).length, 0);
  assert.equal(flagged(await opened([key])).length, 30);
  const both = await opened([key, sealed]);
  assert.equal(both.submissions.length, 31);
  assert.equal(flagged(both).includes("Zoë"), false);
  assert.equal(flagged(both).length, 30);
  const terms = (
    /** @type {boolean} */ sealed,
  ) => /** @type {any} */ (new Map([["first-week", { sealed }]]));
  assert.equal(flagged(await opened([]), terms(true)).length, 30);
  assert.equal(flagged(await opened([key]), terms(false)).length, 0);
});
