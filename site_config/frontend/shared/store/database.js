/** The one database of the site: its name, its tables, and how each version grew out of the one before. */

export const NAME = "rightcode";
export const ATTEMPTS = "attempts";
export const VALUES = "kept";
export const DAMAGED = "damaged";

/** Longer than any upgrade takes; shorter than a learner waits. */
const TIMEOUT_MS = 4000;

/**
 * Step n makes version n + 1. A step that was published is never changed; a new version is a new step.
 *
 * @type {((database: IDBDatabase, transaction: IDBTransaction) => void)[]}
 */
export const MIGRATIONS = [
  (database) => {
    database.createObjectStore(ATTEMPTS, { keyPath: "id" }).createIndex("item", "item");
    database.createObjectStore(VALUES);
    database.createObjectStore(DAMAGED, { autoIncrement: true });
  },
];

/**
 * The database, in the newest version. An older page in another tab lets go of it by itself.
 *
 * @param {() => IDBFactory} reach May throw: a browser may forbid even the question.
 * @param {((database: IDBDatabase, transaction: IDBTransaction) => void)[]} [migrations]
 * @returns {Promise<IDBDatabase>} Rejected where it is forbidden, damaged, newer than this page or held by another one.
 */
export function openDatabase(reach, migrations = MIGRATIONS) {
  return new Promise((resolve, reject) => {
    const request = reach().open(NAME, migrations.length);
    const impatience = setTimeout(
      () => reject(new Error("the database does not open")),
      TIMEOUT_MS,
    );
    request.onupgradeneeded = ({ oldVersion }) => upgrade(request, oldVersion, migrations);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      clearTimeout(impatience);
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
  });
}

/**
 * @param {IDBOpenDBRequest} request
 * @param {number} from
 * @param {((database: IDBDatabase, transaction: IDBTransaction) => void)[]} migrations
 */
function upgrade(request, from, migrations) {
  const transaction = /** @type {IDBTransaction} */ (request.transaction);
  for (const step of migrations.slice(from)) step(request.result, transaction);
}
