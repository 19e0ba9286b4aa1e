/** A clinic's colors, as generator/overlays/brand_colors.py checks and writes them. */

export const MIN_CONTRAST = 4.5; // WCAG 2.2, 1.4.3
/** Page and panel behind links, as look/colors.css has them. */
const BEHIND = { light: ["#fdfcf8", "#f5f2e9"], dark: ["#101918", "#172322"] };
const STEP = 0.04;

/** @param {string} color @returns {number[]} */
const channels = (color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));

/** @param {number} share */
const linear = (share) => share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;

/** @param {string} color */
function luminance(color) {
  const [red, green, blue] = channels(color).map((channel) => linear(channel / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21. @param {string} one @param {string} other */
export function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** White or black, whichever stands out more. @param {string} header */
export const textOn = (header) =>
  contrast(header, "#ffffff") >= contrast(header, "#000000") ? "#ffffff" : "#000000";

/**
 * The least contrast of a link on the pages of a scheme.
 *
 * @param {string} link
 * @param {"light" | "dark"} scheme
 */
export const linkContrast = (link, scheme) =>
  Math.min(...BEHIND[scheme].map((behind) => contrast(link, behind)));

/** The color made lighter until it can be read on the dark page. @param {string} link */
export function darkLink(link) {
  for (let share = 0; share < 1; share += STEP) {
    const color = `#${
      channels(link).map((channel) =>
        Math.round(channel + (255 - channel) * share).toString(16).padStart(2, "0")
      ).join("")
    }`;
    if (linkContrast(color, "dark") >= MIN_CONTRAST) return color;
  }
  return "#ffffff";
}

/** Custom properties, as a style sheet. @param {{header: string, link: string}} colors */
export function clinicCss({ header, link }) {
  const text = header && textOn(header);
  const rules = header
    ? [
      `[data-md-color-scheme] { --md-primary-fg-color: ${header}; --md-primary-bg-color: ${text};` +
      ` --md-primary-bg-color--light: ${text}; --md-accent-bg-color: ${text}; }`,
      ".md-search__form { background-color: var(--md-default-bg-color); }",
      ".md-search__input, .md-search__input::placeholder, .md-search__input + .md-search__icon" +
      " { color: var(--md-default-fg-color); }",
      ".md-tabs__item--active .md-tabs__link { box-shadow: 0 0.15rem 0 currentColor; }",
      ".md-header :focus-visible, .md-tabs :focus-visible { outline-color: currentColor; }",
    ]
    : [];
  if (link) {
    for (const [scheme, color] of [["default", link], ["slate", darkLink(link)]]) {
      rules.push(
        `[data-md-color-scheme="${scheme}"] { --md-typeset-a-color: ${color};` +
          ` --md-accent-fg-color: ${color}; }`,
      );
    }
  }
  return rules.join("\n");
}
