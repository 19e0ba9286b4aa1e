/** A session at the desk as it is stored, and what moves it on. */

import { isRecord } from "../shared/store/schema.js";

/** @import { Act, Clinic, Entry, Role, Session, Setup } from "./types.d.ts" */

export const DESK = "desk";
/** @type {Role[]} */
export const ROLES = ["front-desk", "coder", "biller"];
/** @type {Clinic[]} */
export const CLINICS = ["any", "pt", "ot", "slp", "chiropractic"];
export const LEVELS = [1, 2, 3];
/** @type {Setup["length"][]} */
export const LENGTHS = ["day", "week"];
/** Six digits and letters can be read out. */
export const MOST_SEED = 36 ** 6 - 1;
const MOST_STORE = 500;

/** @param {unknown} value @returns {value is number} */
const isWhole = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

/** @param {unknown} value @returns {Setup | null} */
export function readSetup(value) {
  if (!isRecord(value)) return null;
  const { role, clinic, level, length, seed } = /** @type {any} */ (value);
  const known = ROLES.includes(role) && CLINICS.includes(clinic) && LEVELS.includes(level) &&
    LENGTHS.includes(length) && isWhole(seed) && seed <= MOST_SEED;
  return known ? { role, clinic, level, length, seed } : null;
}

/**
 * What a link asks for, such as ?role=biller&clinic=pt&level=1&length=day&seed=k3f9.
 *
 * @param {string} search
 */
export function setupInLink(search) {
  const asked = new URLSearchParams(search);
  return readSetup({
    role: asked.get("role"),
    clinic: asked.get("clinic") ?? "any",
    level: Number(asked.get("level")),
    length: asked.get("length") ?? "day",
    seed: readSeed(asked.get("seed") ?? ""),
  });
}

/** The record store that a link names, as it stands there. @param {string} search */
export const storeInLink = (search) => new URLSearchParams(search).get("lrs")?.slice(0, MOST_STORE);

/** @param {string} text Letters and digits; NaN for what is none. */
export const readSeed = (text) =>
  /^[0-9a-z]{1,6}$/i.test(text.trim()) ? parseInt(text.trim(), 36) : NaN;

/** @param {number} seed */
export const seedText = (seed) => seed.toString(36).toUpperCase();

/** @param {Setup} setup */
export const linkQuery = ({ role, clinic, level, length, seed }) =>
  new URLSearchParams({
    role,
    clinic,
    level: String(level),
    length,
    seed: seedText(seed).toLowerCase(),
  }).toString();

/** The stored session, or null where it is none or names what is gone. */
/** @param {unknown} value @param {(id: string) => boolean} isKnown @returns {Session | null} */
export function readSession(value, isKnown) {
  if (!isRecord(value)) return null;
  const { id, changed, started, day, entries, ended, assigned, lrs } = /** @type {any} */ (value);
  const setup = readSetup(value.setup);
  const whole = setup && typeof id === "string" && [changed, started, day].every(isWhole) &&
    Array.isArray(entries) && entries.length > 0 && entries.every((one) => isEntry(one, isKnown));
  if (!whole) return null;
  return {
    id,
    changed,
    started,
    setup,
    day,
    entries,
    ...(isWhole(ended) ? { ended } : {}),
    ...(assigned === true ? { assigned } : {}),
    ...(typeof lrs === "string" ? { lrs } : {}),
  };
}

/** @param {any} one @param {(id: string) => boolean} isKnown */
const isEntry = (one, isKnown) =>
  isRecord(one) && typeof one.id === "string" && isKnown(one.id) &&
  [one.arrives, one.due, one.ms].every(isWhole) && Array.isArray(one.log) &&
  one.log.every(isAct) && (one.dispute === undefined || typeof one.dispute === "string");

/** @param {any} one */
const isAct = (one) =>
  isRecord(one) && isWhole(one.day) && typeof one.act === "string" &&
  (one.act !== "send" || (Array.isArray(one.lines) && one.lines.every(isLine))) &&
  (one.act !== "decide" || isRecord(one.done)) &&
  (one.act !== "answer" || Array.isArray(one.chosen));

/** @param {any} line */
const isLine = (line) =>
  Array.isArray(line) && typeof line[0] === "string" && Number.isSafeInteger(line[1]) &&
  Array.isArray(line[2]) && line[2].every((one) => typeof one === "string");

/** @param {Session} session @param {string} id @param {Act} act @param {number} now */
export const withAct = (session, id, act, now) =>
  withEntry(session, id, (entry) => ({ ...entry, log: [...entry.log, act] }), now);

/** @param {Session} session @param {string} id @param {string} dispute @param {number} now */
export const withDispute = (session, id, dispute, now) =>
  withEntry(session, id, (entry) => ({ ...entry, dispute }), now);

/** @param {Session} session @param {string} id @param {number} ms @param {number} now */
export const withTime = (session, id, ms, now) =>
  withEntry(session, id, (entry) => ({ ...entry, ms: entry.ms + Math.round(ms) }), now);

/**
 * @param {Session} session @param {string} id @param {(entry: Entry) => Entry} change
 * @param {number} now @returns {Session}
 */
const withEntry = (session, id, change, now) => ({
  ...session,
  changed: now,
  entries: session.entries.map((entry) => entry.id === id ? change(entry) : entry),
});
