import { make } from "../shared/dom.js";
import { words } from "../shared/strings/practice/index.js";
import { calibration, calibrationVerdict, CONFIDENCE_LEVELS } from "./calibration.js";
import { table } from "../shared/table.js";

/** @import { Attempt } from "../shared/types.js" */

/** @typedef {"sure" | "think" | "guess"} Confidence */

/** Asks how sure the learner is; may be left out. */
export class ConfidenceField {
  #inputs;

  /** @param {string} item @param {(sure: Confidence) => void} [changed] */
  constructor(item, changed) {
    this.#inputs = CONFIDENCE_LEVELS.map((sure) => radio(`sure-${item}`, sure));
    const labels = this.#inputs.map((input, place) =>
      make("label.rc-sure__option", input, words.sure[CONFIDENCE_LEVELS[place]])
    );
    this.node = make("fieldset.rc-sure", make("legend", words.howSure), labels);
    this.node.addEventListener("change", () => this.value && changed?.(this.value));
  }

  /** @returns {Confidence | undefined} */
  get value() {
    return CONFIDENCE_LEVELS.find((_, place) => this.#inputs[place].checked);
  }

  /** @param {Confidence | undefined} sure */
  set value(sure) {
    this.#inputs.forEach((input, place) => (input.checked = CONFIDENCE_LEVELS[place] === sure));
  }

  /** @param {boolean} locked */
  lock(locked) {
    this.node.disabled = locked;
  }
}

/** @param {string} name @param {string} value */
function radio(name, value) {
  return make("input", { type: "radio", name, value });
}

/**
 * How sure, and how right: nothing where nobody said.
 *
 * @param {Attempt[]} attempts
 * @param {"h2" | "h3"} level
 * @returns {Node[]}
 */
export function calibrationPart(attempts, level) {
  const rows = calibration(attempts);
  if (!rows.length) return [];
  const cells = rows.map((
    { sure, right, total },
  ) => [words.sure[sure], words.ofTotal(right, total), words.share(right, total)]);
  const said = calibrationVerdict(rows);
  const heading = make(level, words.calibration);
  return [
    heading,
    table("rc-calibration", words.calibrationHead, cells),
    ...(said ? [make("p", words.calibrated[said])] : []),
  ];
}
