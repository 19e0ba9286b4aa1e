import { make } from "./dom.js";

/**
 * A polite live region that says each change of state.
 *
 * @param {Element} root
 * @returns {(text: string) => void}
 */
export function createAnnouncer(root) {
  const region = make("p", { className: "rc-live" });
  region.setAttribute("role", "status");
  root.append(region);
  return (text) => {
    region.textContent = text === region.textContent ? `${text}\u00a0` : text;
  };
}
