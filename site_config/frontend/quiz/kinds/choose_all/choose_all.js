/** Right only when every right option is ticked and no other. */
export { severalOptions as chooseAll } from "../option_kind.js";
