/** Everything that must be asked before the visit is billed, or nothing. */
export { markAll as whatIsMissing } from "../option_kind.js";
