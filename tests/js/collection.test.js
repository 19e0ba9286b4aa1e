import { encode } from "../../site_config/frontend/tracks/check_code.js";
import {
  collect,
  linesOf,
  staffIn,
  staffTable,
  unlisted,
} from "../../site_config/frontend/tracks/collection.js";
import { shortCode } from "../../site_config/frontend/tracks/short_code.js";
import { verify } from "../../site_config/frontend/tracks/verify.js";

const OURS = "https://clinic.example/practice/check-certificate/";
/** @type {import("../../site_config/frontend/tracks/track_data.js").Track} */
const track = {
  id: "first-week",
  title: "First week",
  asOf: "2026-10-01",
  edition: "0123456789ab",
  modules: [{
    id: "units",
    title: "Units",
    passMark: 100,
    practice: [],
    pools: [{ count: 1, items: [{ id: "a", version: 1, digest: "0a1b2c3d4e5f", objectives: [] }] }],
  }],
};
const codeOf = (/** @type {string} */ name, version = 1, right = true) =>
  encode({
    track: "first-week",
    name,
    date: "2026-11-20",
    asOf: "2026-10-01",
    edition: "0123456789ab",
    modules: [{ id: "units", answers: [{ id: "a", version, right }] }],
  });
const load = (/** @type {string} */ id) =>
  id === track.id ? Promise.resolve(track) : Promise.reject(new Error(id));
const collected = (/** @type {[string, string?][]} */ ...files) =>
  collect(
    files.map(([text, address = OURS], place) => ({ source: `${place + 1}.pdf`, text, address })),
    (code) => verify(code, load, "2026-11-21"),
    OURS,
  );
const told = (/** @type {Awaited<ReturnType<typeof collect>>} */ rows) =>
  rows.map(({ counts, flags }) => [counts, ...flags.map(({ name }) => name)].join(" "));

/** @param {unknown} found @param {unknown} expected */
function same(found, expected) {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${one} is not ${other}`);
}

Deno.test("sound certificates count, each once, as code or link", async () => {
  const link = `${OURS}#${codeOf("Bo Lee").replaceAll(" ", "")}`;
  same(told(await collected([codeOf("Ann Lee")], [link], [codeOf("Ann Lee").toLowerCase()])), [
    "true",
    "true",
    "false copy",
  ]);
});

Deno.test("what is odd about a certificate is told, and only what fits counts", async () => {
  const code = codeOf("Ann Lee");
  const altered = (code[9] === "A" ? "B" : "A") + code.slice(1);
  const short = shortCode({
    name: "A",
    track: "first-week",
    date: "2026-11-20",
    right: 1,
    total: 1,
  });
  const rows = await collected(
    [altered],
    [codeOf("Low", 1, false)],
    [codeOf("Old", 2)],
    [""],
    [short],
    [code, "https://other.example/check/"],
    [encode({
      track: "first-week",
      name: "ann  lee",
      date: "2026-11-19",
      asOf: "2026-10-01",
      edition: "0123456789ab",
      modules: [{ id: "units", answers: [{ id: "a", version: 1, right: true }] }],
    })],
  );
  same(told(rows), [
    "false altered",
    "false altered",
    "false unknown",
    "false unread",
    "false short",
    "true site",
    "true sameName",
  ]);
});

Deno.test("a staff list finds who is missing, whatever the case, and who is not on it", async () => {
  const rows = await collected([codeOf("Ann Lee")], [codeOf("Zoë Ruiz")]);
  const staff = staffIn(" ANN  lee\r\nBo Chen;\n\nann lee\n");
  same(staff, ["ann lee", "Bo Chen"]);
  same(staffTable(staff, rows, ["first-week", "other"]), [
    { name: "ann lee", days: ["2026-11-20", ""] },
    { name: "Bo Chen", days: ["", ""] },
  ]);
  same(unlisted(staff, rows), ["Zoë Ruiz"]);
});

Deno.test("pasted lines are one certificate each, and a link says where it is from", () => {
  same(linesOf("\nABC\n\n https://x.example/c/#DEF \n", (line) => `line ${line}`), [
    { source: "line 1", text: "ABC", address: "" },
    { source: "line 2", text: "https://x.example/c/#DEF", address: "https://x.example/c/" },
  ]);
});
