import { chooseCode } from "../choose_code/choose_code.js";

/** Does a published claim hold? One best answer of three, in the order they are read in. */
export const judgeClaim = { ...chooseCode, exchanges: false, fixedOrder: true, arrange: () => {} };
