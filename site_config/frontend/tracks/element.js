import { modeElement } from "../practice/element.js";
import { certificateCheck } from "./certificate_check.js";
import { trackIndex } from "./index_page.js";
import { trackPage } from "./track_page.js";

const modes = { certificate: certificateCheck, track: trackPage, tracks: trackIndex };

/** `<rc-track data-way="…">`: the list of tracks, a track, or the check of a certificate. */
export class TrackElement extends modeElement(modes) {
  /** @override */
  start() {
    const started = super.start();
    this.querySelector(".rc-player")?.setAttribute("data-ready", "");
    return started;
  }
}
