import { Screen } from "../practice/screen.js";
import { openEnvironment } from "../shared/store/environment.js";
import { certificateCheck } from "./certificate_check.js";
import { trackIndex } from "./index_page.js";
import { trackPage } from "./track_page.js";

/** @type {Record<string, (stage: Screen) => Promise<void> | void>} keyed by data-way */
const ways = { certificate: certificateCheck, track: trackPage, tracks: trackIndex };

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
    const stage = new Screen(this, openEnvironment());
    for (const player of this.querySelectorAll(".rc-player")) player.setAttribute("data-ready", "");
    await stage.attempt(() => ways[this.dataset.way ?? ""]?.(stage));
    this.dataset.ready = "";
  }
}
