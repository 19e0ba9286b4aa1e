/** Entry: a cheat sheet. Its button prints; without script the browser's own Print does. */
import { defineElements } from "./shared/custom_element.js";

class PrintButton extends HTMLElement {
  connectedCallback() {
    if (this.firstChild) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = this.dataset.label ?? "Print";
    button.addEventListener("click", () => print());
    this.append(button);
  }
}

defineElements({ "rc-print": PrintButton });
