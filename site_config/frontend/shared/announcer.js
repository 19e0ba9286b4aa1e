import { make } from "./dom.js";

const MAX_MESSAGES = 4;

/**
 * A polite live region that announces changes. Messages are added, not replaced, so that one
 * that follows another at once does not silence it.
 *
 * @param {Element} root
 * @returns {(text: string) => void}
 */
export function createAnnouncer(root) {
  const region = make("div.rc-live", { role: "status", "aria-atomic": "false" });
  root.append(region);
  return (textContent) => {
    region.append(make("p", textContent));
    if (region.childElementCount > MAX_MESSAGES) region.firstElementChild?.remove();
  };
}
