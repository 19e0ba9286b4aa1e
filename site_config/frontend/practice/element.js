import { defineElements, PageElement } from "../shared/custom_element.js";
import { showLanguagePicker } from "../shared/language_picker.js";
import { restoreCodeNames } from "../quiz/code_names.js";
import { Screen } from "./screen.js";

/** @typedef {Record<string, (screen: Screen) => Promise<void> | void>} Modes By data-way. */

/**
 * An element that shows one of `modes`, by its `data-way`. Without it the page is links.
 *
 * @param {Modes} modes
 */
export const modeElement = (modes) =>
  class extends PageElement {
    /** @override */
    start() {
      const screen = new Screen(this, (shown) => modes[shown.mode]?.(shown));
      void restoreCodeNames(screen.store);
      return screen.start();
    }
  };

/** Defines `<rc-practice>`. @param {Modes} modes */
export const definePractice = (modes) =>
  defineElements({ "rc-practice": modeElement(modes) }, showLanguagePicker);
