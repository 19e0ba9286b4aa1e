import { createAnnouncer } from "../shared/announcer.js";
import { PageElement } from "../shared/custom_element.js";
import { forgetClinic, storeClinic } from "../shared/clinic_store.js";
import { make, makeButton } from "../shared/dom.js";
import { clinicWords as words } from "../shared/strings/index.js";
import { fromFragment, isInvitation } from "./link.js";
import { currentSettings, writeSettings } from "./settings.js";

/** @import { Settings } from "./settings.js" */

/** `<rc-clinic-start>`: what a clinic's link would set on this device, and the way to its track. */
export class ClinicStart extends PageElement {
  #place = make("div");
  #announce = (/** @type {string} */ _text) => {};

  /** @override */
  start() {
    this.replaceChildren(this.#place);
    this.#announce = createAnnouncer(this);
    this.#show();
    addEventListener("hashchange", () => this.#show());
  }

  #show() {
    const offered = fromFragment(location.hash);
    const mine = currentSettings();
    const nodes = offered
      ? this.#offer(offered)
      : [make("p", isInvitation(location.hash) ? words.badLink : words.noLink)];
    const forget = makeButton(words.forget, () => {
      forgetClinic();
      location.replace(location.pathname);
    }, "rc-forget-clinic");
    this.#place.replaceChildren(
      ...nodes,
      ...(mine ? [make("p", words.mine({ name: mine.name })), forget] : []),
    );
  }

  /** @param {Settings} settings */
  #offer(settings) {
    const { name, note, payer, hide } = settings;
    const hidden = { codes: hide.codes.length, payers: hide.payers.length };
    const own = new URLSearchParams(payer).get("own.name");
    const payerName = own ?? new URLSearchParams(payer).get("payer");
    return [
      make("h2", { tabIndex: -1 }, words.invites({ name })),
      note && make("p", note),
      payerName && make("p", words.setsPayer({ payer: payerName })),
      make("p", words.hidden({ ...hidden, tracks: hide.tracks.length })),
      make("p", words.unproven),
      makeButton(words.accept, () => this.#accept(settings), "rc-button--primary rc-accept"),
    ].filter((node) => node instanceof Node);
  }

  /** @param {Settings} settings */
  #accept(settings) {
    if (!storeClinic(writeSettings(settings))) return this.#announce(words.notStored);
    const { home = "", tracks = "" } = this.dataset;
    const root = new URL(home, location.href).href;
    const to = settings.track ? `${root}practice/track-${settings.track}/` : tracks;
    location.assign(location.protocol === "file:" ? to.replace(/\/$/, "/index.html") : to);
  }
}
