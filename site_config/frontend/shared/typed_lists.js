/**
 * Lists that are typed into, from a script of their own: until it has come, and where it does not
 * come, they are chosen from.
 */
import { lazyLoad } from "./lazy_load.js";

/** @type {(form: Element) => void} */ let enhance = () => {};

export const loadTypedLists = () =>
  lazyLoad("type-ahead.js", "rightcodeTypedLists").then(
    (found) => void (enhance = /** @type {typeof enhance} */ (found)),
    () => {},
  );

/** @param {Element} form In which lists are marked (`data-typed`). */
export const makeTypedLists = (form) => enhance(form);

/**
 * What a reader sees and types into of a field.
 * @param {HTMLElement} field @returns {HTMLElement}
 */
export const visibleControl = (field) =>
  field.hidden ? field.parentElement?.querySelector('[role="combobox"]') ?? field : field;
