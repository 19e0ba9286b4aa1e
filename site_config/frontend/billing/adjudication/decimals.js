/** Exact decimal numbers: `digits` over ten to the power of `places`. */

/** @typedef {{ digits: bigint, places: number }} Decimal */

/** @param {string | number} text Such as 32.7442; no exponent. @returns {Decimal} */
export function decimal(text) {
  const [whole, part = ""] = String(text).split(".");
  return { digits: BigInt(whole + part), places: part.length };
}

/** @param {Decimal} one @param {Decimal} other @returns {Decimal} */
export const times = (one, other) => (
  { digits: one.digits * other.digits, places: one.places + other.places }
);

/** @param {Decimal} one @param {Decimal} other @returns {Decimal} */
export function plus(one, other) {
  const places = Math.max(one.places, other.places);
  return { digits: raised(one, places) + raised(other, places), places };
}

/** @param {Decimal} one @returns {Decimal} */
export const negative = ({ digits, places }) => ({ digits: -digits, places });

/** @param {Decimal} one @returns {Decimal} */
export const percent = ({ digits, places }) => ({ digits, places: places + 2 });

/** The nearest whole number, half away from zero. @param {Decimal} one */
export function rounded({ digits, places }) {
  const one = 10n ** BigInt(places);
  const size = digits < 0n ? -digits : digits;
  const whole = Number((2n * size + one) / (2n * one));
  return digits < 0n ? -whole : whole;
}

/** Without zeros at its end. @param {Decimal} one */
export function plain({ digits, places }) {
  const size = String(digits < 0n ? -digits : digits).padStart(places + 1, "0");
  const [whole, part] = [size.slice(0, size.length - places), size.slice(size.length - places)];
  const rest = part.replace(/0+$/, "");
  return `${digits < 0n ? "-" : ""}${whole}${rest ? `.${rest}` : ""}`;
}

/** @param {Decimal} one @param {number} places */
const raised = (one, places) => one.digits * 10n ** BigInt(places - one.places);
