/**
 * The formulas of classical item analysis, on sums: nothing here grows with the number of learners.
 *
 * Sources: G. F. Kuder and M. W. Richardson, "The theory of the estimation of test reliability",
 * Psychometrika 2 (1937) 151-160; L. J. Cronbach, "Coefficient alpha and the internal structure of
 * tests", Psychometrika 16 (1951) 297-334; S. Henrysson, "Correction of item-total correlations in
 * item analysis", Psychometrika 28 (1963) 211-218; E. B. Wilson, "Probable inference, the law of
 * succession, and statistical inference", JASA 22 (1927) 209-212; F. M. Lord and M. R. Novick,
 * Statistical Theories of Mental Test Scores (1968), ch. 2 to 4 and 15.
 */

/** A variance below it is none. */
const TINY = 1e-9;
/** The normal distribution's 97.5 % point. */
const Z95 = 1.959964;

/**
 * Over the whole class, from the sums of values and of their squares.
 * @param {number} total @param {number} squares @param {number} count
 */
export const variance = (total, squares, count) =>
  Math.max(0, squares / count - (total / count) ** 2);

/**
 * Pearson's r between an item's points and the total of all other items (Henrysson 1963); null
 * where either does not vary. x, xx: sums of the points and their squares; t, tt: of the totals;
 * xt: of points times total.
 *
 * @param {number} count @param {number} x @param {number} xx @param {number} xt @param {number} t
 *   @param {number} tt
 * @returns {number | null}
 */
export function itemRest(count, x, xx, xt, t, tt) {
  const r = t - x, rr = tt - 2 * xt + xx, xr = xt - xx;
  const own = count * xx - x * x, rest = count * rr - r * r;
  if (count < 2 || own < TINY || rest < TINY) return null;
  return Math.max(-1, Math.min(1, (count * xr - x * r) / Math.sqrt(own * rest)));
}

/**
 * Cronbach's alpha, which for right and wrong is KR-20.
 *
 * @param {number[]} variances
 * @param {number} total
 */
export function alpha(variances, total) {
  if (variances.length < 2 || total < TINY) return null;
  const sum = variances.reduce((one, other) => one + other, 0);
  return variances.length / (variances.length - 1) * (1 - sum / total);
}

/** Of measurement, in points. @param {number} total @param {number | null} reliability */
export const standardError = (total, reliability) =>
  reliability === null ? null : Math.sqrt(total * Math.max(0, 1 - Math.max(0, reliability)));

/**
 * The 95 % score interval of a proportion (Wilson 1927).
 *
 * @param {number} successes
 * @param {number} count
 * @returns {[number, number]}
 */
export function wilson(successes, count) {
  const share = successes / count, z = Z95 * Z95;
  const middle = share + z / (2 * count);
  const spread = Z95 * Math.sqrt(share * (1 - share) / count + z / (4 * count * count));
  return [
    Math.max(0, (middle - spread) / (1 + z / count)),
    Math.min(1, (middle + spread) / (1 + z / count)),
  ];
}

/**
 * By the middle rank of all with the same total: equals stay together.
 *
 * @param {number} below
 * @param {number} same
 * @param {number} count
 * @param {number} groups
 */
export const groupOf = (below, same, count, groups) =>
  Math.min(groups - 1, Math.floor(groups * (2 * below + same) / (2 * count)));

/** Of values given with how often each occurs. @param {[value: number, times: number][]} counts */
export function median(counts) {
  const total = counts.reduce((sum, [, times]) => sum + times, 0);
  if (!total) return null;
  const sorted = counts.toSorted(([one], [other]) => one - other);
  const at = (/** @type {number} */ rank) => {
    let seen = 0;
    return Number(sorted.find(([, times]) => (seen += times) > rank)?.[0]);
  };
  return (at((total - 1) >> 1) + at(total >> 1)) / 2;
}
