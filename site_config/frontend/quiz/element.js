import { openEnvironment } from "../shared/store/environment.js";
import { Player } from "./player.js";

/** `<rc-quiz>`: makes the questions inside it playable. They are complete without it. */
export class QuizElement extends HTMLElement {
  #started = false;

  connectedCallback() {
    if (document.readyState !== "loading") return this.#start();
    document.addEventListener("DOMContentLoaded", () => this.#start(), { once: true });
  }

  #start() {
    if (this.#started || !this.isConnected) return;
    this.#started = true;
    new Player(this, openEnvironment()).start();
  }
}
