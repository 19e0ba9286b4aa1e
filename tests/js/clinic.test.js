import {
  clinicCss,
  contrast,
  darkLink,
  linkContrast,
  MIN_CONTRAST,
  textOn,
} from "../../site_config/frontend/clinic/colors.js";
import { fromFragment, toFragment } from "../../site_config/frontend/clinic/link.js";
import { clinicYaml, payerYaml } from "../../site_config/frontend/clinic/overlay.js";
import { readSettings } from "../../site_config/frontend/clinic/settings.js";
import {
  changedFiles,
  readWorker,
  writeWorker,
} from "../../site_config/frontend/clinic/site_copy.js";

/** @param {unknown} found @param {unknown} expected */
function same(found, expected) {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${one} is not ${other}`);
}

const hide = { codes: ["97010"], payers: ["humana"], tracks: [] };
const settings = /** @type {NonNullable<ReturnType<typeof readSettings>>} */ (readSettings({
  format: 1,
  name: "  Río & <b>Therapy</b> ",
  note: "Start\u202e here",
  header: "#5b2a6e",
  link: "#6a2f80",
  track: "first-week",
  payer: "payer=humana",
  hide,
}));

Deno.test("choices come through a link as they were, and no link says where downloads are", () => {
  same(settings.name, "Río & <b>Therapy</b>");
  same(settings.note, "Start here");
  same(fromFragment(toFragment({ ...settings, home: "https://evil.example/" })), settings);
});

for (
  const damaged of [
    "",
    "#clinic=",
    "#clinic=AAAA",
    "#a=abc",
    `#clinic=${"A".repeat(7000)}`,
    "#clinic=%",
  ]
) {
  Deno.test(`${damaged.slice(0, 12)} is no clinic`, () => same(fromFragment(damaged), null));
}

Deno.test("what is no choice is left out", () => {
  const read = readSettings({
    format: 1,
    name: "A",
    header: "red;} body{display:none",
    link: "#12345",
    track: "../x",
    hide: { codes: ["97010", "<b>", 5], payers: "all", tracks: ["a b"] },
    home: "javascript:alert(1)/",
  });
  same(read, {
    name: "A",
    note: "",
    header: "",
    link: "",
    payer: "",
    track: "",
    hide: { codes: ["97010"], payers: [], tracks: [] },
    home: "",
  });
  for (const none of [null, 5, {}, { name: "A" }, { format: 1, name: " " }]) {
    same(readSettings(none), null);
  }
});

Deno.test("contrast is as WCAG has it, and colors are made to be read", () => {
  same([contrast("#000000", "#ffffff"), contrast("#777777", "#777777")], [21, 1]);
  for (const color of ["#0b5f63", "#ffcc00", "#000000", "#5b2a6e", "#888888"]) {
    same(contrast(color, textOn(color)) >= MIN_CONTRAST, true);
    same(linkContrast(darkLink(color), "dark") >= MIN_CONTRAST, true);
  }
  same(clinicCss({ header: "", link: "" }), "");
});

Deno.test("the overlay's head is YAML whatever is typed, and lists only what differs", () => {
  const shown = { codes: ["97110"], families: null, payers: null, tracks: [] };
  same(
    clinicYaml({ ...settings, name: 'A "b": #c', note: "" }, shown, ""),
    [
      String.raw`name: "A \"b\": #c"`,
      "colors:",
      '  header: "#5b2a6e"',
      '  header_text: "#ffffff"',
      '  link: "#6a2f80"',
      `  link_dark: "${darkLink("#6a2f80")}"`,
      "show:",
      '  codes: ["97110"]',
      "  tracks: []",
      "",
    ].join("\n"),
  );
  same(payerYaml({ name: "A" }, "2026-11-30").includes("unit_method: not-known"), true);
});

Deno.test("a copy has the clinic above the theme, and a worker that fits its files", () => {
  const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
  const held = {
    "assets/theme.js": bytes("theme();"),
    "assets/clinic-look.js": bytes("look();"),
    "assets/logo.svg": bytes("<svg/>"),
    "manifest.webmanifest": bytes('{"name":"RightCode","icons":[]}'),
  };
  const changed = changedFiles(held, { settings, logo: "data:image/png;base64,AA==" });
  const text = (/** @type {string} */ path) => new TextDecoder().decode(changed[path]);
  same(text("assets/theme.js").startsWith('globalThis.rightcodeClinic = {"format":1,'), true);
  same(text("assets/theme.js").endsWith("look();\ntheme();"), true);
  same(text("assets/logo.svg").includes('href="data:image/png;base64,AA=="'), true);
  same(JSON.parse(text("manifest.webmanifest")).name, settings.name);
  const worker =
    'self.rightcode = {"version":"a","files":{"index.html":"x","assets/theme.js":"y"}};\nrest';
  const { listed, rest } = readWorker(worker);
  const written = readWorker(writeWorker(listed, changed) + rest);
  same([written.rest, written.listed.files["index.html"]], ["rest", "x"]);
  same(written.listed.version !== "a" && written.listed.files["assets/theme.js"] !== "y", true);
});
