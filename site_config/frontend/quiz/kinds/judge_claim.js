import { chooseCode } from "./choose_code.js";

/**
 * Does a published claim hold? One best answer of two, in the order they are read in.
 *
 * @type {import("../../shared/types.js").Kind}
 */
export const judgeClaim = { ...chooseCode, arrange: () => {} };
