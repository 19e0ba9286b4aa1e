/** Which lines an advance notice (ABN) covers: those of the services that it names. */

/** @import { CodedService, Service, Visit } from "./types.d.ts" */

/** @param {Visit} visit */
const namesServices = ({ services }) => services.some(({ abn }) => abn);

/**
 * The notice for one service; where the visit names services, there is none for the others.
 * @param {Visit} visit @param {Service} service
 */
export const abnOf = (visit, service) => namesServices(visit) ? service.abn ?? "none" : visit.abn;

/**
 * The visit as its notice concerns a line; null where it is asked which lines it covers. A notice
 * for care that is no longer necessary covers all of it.
 * @param {Visit} visit @param {CodedService[]} billed @param {string} code
 * @param {boolean | undefined} excluded @returns {Visit | null}
 */
export function asNoticed(visit, billed, code, excluded) {
  const alike = billed.filter((entry) => !entry.excluded === !excluded);
  const own = alike.filter((entry) => entry.code === code);
  const [abn = visit.abn, ...others] = new Set(own.map(({ service }) => abnOf(visit, service)));
  if (others.length) return null;
  if (namesServices(visit)) {
    return { ...visit, abn, ...(abn === "required" ? { necessary: false } : {}) };
  }
  const whole = !excluded && visit.necessary !== undefined;
  const one = new Set(alike.map((entry) => entry.code)).size < 2;
  return whole || one || abn !== (excluded ? "voluntary" : "required") ? visit : null;
}
