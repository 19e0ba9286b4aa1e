/** Entry: the tracks. */
import { modeElement } from "./practice/element.js";
import { defineElements } from "./shared/custom_element.js";
import { showLanguagePicker } from "./shared/language_picker.js";
import { certificateCheck } from "./tracks/certificate_check.js";
import { trackIndex, trackPage } from "./tracks/track_page.js";

const modes = { certificate: certificateCheck, track: trackPage, tracks: trackIndex };

/** `<rc-track data-way="…">`: the list of tracks, a track, or the check of a certificate. */
class TrackElement extends modeElement(modes) {
  /** @override */
  start() {
    const started = super.start();
    this.querySelector(".rc-player")?.setAttribute("data-ready", "");
    return started;
  }
}

defineElements({ "rc-track": TrackElement }, showLanguagePicker);
