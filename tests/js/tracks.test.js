import {
  cleanName,
  codeIn,
  decode,
  encode,
  InvalidCode,
} from "../../site_config/frontend/tracks/check_code.js";
import {
  answersOf,
  drawQuestions,
  moduleProgress,
  passingCount,
  questionCount,
  sessionName,
  triesUsed,
} from "../../site_config/frontend/tracks/track_data.js";
import {
  fitsShortCode,
  readShortCode,
  shortCode,
} from "../../site_config/frontend/tracks/short_code.js";
import { verify, verifyShort } from "../../site_config/frontend/tracks/verify.js";

/** @import { Certificate } from "../../site_config/frontend/tracks/check_code.js" */

/** @typedef {import("../../site_config/frontend/tracks/track_data.js").Track} Track */

const item = (/** @type {string} */ id, version = 1) => ({
  id,
  version,
  digest: "0a1b2c3d4e5f",
  objectives: ["count-units"],
});
const pool = (/** @type {number} */ count, /** @type {string[]} */ ...ids) => ({
  count,
  items: ids.map((id) => item(id)),
});
/** @type {Track} */
const track = {
  id: "first-week",
  title: "First week",
  asOf: "2026-10-01",
  edition: "0123456789ab",
  modules: [
    {
      id: "units",
      title: "Units",
      passMark: 60,
      practice: ["p1"],
      pools: [pool(2, "a", "b", "c"), pool(1, "d", "e")],
    },
    { id: "pairs", title: "Pairs", passMark: 100, practice: [], pools: [pool(1, "x")] },
  ],
};
const certificate = (
  /** @type {Partial<Certificate>} */ changes = {},
) => ({
  track: "first-week",
  name: "Zoë مريم",
  date: "2026-11-20",
  asOf: "2026-10-01",
  edition: "0123456789ab",
  modules: [
    {
      id: "units",
      answers: [["a", true], ["b", true], ["d", false]].map(([id, right]) => ({
        id: String(id),
        version: 1,
        right: right === true,
      })),
    },
    { id: "pairs", answers: [{ id: "x", version: 1, right: true }] },
  ],
  ...changes,
});
const load = (
  /** @type {string} */ id,
) => (id === track.id ? Promise.resolve(track) : Promise.reject(new Error(id)));
const judged = (/** @type {string} */ code, today = "2026-11-21") => verify(code, load, today);

/** @param {unknown} found @param {unknown} expected */
function same(found, expected) {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${one} is not ${other}`);
}

Deno.test("a code says what the certificate says", () => {
  const { track, name, date, asOf, edition, modules } = decode(encode(certificate()));
  same([track, name, date, asOf, edition], [
    "first-week",
    "Zoë مريم",
    "2026-11-20",
    "2026-10-01",
    "0123456789ab",
  ]);
  same(modules.map(({ id, answers }) => [id, answers.map(({ right }) => right)]), [["units", [
    true,
    true,
    false,
  ]], ["pairs", [true]]]);
});

Deno.test("a code is read in lower case, without spaces, with look-alike letters", () => {
  const code = encode(certificate());
  const typed = code.toLowerCase().replaceAll(" ", "").replaceAll("0", "o").replaceAll("1", "l");
  same(decode(typed).name, "Zoë مريم");
});

Deno.test("every single sign of a code that is changed is noticed", async () => {
  const code = encode(certificate()).replaceAll(" ", "");
  for (let place = 0; place < code.length - 1; place++) {
    const other = code[place] === "7" ? "8" : "7";
    const { state } = await judged(code.slice(0, place) + other + code.slice(place + 1));
    same([place, state], [place, "refused"]);
  }
});

Deno.test("a sound certificate is consistent", async () => {
  const { state, modules } = await judged(encode(certificate()));
  same(state, "consistent");
  same(modules?.[0].answers.map(({ item }) => item?.id), ["a", "b", "d"]);
});

const answers = (/** @type {[string, boolean, number?][]} */ ...rows) =>
  rows.map(([id, right, version = 1]) => ({ id, version, right }));
const pairs = { id: "pairs", answers: answers(["x", true]) };
for (
  const [said, changes, reason]
    of /** @type {[string, Parameters<typeof certificate>[0], string][]} */ ([
      ["a module below its mark", {
        modules: [
          { id: "units", answers: answers(["a", true], ["b", false], ["d", false]) },
          pairs,
        ],
      }, "mark"],
      ["a module left out", { modules: [pairs] }, "modules"],
      ["a question asked twice", {
        modules: [{ id: "units", answers: answers(["a", true], ["a", true], ["d", true]) }, pairs],
      }, "drawn"],
      ["questions no draw gives", {
        modules: [{ id: "units", answers: answers(["a", true], ["d", true], ["e", true]) }, pairs],
      }, "drawn"],
      [
        "fewer questions",
        { modules: [{ id: "units", answers: answers(["a", true], ["b", true]) }, pairs] },
        "drawn",
      ],
      ["a day to come", { date: "2027-01-01" }, "future"],
      ["another track", { track: "second-week" }, "track"],
    ])
) {
  Deno.test(`a code made by hand is refused: ${said}`, async () => {
    const verdict = await judged(encode(certificate(changes)));
    same([verdict.state, verdict.reason], ["refused", reason]);
  });
}

Deno.test("a question rewritten since cannot be checked in full, and is not false", async () => {
  const modules = [
    { id: "units", answers: answers(["a", true], ["b", true, 2], ["d", true]) },
    pairs,
  ];
  const verdict = await judged(encode(certificate({ modules })));
  same([verdict.state, verdict.reason, verdict.about], ["unknown", "gone", "Units"]);
});

for (
  const [text, reason] of [["", "empty"], ["  \n", "empty"], ["ABC", "short"], [
    "hello <b>",
    "signs",
  ], [
    "U",
    "signs",
  ], ["0".repeat(5000), "short"]]
) {
  Deno.test(`${JSON.stringify(text.slice(0, 12))} is no code: ${reason}`, () => {
    try {
      decode(text);
    } catch (refusal) {
      return same(refusal instanceof InvalidCode && refusal.reason, reason);
    }
    throw new Error("it was read");
  });
}

Deno.test("a name keeps its script and loses what has no picture", () => {
  same(cleanName("  李小龍\u202e\n Ann  "), "李小龍 Ann");
  same([...cleanName("😀".repeat(80))].length, 60);
  same(cleanName("\u200b \u202e"), "");
});

Deno.test("each try of a check asks the next questions of its pools, and comes around", () => {
  const [units] = track.modules;
  same([questionCount(units), passingCount(units)], [3, 2]);
  same([0, 1, 2, 3].map((tries) => drawQuestions(units, tries).map(({ id }) => id).join("")), [
    "abd",
    "cae",
    "bcd",
    "abe",
  ]);
});

const attempt = (
  /** @type {string} */ session,
  /** @type {string} */ id,
  right = true,
  facts = "0a1b2c3d4e5f",
) => ({
  id: `${session}.${id}`,
  item: id,
  version: 1,
  at: "2026-11-20T10:00:00.000Z",
  chosen: ["x"],
  right,
  session,
  facts,
});

Deno.test("a module is passed by the first sitting that reached the mark", () => {
  const [first, second] = [0, 1].map((tries) => sessionName("first-week", "units", tries, "abc"));
  const other = sessionName("first-week-two", "units", 0, "abc");
  const log = [
    attempt(other, "a"),
    attempt(first, "a", false),
    attempt(first, "b"),
    attempt(second, "c"),
    attempt(second, "a"),
  ];
  const [units, pairs] = moduleProgress(track, log);
  same(units.checks.map(({ right, total, passed }) => [right, total, passed]), [[1, 3, false], [
    2,
    3,
    true,
  ]]);
  same([units.pass?.session, triesUsed(units), pairs.checks.length], [second, 2, 0]);
});

Deno.test("what was left blank is part of the certificate as not right", () => {
  const session = sessionName("first-week", "units", 0, "abc");
  const [{ module, pass }] = moduleProgress(track, [attempt(session, "a"), attempt(session, "b")]);
  same(pass && answersOf(module, pass).map(({ id, right }) => [id, right]), [["a", true], [
    "b",
    true,
  ], [
    "d",
    false,
  ]]);
});

Deno.test("a pass under facts that have changed since holds no more", () => {
  const session = sessionName("first-week", "units", 0, "abc");
  const log = [attempt(session, "a"), attempt(session, "b", true, "ffffffffffff")];
  const [units] = moduleProgress(track, log);
  same([units.checks[0].passed, units.checks[0].current, units.pass === undefined], [
    true,
    false,
    true,
  ]);
});

Deno.test("the longest names still make a session that the store takes", () => {
  const session = sessionName("a".repeat(40), "b".repeat(40), 999, "z".repeat(21));
  same(/^[a-z0-9][a-z0-9-]{0,119}$/.test(session), true);
});

Deno.test("a log made by hand passes nothing by one question twice, nor breaks the page", () => {
  const session = sessionName("first-week", "units", 0, "abc");
  const twice = [attempt(session, "a"), { ...attempt(session, "a"), id: "another" }];
  const [{ checks, pass }] = moduleProgress(track, twice);
  same([checks.map(({ right }) => right), pass], [[1], undefined]);
  for (const tries of ["1e400", "0x10", "", "99999999999999999999", "-5"]) {
    const strange = `t--first-week--units--${tries}--abc`;
    const [units] = moduleProgress(track, [attempt(strange, "a"), attempt(strange, "b")]);
    same([units.checks, triesUsed(units)], [[], 0]);
  }
});

const stated = { name: "Ann Lee", track: "first-week", date: "2026-11-20", right: 3, total: 4 };

Deno.test("a short code is ten characters, and another one where anything stated differs", () => {
  const code = shortCode(stated);
  same(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/.test(code), true);
  const others = [
    { name: "Ann Lea" },
    { track: "second-week" },
    { date: "2026-11-21" },
    { right: 4 },
    { total: 5 },
  ].map((change) => shortCode({ ...stated, ...change }));
  same(new Set([code, ...others]).size, 6);
});

Deno.test("a short code is typed in any case, with look-alikes, and a name in any spacing", () => {
  const typed = shortCode(stated).toLowerCase().replace("-", " ").replaceAll("0", "o");
  same(fitsShortCode({ ...stated, name: "  ann   LEE " }, typed), true);
  same([readShortCode("ABCDE"), readShortCode("ABCDE-FGHJ!"), readShortCode("")], ["", "", ""]);
});

for (
  const [said, changes, today, state, reason]
    of /** @type {[string, Partial<typeof stated>, string, string, string][]} */ ([
      ["as printed", {}, "2026-11-21", "consistent", ""],
      ["of a day to come", {}, "2026-11-19", "refused", "future"],
      ["with another number of questions", { total: 9 }, "2026-11-21", "unknown", "otherTotal"],
      ["below the mark", { right: 2 }, "2026-11-21", "refused", "markInAll"],
      ["of no track here", { track: "second-week" }, "2026-11-21", "refused", "track"],
    ])
) {
  Deno.test(`paper ${said} is ${state}`, async () => {
    const written = { ...stated, ...changes };
    const verdict = await verifyShort(written, shortCode(written), load, today);
    same([verdict.state, verdict.reason], [state, reason]);
  });
}

Deno.test("paper on which something was changed is refused", async () => {
  const verdict = await verifyShort({ ...stated, name: "Bo Lee" }, shortCode(stated), load, "2027");
  same([verdict.state, verdict.reason], ["refused", "shortChanged"]);
});

Deno.test("a link and its code are read alike", () => {
  const code = encode(certificate()).replaceAll(" ", "");
  same(codeIn(` https://a.example/check/#${code} `), code);
  same(codeIn(` ${code}\n`), code);
});
