/** The same choices as an overlay's folder, for who builds the site on the command line. */
import { darkLink, textOn } from "./colors.js";

/** @import { Settings } from "./settings.js" */

/**
 * @typedef {Record<"codes" | "families" | "payers" | "tracks", string[] | null>} Shown Null is all.
 * @typedef {Record<string, string>} OwnPayer As the form of an own payer reads it.
 */

/** A text as YAML reads it, whatever is in it. @param {string} text */
const quoted = (text) => JSON.stringify(text);

/** @param {Settings} settings @param {Shown} shown @param {string} logo */
export function clinicYaml({ name, note, header, link }, shown, logo) {
  const colors = header
    ? [
      "colors:",
      `  header: ${quoted(header)}`,
      `  header_text: ${quoted(textOn(header))}`,
      ...(link ? [`  link: ${quoted(link)}`, `  link_dark: ${quoted(darkLink(link))}`] : []),
    ]
    : [];
  const lists = Object.entries(shown).filter(([register, names]) =>
    names && (names.length || register === "tracks")
  ).map(([register, names]) => `  ${register}: [${(names ?? []).map(quoted).join(", ")}]`);
  return [
    `name: ${quoted(name)}`,
    ...(note ? [`about: ${quoted(note)}`] : []),
    ...colors,
    ...(logo ? [`logo: ${logo}`] : []),
    ...(lists.length ? ["show:", ...lists] : []),
    "",
  ].join("\n");
}

/**
 * An own payer as its file in an overlay. Its facts rest on what the clinic was told.
 *
 * @param {OwnPayer} own
 * @param {string} today YYYY-MM-DD
 */
export function payerYaml(own, today) {
  const fact = (/** @type {string} */ text, before = "") =>
    [`text: ${quoted(text)}`, "sources: [our-payer-manual]", `as_of: ${today}`].map((line) =>
      before + line
    );
  const counts = { cms: "by the 8-minute rule", ama: "by the midpoint rule" };
  const method = own.method === "cms" || own.method === "ama" ? own.method : "";
  const listed = (/** @type {string} */ key, /** @type {string[]} */ lines) => [
    `${key}:`,
    `  - ${lines[0]}`,
    ...lines.slice(1).map((line) => `    ${line}`),
  ];
  const plan = [["pt", "GP"], ["ot", "GO"], ["slp", "GN"]].flatMap(([discipline, modifier]) => [
    `  - modifier: ${modifier}`,
    `    disciplines: [${discipline}]`,
    ...fact(`Wants ${modifier} on therapy codes.`, "    "),
  ]);
  return [
    "id: our-own-payer",
    `name: ${quoted(own.name)}`,
    "kind: commercial",
    `unit_method: ${method || "not-known"}`,
    "unit_fact:",
    ...fact(method ? `Counts minutes ${counts[method]}.` : "How it counts is not known.", "  "),
    "general:",
    ...fact("Not known for this code. Ask the payer.", "  "),
    ...(own.plan === "yes" ? ["modifiers:", ...plan] : []),
    ...(own.assistants === "yes"
      ? ["assistants:", ...fact("Wants CQ or CO for services of assistants.", "  ")]
      : []),
    ...(own.units
      ? listed("caps", [`units: ${own.units}`, ...fact(`Pays at most ${own.units} units a day.`)])
      : []),
    ...(own.visits ? listed("facts", fact(`Covers at most ${own.visits} visits a year.`)) : []),
    "",
  ].join("\n");
}

/** @param {string} clinic @param {string} payer @param {string} today YYYY-MM-DD */
export const sourcesYaml = (clinic, payer, today) =>
  [
    "our-payer-manual:",
    `  publisher: ${quoted(payer)}`,
    `  title: ${quoted(`What ${payer} says to ${clinic}`)}`,
    `  read: ${today}`,
    "  kind: clinic",
    "  reliability: secondary",
    "",
  ].join("\n");
