import { percent } from "../shared/format.js";
import { make } from "../shared/dom.js";
import { practiceWords as words } from "../shared/strings/index.js";
import { table } from "../shared/table.js";

/** @import { Attempt } from "./types.d.ts" */

/** @typedef {"sure" | "think" | "guess"} Confidence */

const CONFIDENCE_LEVELS = /** @type {const} */ (["sure", "think", "guess"]);

/** Asks how sure the learner is; optional. */
export class ConfidenceField {
  #inputs;

  /** @param {string} item @param {(sure: Confidence) => void} [onChange] */
  constructor(item, onChange) {
    this.#inputs = CONFIDENCE_LEVELS.map((value) =>
      make("input", { type: "radio", name: `sure-${item}`, value })
    );
    const labels = this.#inputs.map((input, index) =>
      make("label.rc-sure__option", input, words.sure[CONFIDENCE_LEVELS[index]])
    );
    this.node = make("fieldset.rc-sure", make("legend", words.howSure), labels);
    this.node.addEventListener("change", () => this.value && onChange?.(this.value));
  }

  get value() {
    return CONFIDENCE_LEVELS.find((_, index) => this.#inputs[index].checked);
  }

  /** @param {Confidence | undefined} sure */
  set value(sure) {
    this.#inputs.forEach((input, index) => (input.checked = CONFIDENCE_LEVELS[index] === sure));
  }

  /** @param {boolean} locked */
  lock(locked) {
    this.node.disabled = locked;
  }
}

/**
 * How sure and how right; nothing if confidence was never given.
 *
 * @param {Attempt[]} attempts
 * @param {"h2" | "h3"} level
 */
export function calibrationPart(attempts, level) {
  const rows = calibration(attempts);
  if (!rows.length) return [];
  const cells = rows.map((
    { sure, right, total },
  ) => [words.sure[sure], words.ofTotal({ right, total }), percent(right / total)]);
  const verdict = calibrationVerdict(rows);
  return [
    make(level, words.calibration),
    table("rc-calibration", words.calibrationHead, cells),
    ...(verdict ? [make("p", words.calibrated[verdict])] : []),
  ];
}

/**
 * How often answers were right, by how sure the learner was of them beforehand.
 *
 * @param {Attempt[]} attempts
 * @returns Only levels given at least once.
 */
export function calibration(attempts) {
  return CONFIDENCE_LEVELS.map((sure) => {
    const rated = attempts.filter((attempt) => attempt.sure === sure);
    return { sure, right: rated.filter(({ right }) => right).length, total: rated.length };
  }).filter(({ total }) => total > 0);
}

/**
 * Over-confident below 80 % right when "sure", under-confident from 70 % right when guessing; no
 * verdict on fewer than four answers.
 *
 * @param {ReturnType<typeof calibration>} rows
 */
export function calibrationVerdict(rows) {
  const share = (/** @type {string} */ name) =>
    rows.find(({ sure, total }) => sure === name && total >= 4);
  const [sure, guess] = [share("sure"), share("guess")];
  if (sure && sure.right / sure.total < 0.8) return "over";
  if (guess && guess.right / guess.total >= 0.7) return "under";
  return sure ? "fitting" : null;
}
