/**
 * The learner's database: its name, its object stores, and how each version follows from the one
 * before.
 */
import { openDB } from "idb";

/** @import { IDBPDatabase } from "idb" */

export const NAME = "rightcode";
export const ATTEMPTS = "attempts";
export const VALUES = "kept";
export const DAMAGED = "damaged";

/** Longer than any upgrade takes; shorter than a learner waits. */
const TIMEOUT_MS = 4000;

/**
 * Step n makes version n + 1. A published step never changes; a new version is a new step.
 *
 * @type {((database: IDBPDatabase) => void)[]}
 */
export const MIGRATIONS = [
  (database) => {
    database.createObjectStore(ATTEMPTS, { keyPath: "id" }).createIndex("item", "item");
    database.createObjectStore(VALUES);
    database.createObjectStore(DAMAGED, { autoIncrement: true });
  },
];

/**
 * The database in the newest version. An older page in another tab closes its connection by itself.
 *
 * @param {((database: IDBPDatabase) => void)[]} [migrations]
 * @returns Rejected if it is forbidden, damaged, newer than this page or
 *   locked.
 */
export async function openDatabase(migrations = MIGRATIONS) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let timer;
  const timeout = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("the database does not open")), TIMEOUT_MS);
  });
  const opening = openDB(NAME, migrations.length, {
    upgrade: (database, from) => migrations.slice(from).forEach((step) => step(database)),
    blocking: (_from, _to, { target }) => /** @type {IDBDatabase} */ (target).close(),
  });
  return await Promise.race([opening, timeout]).finally(() => clearTimeout(timer));
}
