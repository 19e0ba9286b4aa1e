/** Entry: a cheat sheet. Its button prints; without script the browser's own Print does. */
import { defineElements, PageElement } from "./shared/custom_element.js";

class PrintButton extends PageElement {
  /** @override */
  start() {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = this.dataset.label ?? "Print";
    button.addEventListener("click", () => print());
    this.append(button);
    return true;
  }
}

defineElements({ "rc-print": PrintButton });
