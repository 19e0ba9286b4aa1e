import { Stage } from "../practice/screen.js";
import { openTools } from "../shared/store/open_tools.js";
import { certificate } from "./certificate_check.js";
import { tracks } from "./index_page.js";
import { track } from "./track_page.js";

/** @type {Record<string, (stage: Stage) => Promise<void> | void>} keyed by data-way */
const ways = { certificate, track, tracks };

/** `<rc-track data-way="…">`: the list of tracks, a track, or the check of a certificate. Without it the page is links. */
export class TrackElement extends HTMLElement {
  #started = false;

  connectedCallback() {
    if (document.readyState !== "loading") return this.#start();
    document.addEventListener("DOMContentLoaded", () => this.#start(), { once: true });
  }

  async #start() {
    if (this.#started || !this.isConnected) return;
    this.#started = true;
    const stage = new Stage(this, openTools());
    for (const player of this.querySelectorAll(".rc-player")) player.setAttribute("data-ready", "");
    await stage.attempt(() => ways[this.dataset.way ?? ""]?.(stage));
    this.dataset.ready = "";
  }
}
