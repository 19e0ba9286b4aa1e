/** @import { ScopedEntry } from "./balanced_draw.js" */

/**
 * @typedef {object} ExamEntry As the bank's `exam/` files hold it.
 * @property {string} id
 * @property {string} kind
 * @property {number} difficulty
 * @property {string} family
 * @property {string[]} areas What it decides, the first before the others.
 * @property {number} weight
 * @property {string[]} [enemies]
 *
 * @typedef {{role: string, level: number, areas: string[]}} ExamScope Whose exam it is; level 0 is
 *   every level, and no area all of them.
 */

export const LENGTHS = [5, 10, 20, 40, 100];
export const LENGTH = 10;
export const LEVELS = [1, 2, 3];
/** What an exam is of where nobody chose: every discipline. */
export const EVERYONE = "coder";

const MINUTES_EACH = 1.5;
const MAX_MINUTES = 600;
const AREA = /^[a-z][a-z-]{0,30}$/;
const MAX_AREAS = 20;

/** The time for so many questions. @param {number} count */
export const minutesFor = (count) => Math.ceil(count * MINUTES_EACH);

/** At least one, at most ten hours. @param {number} minutes */
export const boundedMinutes = (minutes) =>
  Math.max(1, Math.min(MAX_MINUTES, Math.round(minutes) || 1));

/**
 * The entries of a scope, each in the one area where it counts.
 *
 * @param {ExamEntry[]} entries
 * @param {Pick<ExamScope, "level" | "areas">} scope
 * @returns {(ExamEntry & ScopedEntry)[]}
 */
export const inScope = (entries, { level, areas }) =>
  entries.filter(({ difficulty }) => !level || difficulty === level).flatMap((entry) => {
    const area = areas.length ? entry.areas.find((one) => areas.includes(one)) : entry.areas[0];
    return area ? [{ ...entry, area }] : [];
  });

/**
 * What a link asks for; null if it says nothing of an exam. What is unknown is left out.
 *
 * @param {string} search
 * @param {string[]} roles
 */
export function scopeInQuery(search, roles) {
  const query = new URLSearchParams(search);
  const role = query.get("role") ?? "";
  const length = query.get("length") === "full" ? 100 : Number(query.get("length"));
  const minutes = query.has("minutes") ? Number(query.get("minutes")) : NaN;
  const level = Number(query.get("level"));
  const found = {
    role: roles.includes(role) ? role : "",
    length: LENGTHS.includes(length) ? length : 0,
    minutes: minutes === 0 ? 0 : minutes > 0 ? boundedMinutes(minutes) : null,
    level: LEVELS.includes(level) ? level : 0,
    areas: query.getAll("topic").filter((area) => AREA.test(area)).slice(0, MAX_AREAS),
  };
  const says = found.role || found.length || found.level || found.areas.length ||
    found.minutes !== null;
  return says ? found : null;
}

/**
 * The query of a link to such an exam. The time is in it where it is not the usual one.
 *
 * @param {ExamScope & {length: number, minutes: number}} exam
 */
export function scopeQuery({ role, level, areas, length, minutes }) {
  const query = new URLSearchParams({ role, length: String(length) });
  if (level) query.set("level", String(level));
  for (const area of areas) query.append("topic", area);
  if (minutes !== minutesFor(length)) query.set("minutes", String(minutes));
  return `?${query}`;
}
