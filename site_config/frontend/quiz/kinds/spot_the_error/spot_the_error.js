/** Cells of a written claim, a line that is missing, or nothing. */
export { markInPlace as spotTheError } from "../option_kind.js";
