/**
 * One tab of this site at a time: by a lock of the browser; where it has none (a page over http),
 * by a lease in a database that runs out if its tab is killed.
 */
import { inTransaction, openRaw } from "./requests.js";

const NAME = "rightcode-leases";
const LEASE_MS = 30_000;
const RETRY_MS = 100;

/**
 * Whether the tab may go on: extends the lease, or finds that another tab has it.
 *
 * @typedef {() => Promise<boolean>} Renew
 *
 * @typedef {object} LeaseOptions
 * @property {() => IDBFactory} [reach]
 * @property {number} [leaseMs]
 * @property {LockManager | null} [locks]
 */

/**
 * Does `act` while no other tab does the same. Where a browser gives neither lock nor database it
 * is done all the same.
 *
 * @template T
 * @param {string} name
 * @param {(renew: Renew) => Promise<T>} act
 * @param {LeaseOptions} [options]
 * @returns {Promise<T>}
 */
export async function exclusively(name, act, options = {}) {
  const { reach = () => indexedDB, leaseMs = LEASE_MS, locks = globalThis.navigator?.locks } =
    options;
  let begun = false;
  const locked = () => (begun = true, act(() => Promise.resolve(true)));
  try {
    if (locks) return await locks.request(`rightcode ${name}`, locked);
  } catch (error) {
    if (begun) throw error; // else the page is framed in a way that forbids locks
  }
  const owner = crypto.getRandomValues(new Uint32Array(2)).join("-");
  const take = (ms = leaseMs) => takeLease(reach, name, owner, ms, leaseMs).catch(() => true);
  while (!await take()) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  try {
    return await act(take);
  } finally {
    await take(0);
  }
}

/**
 * Whether `owner` has the lease now: nobody else had, or it ran out (or was given under a clock
 * that was set back since).
 *
 * @param {() => IDBFactory} reach
 * @param {string} name
 * @param {string} owner
 * @param {number} ms
 * @param {number} longest
 */
async function takeLease(reach, name, owner, ms, longest) {
  const database = await openRaw(reach(), NAME, 1, (made) => void made.createObjectStore(NAME));
  let taken = false;
  await inTransaction(database, [NAME], (transaction) => {
    const leases = transaction.objectStore(NAME);
    const request = leases.get(name);
    request.onsuccess = () => {
      const [lease, now] = [request.result, Date.now()];
      taken = !lease || lease.owner === owner || !(lease.until > now) ||
        lease.until > now + longest;
      if (taken) leases.put({ owner, until: now + ms }, name);
    };
  }).finally(() => database.close());
  return taken;
}
