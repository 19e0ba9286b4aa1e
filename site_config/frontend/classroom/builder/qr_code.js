import { encode } from "uqr";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules of white around it: ISO/IEC 18004, 9.1

/**
 * A QR code as a picture with its text alternative; null where the text is too long for one.
 *
 * @param {string} text
 * @param {string} label
 * @returns {SVGSVGElement | null}
 */
export function qrPicture(text, label) {
  const found = modules(text);
  if (!found) return null;
  const { size, data } = found;
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  const title = element("title", {});
  title.textContent = label;
  const box = {
    viewBox: `0 0 ${size} ${size}`,
    role: "img",
    "shape-rendering": "crispEdges",
    xmlns: SVG,
    class: "rc-qr",
  };
  const picture = /** @type {SVGSVGElement} */ (element("svg", box));
  picture.setAttribute("aria-label", label);
  picture.append(
    title,
    element("rect", { width: String(size), height: String(size), fill: "#fff" }),
    element("path", { d: dark.join(""), fill: "#000" }),
  );
  return picture;
}

/** @param {string} text */
function modules(text) {
  try {
    return encode(text, { ecc: "L", border: QUIET });
  } catch {
    return null;
  }
}

/** @param {string} name @param {Record<string, string>} attributes */
function element(name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key !== "xmlns") node.setAttribute(key, value);
  }
  return node;
}
