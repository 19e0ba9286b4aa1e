import { make, makeButton } from "../shared/dom.js";
import { offlineWords as words } from "../shared/strings/index.js";
import { markLanguage } from "../shared/strings/language.js";

/** Says so above the page, which stays as it is until its reader reloads it. */
export function showNewerVersion() {
  if (document.querySelector(".rc-older-page")) return;
  const text = make("span", { role: "status" });
  const line = markLanguage(make(
    "div.rc-older-page",
    text,
    makeButton(words.reload, () => location.reload()),
    makeButton(words.later, () => line.remove()),
  ));
  document.querySelector(".md-container")?.prepend(line);
  text.textContent = words.newer; // a region speaks of what comes into it
}
