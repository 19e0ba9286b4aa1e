/**
 * How long each question has been shown.
 *
 * @param {HTMLElement[]} sections
 * @param {() => number} now In seconds.
 * @returns {(section: Element) => number} Seconds since it was shown, or answered last.
 */
export function watchViewTime(sections, now) {
  /** @type {Map<Element, number>} */ const since = new Map();
  const note = (/** @type {HTMLElement} */ section) =>
    section.hidden ? since.delete(section) : since.has(section) || since.set(section, now());
  const watch = new MutationObserver((changes) =>
    changes.forEach(({ target }) => note(/** @type {HTMLElement} */ (target)))
  );
  for (const section of sections) {
    note(section);
    watch.observe(section, { attributes: true, attributeFilter: ["hidden"] });
  }
  return (section) => {
    const from = since.get(section) ?? now();
    since.set(section, now());
    return Math.max(0, now() - from);
  };
}
