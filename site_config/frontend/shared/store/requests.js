/** IndexedDB through a factory, in promises; `idb` knows the page's own factory only. */

/**
 * Closes by itself where another tab deletes or upgrades the database.
 *
 * @param {IDBFactory} factory
 * @param {string} name
 * @param {number} version
 * @param {(database: IDBDatabase) => void} upgrade
 * @returns {Promise<IDBDatabase>}
 */
export function openRaw(factory, name, version, upgrade) {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, version);
    request.onupgradeneeded = () => upgrade(request.result);
    request.onerror = request.onblocked = () => reject(request.error ?? new Error("blocked"));
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
  });
}

/**
 * Resolved once what `act` writes is on the medium.
 *
 * @param {IDBDatabase} database
 * @param {string[]} tables
 * @param {(transaction: IDBTransaction) => void} act
 * @returns {Promise<void>}
 */
export function inTransaction(database, tables, act) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(tables, "readwrite", { durability: "strict" });
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
    act(transaction);
  });
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
export const resultOf = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
