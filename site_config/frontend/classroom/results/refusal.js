/** A file that cannot be used: `reason` names a sentence in strings/results, `about` the place. */
export class ResultRefused extends Error {
  /** @param {string} reason @param {string} [about] */
  constructor(reason, about = "") {
    super(`${reason} ${about}`.trim());
    this.reason = reason;
    this.about = about;
  }
}
