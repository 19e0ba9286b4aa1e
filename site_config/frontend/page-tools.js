/** Entry, loaded when one is asked for: save, note, cite, report and link. */
import { openTool, showSaved } from "./page_tools/tools.js";
import { listSaved } from "./page_tools/saved_list.js";
import { whenTranslated } from "./shared/strings/language.js";

/** What a page may call once this script is loaded. */
Object.assign(globalThis, {
  /** @param {HTMLElement} control */
  rightcodeTool: (control) => whenTranslated(() => openTool(control)),
  rightcodeSaved: listSaved,
});
whenTranslated(showSaved);
