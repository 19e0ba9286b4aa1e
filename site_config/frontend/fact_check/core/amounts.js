/** Amounts of time, money and the like, whatever they are amounts of. */
import { regex } from "./regex.js";
import { numberOf } from "./text.js";

const UNITS = regex()`
  (treatment days?|calendar days?|business days?|days?|d|weeks?|wks?|months?|years?|hours?|hrs?|
  percent|%|visits?)(?![a-z])
`;
const NUMBER = regex("g")`
  (\$ ?)?\b(\d[\d,]*(?:\.\d+)?|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|
  fifteen|twenty|thirty|sixty|ninety)(?:[ -]|\b)(?:(?:acupuncture |therapy |covered |more |
  full )*${UNITS})?
`;
/** @type {Record<string, number>} */
const LENGTHS = { day: 1, week: 7, month: 30, year: 365, hour: 1 / 24 };
/**
 * The numbers of a text in lower case by their kind: time in days, percent, dollars, visits.
 * @param {string} plain
 */
export function numbersOf(plain) {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  for (const [, dollar, figure, unit] of plain.matchAll(NUMBER)) {
    const value = numberOf(figure.replaceAll(",", ""));
    if (Number.isNaN(value) || (!dollar && !unit)) continue;
    if (figure === "a" && !/^(?:year|month)/.test(unit ?? "")) continue;
    const [kind, size] = dollar ? ["dollars", 1] : kindOf(unit);
    found.set(kind, [...found.get(kind) ?? [], value * size]);
  }
  for (const [, day] of plain.matchAll(/\bday (\d{1,3})\b/g)) {
    found.set("time", [...found.get("time") ?? [], Number(day)]);
  }
  return found;
}

/** @param {string} unit @returns {[string, number]} */
function kindOf(unit) {
  if (/^(?:percent|%)/.test(unit)) return ["percent", 1];
  if (/^visit/.test(unit)) return ["visits", 1];
  const name = unit === "d" ? "day" : unit.replace(/^wk/, "week").replace(/^hr/, "hour")
    .replace(/s$/, "").split(" ").at(-1) ?? "";
  return ["time", LENGTHS[name] ?? 1];
}
