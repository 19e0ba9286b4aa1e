/** What the builder writes it reads back; what is wrong is named by its place. */
import assert from "node:assert/strict";
import { cpuUsage } from "node:process";
import { readSavedAssignment } from "../../../site_config/frontend/classroom/format/saved_assignment.js";
import { toFragment } from "../../../site_config/frontend/classroom/format/link.js";
import { UnreadableText } from "../../../site_config/frontend/classroom/format/unreadable_text.js";
import { toYaml } from "../../../site_config/frontend/classroom/format/yaml_writer.js";

/** @import { Draft } from "../../../site_config/frontend/classroom/format/types.d.ts" */

const KEY =
  "BHQcv5fbMIbEnX1nkEXIhIocbEwLV8uUGinFhxk58Owdh0b1Gx2Eych0Gg0iUyP4ve8Fh2l5WJJEMrouT9hd2Uk";

/** @type {Draft} */
const BARE = {
  id: "week-three",
  title: "Week three",
  instructions: null,
  items: ["a-neck", "a-calf"],
  draw: [],
  seed: 1,
  order: "as-written",
  minutes: null,
  attempts: null,
  feedback: "at-once",
  names: null,
  opens: null,
  due: null,
  passMark: null,
  key: null,
  lrs: null,
};
/** @type {Draft} */
const FULL = {
  ...BARE,
  instructions: "Read to the end.\n\nThen answer.",
  draw: [{
    count: 3,
    codes: ["97124", "G0283"],
    objectives: ["tell-one-from-other"],
    quizzes: [],
    difficulty: [1, 3],
    kinds: ["units"],
  }],
  seed: 2 ** 31 - 1,
  order: "shuffled",
  minutes: 30,
  attempts: 2,
  feedback: "after-due",
  opens: "2026-12-01T08:00:00-05:00",
  due: "2026-12-08T08:00:30+05:30",
  passMark: 0,
  key: KEY,
  lrs: "https://lrs.example/xapi/",
};
const TEXTS = [
  "no",
  "2026-01-01",
  "1e3",
  "- a",
  "a: b # c",
  "#a=x",
  "'\"\\",
  "{a: [b",
  "&x *x !!y",
  "<script>alert(1)</script>",
  "=1+1",
  "\u202eعربي",
  "😀\ufeff\u2028\u0085",
  "a\n  b\n\n\tc",
];

/** @param {unknown} got @param {unknown} wanted */
function same(got, wanted) {
  const [one, other] = [got, wanted].map((value) => JSON.stringify(value, null, 1));
  if (one !== other) throw new Error(`${one}\n\nis not\n\n${other}`);
}

for (const [name, draft] of Object.entries({ bare: BARE, full: FULL })) {
  Deno.test(`a ${name} draft is read back from its file`, () =>
    same(readSavedAssignment(toYaml(draft)).draft, draft));
}

for (const text of TEXTS) {
  Deno.test(`the text ${JSON.stringify(text)} is read back from a file`, () => {
    const draft = { ...BARE, title: text, instructions: text };
    same(readSavedAssignment(toYaml(draft)).draft, draft);
  });
}

Deno.test("a link is read back, whole or broken into lines by mail", () => {
  const { draw: _, seed: __, order: ___, ...told } = FULL;
  const link = `https://site.example/classroom/assignment/${toFragment(told)}`;
  const wanted = { ...told, draw: [], seed: 1, order: "as-written" };
  const { draft } = readSavedAssignment(` ${link.match(/.{1,60}/g)?.join("\r\n")}\n`);
  same(Object.entries(draft).sort(), Object.entries(wanted).sort());
  same(toYaml(draft), toYaml(/** @type {Draft} */ (wanted)));
});

Deno.test("a file is read as people write it", () => {
  const text = [
    "\ufeff# yaml-language-server: $schema=../../site_config/schema/assignment.json",
    "id: first-steps",
    "title: First steps",
    "instructions: >-",
    "  Twelve questions.",
    "  Read each.",
    "items: [one, two]",
    "draw:",
    '  - {count: 3, codes: ["97124"], held_back: left-out}',
    "due: 2026-12-01 08:00:00-05:00",
    "attempts: null",
  ].join("\r\n");
  const { draft, places } = readSavedAssignment(text);
  same([draft.instructions, draft.attempts, draft.due], [
    "Twelve questions. Read each.",
    null,
    "2026-12-01T08:00:00-05:00",
  ]);
  same([draft.items, draft.draw[0].codes, places.get("two")], [["one", "two"], ["97124"], {
    line: 7,
    column: 14,
  }]);
});

const HEAD = "id: a\ntitle: A\n";
/** @type {[string, string, string, string?][]} Text, reason, place, what the sentence names. */
const WRONG = [
  ["", "empty", ""],
  ["x".repeat(200_001), "long", ""],
  ["https://site.example/#a=eJx", "brokenLink", ""],
  [`${HEAD}items: [one, two`, "syntax", "3:17"],
  [`${HEAD}title: B`, "syntax", "3:1"],
  [`${HEAD}itmes: [one]`, "unknownKey", "3:1", "itmes"],
  [`${HEAD}__proto__: [one]`, "unknownKey", "3:1", "__proto__"],
  ["just words", "notMap", "1:1"],
  ["- one\n- two", "notMap", "1:1"],
  ["title: A", "missing", "1:1", "id"],
  [`${HEAD}items: one`, "notList", "3:8"],
  [`${HEAD}items: [one, two, one]`, "twice", "3:19", "one"],
  [`${HEAD}items: [One]`, "slug", "3:9", "One"],
  [`id: a\ntitle: 3`, "notText", "2:8"],
  [`id: a\ntitle: ${"x".repeat(201)}`, "tooLong", "2:8", "200"],
  [`${HEAD}attempts: "2"`, "notWhole", "3:11", "1–100"],
  [`${HEAD}pass_mark_percent: 70.5`, "notWhole", "3:20", "0–100"],
  [`${HEAD}order: random`, "notOneOf", "3:8", "as-written, shuffled"],
  [`${HEAD}opens: tomorrow`, "moment", "3:8", "tomorrow"],
  [`${HEAD}opens: 2026-02-30T25:00:00Z`, "moment", "3:8", "2026-02-30T25:00:00Z"],
  [`${HEAD}public_key: short`, "key", "3:13"],
  [`${HEAD}public_key: ${KEY.replace("HQ", "HR")}`, "key", "3:13"],
  [`${HEAD}lrs: javascript:alert(1)`, "lrs", "3:6"],
  [`${HEAD}draw:\n  - {codes: ["97124"]}`, "missing", "4:5", "count"],
  [`${HEAD}draw:\n  - {count: 1, codes: [97124]}`, "code", "4:24", "97124"],
  [`${HEAD}draw:\n  - {count: 1, held_back: only}`, "heldBack", "4:27"],
  [`${HEAD}items: &a [one]\ndraw: *a`, "alias", "4:7"],
  [
    `a: &a [${"x,".repeat(9)}]\nb: &b [${"*a,".repeat(9)}]\nc: [${"*b,".repeat(9)}]`,
    "unknownKey",
    "1:1",
    "a",
  ],
];

for (const [text, reason, place, detail] of WRONG) {
  Deno.test(`${reason} at ${place || "no place"}: ${JSON.stringify(text.slice(0, 60))}`, () => {
    try {
      readSavedAssignment(text);
    } catch (problem) {
      if (!(problem instanceof UnreadableText)) throw problem;
      const at = problem.place ? `${problem.place.line}:${problem.place.column}` : "";
      same([problem.reason, at], [reason, place]);
      if (detail !== undefined) same(problem.detail, detail);
      return;
    }
    throw new Error("it was read");
  });
}

Deno.test("a text nested without end is refused in no time", () => {
  const started = performance.now();
  try {
    readSavedAssignment(`items: ${"[".repeat(199_000)}`);
  } catch (problem) {
    if (!(problem instanceof UnreadableText)) throw problem;
    if (performance.now() - started > 5000) throw new Error("it took longer than five seconds");
    return;
  }
  throw new Error("it was read");
});

/** What makes a parser slow: nesting, marks and keys without end. @type {Record<string, string>} */
const SLOW = {
  dashes: "- ".repeat(90_000),
  "question marks": "? ".repeat(90_000),
  colons: ": ".repeat(90_000),
  brackets: "[".repeat(190_000),
  braces: "{a: ".repeat(45_000),
  anchors: "&a ".repeat(60_000),
  tags: "!a ".repeat(60_000),
  keys: Array.from({ length: 20_000 }, (_, key) => `k${key}: 1\n`).join(""),
  "one key": "id: a\n".repeat(30_000),
  "keys in braces": `{${Array.from({ length: 30_000 }, (_, key) => `k${key}`).join()}}`,
  commas: `[${",".repeat(190_000)}]`,
  quotes: '"'.repeat(190_000),
  "questions without names": "?\n".repeat(90_000),
  "steps of indentation": Array.from({ length: 600 }, (_, n) => `${" ".repeat(n)}a:\n`).join(""),
};
for (const [name, text] of Object.entries(SLOW)) {
  Deno.test(`${name} without end are refused at once`, () => {
    const { user } = cpuUsage();
    assert.throws(() => readSavedAssignment(text), UnreadableText);
    assert.ok(cpuUsage().user - user < 1_500_000, "it took longer than a second and a half");
  });
}

for (const minutes of ["010", "0x10", "0o17", "1e2", "10.0", "+5"]) {
  Deno.test(`${minutes} is no number of minutes: Python reads another, or none`, () => {
    const text = `id: a\ntitle: A\nitems: [b]\ntime_limit_minutes: ${minutes}\n`;
    assert.throws(() => readSavedAssignment(text), {
      reason: "notWhole",
      place: { line: 4, column: 21 },
    });
  });
}
