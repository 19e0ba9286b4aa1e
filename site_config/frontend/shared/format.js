/**
 * A number with its noun.
 *
 * @param {number} count
 * @param {string} one
 * @param {string} [many] Where it is not one with an s.
 */
export const plural = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** A share from 0 to 1 in whole percents. @param {number} share */
export const percent = (share) => `${Math.round(share * 100)}%`;
