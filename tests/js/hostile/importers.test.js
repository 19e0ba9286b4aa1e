/** Each importer of the browser on hostile files, links, texts and records. */
import assert from "node:assert/strict";
import { deflateSync, strToU8 } from "fflate";
import { chance, changed, hold, isDated, isDay, pick, valueOf, wholes } from "./attack.js";
import * as page from "./importers.js";

const NEVER = () => false;
const KEY = {
  format: "rightcode-class-key",
  version: 1,
  key: "ba3ce4f12c010e30",
  public: "BHQcv5fbMIbEnX1nkEXIhIocbEwLV8uUGinFhxk58Owdh0b1Gx2Eych0Gg0iUyP4ve8Fh2l5WJJEMrouT9hd2Uk",
  private: "xkPN37AQEi8aGwPedMpgRxdec5kVy11lCFKDWrWIMl0",
};

const ATTEMPT = {
  id: "a1",
  item: "calf",
  version: 1,
  at: "2026-03-02T10:00:00.000Z",
  chosen: ["97124", "97140"],
  right: true,
  facts: "0123456789ab",
  sure: "think",
  mode: "learn",
  session: "e-1",
  hints: 2,
};
const EXAM = {
  id: "exam-1",
  items: ["a", "b", "c"],
  answers: { a: ["97124"] },
  sure: { a: "sure" },
  flags: ["b"],
  position: 1,
  started: 1_772_442_000_000,
  changed: 1_772_442_100_000,
  deadline: 1_772_442_600_000,
  extended: 0,
  ended: null,
  seed: 1,
  seen: { a: { first: 1_772_442_000_000, ms: 5_000 } },
};
const ASSIGNMENT = {
  v: 1,
  id: "week-three",
  title: "Week three",
  instructions: "Answer all.",
  items: ["a-neck", "a-calf"],
  minutes: 20,
  attempts: 2,
  feedback: "after-due",
  opens: "2026-12-01T08:00:00-05:00",
  due: "2026-12-08T08:00:00-05:00",
  pass: 80,
  key: KEY.public,
  lrs: "https://lrs.example/xapi/",
};
const RESULT = {
  format: "rightcode-result",
  version: 1,
  id: "11111111-1111-4111-8111-111111111111",
  assignment: { id: "first-week", title: "The first week", items: ["calf", "neck"] },
  learner: { name: "Ann", id: "s-1" },
  attempt: 1,
  started: "2026-03-02T09:00:00Z",
  finished: "2026-03-02T09:10:00.000Z",
  site: { as_of: "2026-01-01" },
  answers: [{
    item: "calf",
    version: 1,
    digest: "0123456789ab",
    response: ["97124"],
    started: "2026-03-02T09:00:01Z",
    ms: 20000,
    confidence: "sure",
  }],
};
const KEYS = {
  format: "rightcode-keys",
  version: 1,
  as_of: "2026-04-01",
  items: [{
    id: "calf",
    version: 1,
    digest: "0123456789ab",
    kind: "choose-code",
    title: "Calf",
    options: [{ id: "97124", name: "97124", right: true, free: false }, {
      id: "97140",
      name: "97140",
      right: false,
      free: false,
    }],
    ways: [],
  }],
};

/** @param {any} exam */
function soundExam(exam) {
  if (!exam) return;
  for (const moment of [exam.started, exam.changed, exam.deadline, exam.ended]) isDated(moment);
  for (const { first } of Object.values(exam.seen ?? {})) isDated(first);
  for (const known of Object.keys(exam.answers)) {
    assert.ok(exam.items.includes(known), `an answer to ${known}, which is not asked`);
  }
  assert.equal(new Set(exam.items).size, exam.items.length, "a question is in it twice");
  assert.ok(exam.deadline === null || exam.deadline >= exam.started, "it ends before it starts");
}

Deno.test("progress files", async () => {
  const file = {
    format: "rightcode-progress",
    schema: 2,
    attempts: [ATTEMPT, { ...ATTEMPT, id: "a2" }],
    aim: { day: "2026-12-01", at: "2026-03-02T10:00:00.000Z" },
    exam: EXAM,
  };
  await hold(
    [...changed("progress", file, 560), ...wholes("progress")],
    page.readFile,
    (problem) => problem instanceof page.FileRefused,
    ({ attempts, aim, exam }) => {
      for (const { at } of attempts) isDay(at);
      if (aim?.day) isDay(aim.day);
      soundExam(exam);
    },
  );
});

const ROUND = {
  topics: ["calf"],
  items: ["a", "b"],
  place: 0,
  seed: 1,
  started: 1_772_442_000_000,
  changed: 1_772_442_000_000,
};
/** @type {[string, object, number, (value: unknown) => any, (value: any) => void][]} */
const RECORDS = [
  ["attempt", ATTEMPT, 180, page.readAttempt, (one) => one && isDay(one.at)],
  ["exam", EXAM, 320, page.readExam, soundExam],
  [
    "round",
    ROUND,
    140,
    page.readRound,
    (one) => one && [one.started, one.changed].forEach(isDated),
  ],
  [
    "player's round",
    { seed: 1, since: "2026-03-02T10:00:00.000Z" },
    70,
    page.readPlayerRound,
    (one) => one && isDay(one.since),
  ],
  [
    "exam date",
    { day: "2026-12-01", at: "2026-03-02T10:00:00.000Z" },
    70,
    page.readExamDate,
    (one) => one?.day && isDay(one.day),
  ],
];
for (const [name, value, count, read, sound] of RECORDS) {
  Deno.test(`records of the database: ${name}`, async () => {
    await hold(
      [...changed(name, value, count), ...wholes(name)],
      (text) => read(valueOf(text)),
      NEVER,
      sound,
    );
  });
}

Deno.test("links of assignments", async () => {
  const packed = (/** @type {string} */ text) =>
    "#a=" +
    btoa(String.fromCharCode(...deflateSync(strToU8(text)))).replaceAll("+", "-").replaceAll(
      "/",
      "_",
    ).replaceAll("=", "");
  const good = packed(JSON.stringify(ASSIGNMENT));
  const inside = [...changed("link", ASSIGNMENT, 420), ...wholes("link")].filter(([, text]) =>
    text.length < 150_000
  );
  /** @type {[string, string][]} */
  const cases = inside.map(([name, text]) => [name, packed(text)]);
  for (let number = 0; number < 160; number++) {
    const draw = chance(`fragment ${number}`), at = 3 + Math.floor(draw() * (good.length - 3));
    const piece = pick(draw, [
      "",
      "%",
      "%ff",
      "=",
      "\u0000",
      "é",
      "_",
      "-",
      "A".repeat(50),
      "#a=",
      " ",
      "\ud800",
    ]);
    cases.push([
      `fragment ${number}`,
      number % 2 ? good.slice(0, at) : good.slice(0, at) + piece + good.slice(at + 1),
    ]);
  }
  const bomb = "#a=" +
    btoa(String.fromCharCode(...deflateSync(new Uint8Array(20_000_000), { level: 9 })));
  cases.push(
    ["a bomb", bomb.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")],
    ["none", ""],
    ["mark alone", "#a="],
    ["another mark", "#b=x"],
    ["a megabyte", "#a=" + "A".repeat(1_000_000)],
  );
  await hold(
    cases,
    page.fromFragment,
    (problem) => problem instanceof page.InvalidAssignment,
    (assignment) => {
      if (assignment.opens) isDay(assignment.opens);
      if (assignment.due) isDay(assignment.due);
      if (assignment.lrs) {
        assert.doesNotThrow(
          () => new URL(assignment.lrs),
          "an address that is none",
        );
      }
      assert.equal(
        JSON.stringify(page.fromFragment(page.toFragment(assignment))),
        JSON.stringify(assignment),
      );
    },
  );
});

const YAML = `id: week-three
title: Week three
instructions: Answer all.
items: [a-neck, a-calf]
draw:
  - {count: 3, quizzes: [basics], difficulty: [1, 2], kinds: [choose-code], codes: ["97124"], objectives: [tell-massage], held_back: included}
seed: 7
order: shuffled
time_limit_minutes: 20
attempts: 2
feedback: after-due
opens: 2026-12-01T08:00:00-05:00
due: 2026-12-08T08:00:00-05:00
pass_mark_percent: 80
public_key: ${KEY.public}
lrs: https://lrs.example/xapi/
`;
const SCALARS = [
  "~",
  "yes",
  "no",
  "010",
  "0o17",
  "0x1F",
  "0b11",
  "1:30",
  "1_5",
  "+15",
  "-1",
  "15.5",
  "15.0",
  "1e2",
  "1e999",
  ".inf",
  ".nan",
  "9".repeat(400),
  "١٥",
  '"15"',
  "2026-02-30",
  "2026-02-30T08:00:00-05:00",
  "2026-12-01",
  "2026-12-01T25:00:00Z",
  "0001-01-01",
  '""',
  '"  "',
  '"\\ud800"',
  '"\\uD83D\\uDE00"',
  '"\\0"',
  '"\\e[31m"',
  '"a\\nb"',
  '"\\u202e"',
  "[]",
  "{}",
  "[[[]]]",
  "[~]",
  "{5: 1}",
  "{1.5: 1}",
  "{~: 1}",
  "{[1]: 1}",
  "{{a: 1}: 1}",
  "{a: 1, a: 2}",
  "{<<: {a: 1}}",
  "&a [*a]",
  "&a {b: *a}",
  "*nobody",
  "=",
  "!!binary aGFsbG8=",
  "!!set {a, b}",
  "!!omap [a: 1]",
  "!!int abc",
  "!!float abc",
  "!!js/function 'function(){}'",
  "!evil {a: 1}",
  '"<script>hostile()</script>"',
  "javascript:hostile()",
  "__proto__",
  "{__proto__: {polluted: 1}}",
  "constructor",
  "x".repeat(5000),
  "http://[::1",
  "https://[::1",
];
const BLOCKS = [
  "\u0000",
  "\t",
  "\r",
  "\u0085",
  "[",
  "}",
  '"',
  "'",
  ": ",
  "\n---\n",
  "\n...\n",
  "\n%YAML 9.9\n---\n",
  " &a ",
  " *a ",
  " |\n",
  " >9\n",
  ",,",
  "\n? ",
  "%",
  "@",
  "`",
  " #",
  "😀",
  "\ud800",
  "\n<<<<<<< HEAD\n",
];
/** @type {[string, string][]} */
const DOCUMENTS = [
  ["deep flow", "[".repeat(20_000)],
  ["deep flow that ends", "[".repeat(5_000) + "]".repeat(5_000)],
  ["deep mappings", "{a: ".repeat(5_000)],
  ["deep blocks", Array.from({ length: 600 }, (_, n) => " ".repeat(n) + "a:\n").join("")],
  [
    "laughs",
    "a: &a [x,x,x,x,x,x,x,x,x]\n" +
    Array.from(
      { length: 9 },
      (_, n) =>
        `${"bcdefghij"[n]}: &${"bcdefghij"[n]} [${Array(9).fill(`*${"abcdefghi"[n]}`).join()}]\n`,
    )
      .join(""),
  ],
  ["many keys", Array.from({ length: 9_000 }, (_, n) => `k${n}: 1\n`).join("")],
  ["one key again and again", "id: a\n".repeat(9_000)],
  [
    "many items",
    `id: a\ntitle: b\nitems: [${Array.from({ length: 9_000 }, (_, n) => `q${n}`).join()}]\n`,
  ],
  ["many anchors", "- &a\n".repeat(9_000)],
  ["many documents", "---\n".repeat(9_000)],
  ["quotes", '"'.repeat(100_001)],
  ["spaces", " ".repeat(100_000) + "x"],
  ["backslashes", '"' + "\\".repeat(100_001)],
  ["question marks", "? ".repeat(9_000)],
  ["dashes", "- ".repeat(9_000)],
  ["comments", "#\n".repeat(50_000)],
  ["a long scalar", "a: " + "x ".repeat(90_000)],
  ["a word too long", "x".repeat(200_001)],
];

Deno.test("assignments opened in the builder", async () => {
  const lines = YAML.trimEnd().split("\n");
  /** @type {[string, string][]} */
  const cases = [...DOCUMENTS, ...wholes("yaml")];
  for (let number = 0; number < 500; number++) {
    const draw = chance(`yaml ${number}`), at = Math.floor(draw() * lines.length);
    const scalar = SCALARS[number % SCALARS.length];
    const line = lines[at].includes("{") && draw() < 0.7
      ? lines[at].replace(
        /(\w+): ("?[\w-]+"?|\[[^\]]*\])/g,
        (whole, key) => (draw() < 0.2 ? `${key}: ${scalar}` : whole),
      )
      : draw() < 0.15
      ? lines[at].replace(/^(\s*-?\s*)[^:]*/, `$1${scalar}`)
      : lines[at].replace(/:.*/, () => `: ${scalar}`);
    cases.push([
      `yaml ${number}: ${scalar.slice(0, 30)} in ${lines[at].slice(0, 20)}`,
      lines.with(at, line).join("\n"),
    ]);
  }
  for (let number = 0; number < 240; number++) {
    const draw = chance(`broken yaml ${number}`), at = Math.floor(draw() * YAML.length);
    cases.push([
      `broken yaml ${number}`,
      number % 4 === 3
        ? YAML.slice(0, at)
        : YAML.slice(0, at) + pick(draw, BLOCKS) + YAML.slice(at + (number % 2)),
    ]);
  }
  for (
    const link of [
      "https://x/#a=",
      "#a=%",
      "x#a=AAAA",
      "#a=" + "A".repeat(50_000),
      "javascript:#a=x",
    ]
  ) cases.push([`link ${link.slice(0, 20)}`, link]);
  await hold(
    cases,
    page.readSavedAssignment,
    (problem) => problem instanceof page.UnreadableText,
    ({ draft }) => {
      if (draft.opens) isDay(draft.opens);
      if (draft.due) isDay(draft.due);
      if (draft.lrs) assert.doesNotThrow(() => new URL(draft.lrs), "an address that is none");
      assert.ok(Number.isInteger(draft.seed), "a seed that is no number");
      for (const rule of draft.draw) {
        assert.ok(
          rule.count >= 1 && rule.count <= 500,
          `a rule that draws ${rule.count}`,
        );
      }
    },
  );
});

/** @param {string} name @param {string | Uint8Array<ArrayBuffer>} content */
const file = (name, content) => new File([content], name);
const GOOD = Array.from(
  { length: 6 },
  (_, n) => ({
    ...RESULT,
    id: RESULT.id.replace(/.$/, String(n)),
    learner: { name: `Sound ${n}` },
  }),
);

Deno.test("files dropped on the gradebook: each is judged by itself", async () => {
  const sealed = await page.seal(page.readResult(RESULT), KEY.public);
  const cases = [
    ...changed("result", RESULT, 420),
    ...changed("sealed", sealed, 200),
    ...changed("keys", KEYS, 220),
    ...changed("class key", KEY, 140),
    ...wholes("file"),
  ];
  await hold(
    cases,
    async (text) => {
      const uploads = new page.Uploads();
      await uploads.open([
        file("class.json", JSON.stringify(KEY)),
        ...GOOD.slice(0, 3).map((one, n) => file(`${n}.json`, JSON.stringify(one))),
        file("hostile.json", text),
        ...GOOD.slice(3).map((one, n) => file(`${n + 3}.json`, JSON.stringify(one))),
        file("sealed.json", JSON.stringify(sealed)),
      ]);
      return uploads;
    },
    NEVER,
    (uploads) => {
      const names = uploads.submissions.map((/** @type {any} */ one) => one.result.learner.name);
      for (const { learner: { name } } of GOOD) assert.ok(names.includes(name), `${name} is lost`);
      assert.ok(
        uploads.submissions.some((/** @type {any} */ one) => one.sealed),
        "the sealed file is lost",
      );
      const rows = page.gradebook(
        uploads.submissions,
        uploads.markings,
        Date.parse("2026-04-01T00:00:00Z"),
      );
      assert.ok(rows.length >= GOOD.length);
      for (const { result } of uploads.submissions) {
        [result.started, result.finished].forEach(isDay);
      }
    },
  );
});

Deno.test("files of no text, of strange names and sizes, dropped on the gradebook", async () => {
  /** @type {[string, File][]} */
  const files = [
    ["bytes", file("a.json", new Uint8Array([0xff, 0xfe, 0x7b]))],
    ["half a character", file("a.json", new Uint8Array([0x7b, 0xf0, 0x9f]))],
    ["ten megabytes", file("a.json", " ".repeat(10_000_000))],
    ["four megabytes of brackets", file("a.json", "[".repeat(4_000_000))],
    ["four megabytes of digits", file("a.json", "9".repeat(4_000_000))],
    ...[
      "",
      "\u202egnp.json",
      "<img src=x>.json",
      "a\nb.json",
      "\ud800.json",
      "x".repeat(5000),
      "__proto__",
      "../../x.json",
      "sound.json",
    ].map((
      name,
    ) => /** @type {[string, File]} */ ([`named ${name.slice(0, 20)}`, file(name, "{")])),
  ];
  for (const [name, hostile] of files) {
    const uploads = new page.Uploads();
    await uploads.open([hostile, ...GOOD.map((one, n) => file(`${n}.json`, JSON.stringify(one)))]);
    assert.equal(uploads.submissions.length, GOOD.length, name);
    assert.equal(uploads.problems.length, 1, name);
  }
});

Deno.test("certificates' codes", async () => {
  const made = page.encodeCertificate({
    track: "a-first-day",
    name: "Ann",
    date: "2026-03-02",
    asOf: "2026-01-01",
    edition: "0123456789ab",
    modules: [{ id: "massage", answers: [{ id: "calf", version: 1, right: true }] }],
  });
  /** @type {[string, string][]} */
  const cases = [["sound", made], ...wholes("code")];
  for (let number = 0; number < 240; number++) {
    const draw = chance(`code ${number}`), at = Math.floor(draw() * made.length);
    const piece = pick(draw, [
      "",
      "0",
      "Z",
      "U",
      "-",
      " ",
      "é",
      "\u0000",
      "😀",
      made,
      "O".repeat(900),
    ]);
    cases.push([
      `code ${number}`,
      number % 3 ? made.slice(0, at) + piece + made.slice(at + 1) : made.slice(0, at),
    ]);
  }
  await hold(cases, page.decodeCertificate, (problem) => problem instanceof page.InvalidCode);
  await hold(
    cases,
    (text) => page.verify(text, () => Promise.reject(new Error("none")), "2026-04-01"),
    NEVER,
  );
});

Deno.test("cmi5 launches and launch data", async () => {
  const search = new URLSearchParams({
    endpoint: "https://lrs.example/x",
    fetch: "https://lms.example/f",
    registration: "22222222-2222-4222-8222-222222222222",
    activityId: "https://lms.example/au/1",
    actor: '{"account":{"homePage":"https://lms.example","name":"17"}}',
  }).toString();
  /** @type {[string, string][]} */
  const cases = [...wholes("launch")];
  for (let number = 0; number < 160; number++) {
    const draw = chance(`launch ${number}`), at = Math.floor(draw() * search.length);
    cases.push([
      `launch ${number}`,
      search.slice(0, at) +
      pick(draw, [
        "%",
        "%ff",
        "&",
        "=",
        "+",
        "\u0000",
        "é",
        "javascript:",
        "&actor={}",
        "&actor=[",
        "&endpoint=http://[::1",
        "#",
        "&".repeat(9_000),
      ]) + search.slice(at),
    ]);
  }
  await hold(cases, page.readLaunch, NEVER, (launch) => {
    if (!launch) return;
    for (const address of [launch.endpoint, launch.fetch]) {
      assert.doesNotThrow(() => new URL(address), `${address} is no address`);
    }
  });
  const data = {
    contextTemplate: { contextActivities: { grouping: [] }, extensions: { a: 1 } },
    launchMode: "Normal",
    masteryScore: 0.8,
    returnURL: "https://lms.example/",
  };
  await hold(
    [...changed("launch data", data, 160), ...wholes("launch data")],
    (text) => page.readLaunchData(valueOf(text)),
    NEVER,
    (read) => {
      assert.ok(
        read.masteryScore === null || (read.masteryScore >= 0 && read.masteryScore <= 1),
        `a mark of ${read.masteryScore}`,
      );
      assert.ok(
        typeof read.contextTemplate === "object" && read.contextTemplate !== null,
        "a context that is none",
      );
      if (read.returnURL) assert.doesNotThrow(() => new URL(read.returnURL), "no address");
    },
  );
});
