import { isSlug } from "./schema.js";

/** Where the role is stored that the learner chose, here or in the placement quiz. */
export const ROLE = "role";

/** The role in a stored value, or an empty text. @param {unknown} value */
export const readRole = (value) => (isSlug(value) ? value : "");
