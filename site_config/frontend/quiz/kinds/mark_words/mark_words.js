/** Words of the note. */
export { markInPlace as markWords } from "../option_kind.js";
