import { encode } from "uqr";
import { svgElement } from "./svg.js";

const QUIET = 4; // modules of white around a QR code: ISO/IEC 18004, 9.1

/**
 * A QR code as the outline of its dark modules, each one unit wide; null where the text is too
 * long.
 *
 * @param {string} text
 */
export function qrOutline(text) {
  try {
    const { size, data } = encode(text, { ecc: "L", border: QUIET });
    const dark = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : "")));
    return { size, outline: dark.join("") };
  } catch {
    return null;
  }
}

/**
 * With its text alternative; null where the text is too long.
 *
 * @param {string} text
 * @param {string} label
 */
export function qrPicture(text, label) {
  const code = qrOutline(text);
  if (!code) return null;
  const { size, outline } = code;
  return svgElement(
    "svg",
    {
      viewBox: `0 0 ${size} ${size}`,
      role: "img",
      "shape-rendering": "crispEdges",
      class: "rc-qr",
      "aria-label": label,
    },
    svgElement("title", {}, label),
    svgElement("rect", { width: size, height: size, fill: "#fff" }),
    svgElement("path", { d: outline, fill: "#000" }),
  );
}
