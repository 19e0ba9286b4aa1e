/** Entry: the tracks. */
import { modeElement } from "./practice/element.js";
import { defineElements } from "./shared/custom_element.js";
import { showLanguagePicker } from "./shared/language_picker.js";
import { trackIndex, trackPage } from "./tracks/track_page.js";

/** `<rc-track data-way="…">`: the list of tracks, or a track. */
class TrackElement extends modeElement({ track: trackPage, tracks: trackIndex }) {
  /** @override */
  start() {
    const started = super.start();
    this.querySelector(".rc-player")?.setAttribute("data-ready", "");
    return started;
  }
}

defineElements({ "rc-track": TrackElement }, showLanguagePicker);
