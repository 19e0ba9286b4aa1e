import { strToU8 } from "fflate";
import { createAnnouncer } from "../shared/announcer.js";
import { confirmButton } from "../shared/confirm_button.js";
import { copyText } from "../shared/copy_text.js";
import { PageElement } from "../shared/custom_element.js";
import { localDay } from "../shared/dates.js";
import { make, makeButton } from "../shared/dom.js";
import { parseJson } from "../shared/json.js";
import { saveAs } from "../shared/save_file.js";
import { clinicWords as words } from "../shared/strings/index.js";
import { ownPayerIn, readChoices, shownIn } from "./choices.js";
import { contrast, darkLink, linkContrast, MIN_CONTRAST, textOn } from "./colors.js";
import { fillDraft, readDraft, storedDraft, storeDraft } from "./draft.js";
import { toFragment } from "./link.js";
import { bytesOf, readLogo } from "./logo.js";
import { clinicYaml, payerYaml, sourcesYaml } from "./overlay.js";
import { copySite } from "./site_copy.js";
import { ZipWriter } from "./zip.js";

/** @import { Draft } from "./draft.js" */
/** @import { Settings } from "./settings.js" */

/** `<rc-clinic-setup>`: a clinic's choices to a link and a zip. */
export class ClinicSetUp extends PageElement {
  /** @type {Record<string, string>} */ #families = {};
  #logo = "";
  /** @type {Draft | null} */ #empty = null;
  #stored = make("div.rc-clinic-stored", { hidden: true });
  #preview = make("div");
  #contrast = make("div");
  #result = make("div");
  #announce = (/** @type {string} */ _text) => {};

  /** @override */
  start() {
    const [form, own] = this.querySelectorAll("form");
    if (!own) return false;
    this.querySelector(".rc-noscript-hint")?.remove();
    this.#announce = createAnnouncer(this);
    const names = parseJson(this.querySelector("script.rc-names")?.textContent);
    this.#families = names?.codes ?? {};
    this.querySelector(".rc-clinic-preview")?.append(this.#preview);
    this.querySelector(".rc-contrast")?.append(this.#contrast);
    this.querySelector(".rc-clinic-result")?.append(this.#result);
    for (const one of [form, own]) {
      one.addEventListener("submit", (event) => event.preventDefault());
      one.addEventListener("input", () => this.#show());
    }
    this.#groupButtons();
    this.#logoField.addEventListener("change", () => this.#takeLogo());
    this.querySelector(".rc-clinic-result")?.before(this.#stored);
    this.#stored.append(make("p", words.stored), this.#startOver());
    this.#restore();
    this.#show();
  }

  /** A browser may fill in by itself what a form held before a reload; a draft says it better. */
  #restore() {
    const [form, own] = [this.#form, this.#own];
    form.reset();
    own.reset();
    this.#empty = this.#draft;
    const draft = storedDraft();
    if (!draft) return;
    fillDraft(form, own, draft);
    this.#logo = draft.logo;
    const fold = own.closest("details");
    if (fold && draft.own.name) fold.open = true;
    this.#announce(words.restored);
  }

  get #draft() {
    return readDraft(this.#form, this.#own, this.#logo);
  }

  #startOver() {
    return confirmButton("div", {
      first: [words.startOver, "rc-start-over"],
      confirm: [words.yesStartOver, "rc-button--danger rc-start-over-now"],
      cancel: words.keepChoices,
      question: () => words.reallyStartOver,
      isDangerous: true,
      act: () => {
        this.#form.reset();
        this.#own.reset();
        this.#logo = "";
        this.#show();
        this.#announce(words.startedOver);
        /** @type {HTMLElement} */ (this.#form.querySelector("[name]"))?.focus();
      },
    }).node;
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get #own() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form.rc-own-payer"));
  }

  get #logoField() {
    return /** @type {HTMLInputElement} */ (this.querySelector("[name=logo]"));
  }

  get #home() {
    return new URL(this.dataset.home ?? "", location.href).href;
  }

  get #settings() {
    const home = location.protocol.startsWith("http") ? this.#home : "";
    return readChoices(this.#form, this.#own, this.#families, home);
  }

  #groupButtons() {
    for (const group of this.querySelectorAll("fieldset")) {
      const set = (/** @type {boolean} */ checked) => () => {
        for (const box of group.querySelectorAll("input:enabled")) {
          /** @type {HTMLInputElement} */ (box).checked = checked;
        }
        this.#show();
      };
      const buttons = [
        makeButton(words.all, set(true)),
        " ",
        makeButton(words.none, set(false)),
      ];
      group.querySelector("legend")?.after(make("p.rc-all", buttons));
    }
  }

  async #takeLogo() {
    const file = this.#logoField.files?.[0];
    this.#logo = file ? await readLogo(file) : "";
    if (file && !this.#logo) {
      this.#logoField.value = "";
      this.#announce(words.noLogo);
    }
    this.#show(file && !this.#logo ? words.noLogo : "");
  }

  #store() {
    if (!this.#empty) return;
    const draft = this.#draft;
    storeDraft(draft, this.#empty);
    this.#stored.hidden = JSON.stringify(draft) === JSON.stringify(this.#empty);
  }

  #show(problem = "") {
    const settings = this.#settings;
    this.#store();
    const header = this.#color("header"), link = this.#color("link");
    this.#contrast.replaceChildren(
      ...contrastNotes(header, link),
      problem && make("p.rc-warning", problem),
    );
    this.#preview.replaceChildren(previewOf(settings?.name || words.yourClinic, this.#logo));
    this.#preview.style.setProperty("--clinic-header", header);
    this.#preview.style.setProperty("--clinic-text", textOn(header));
    this.#preview.style.setProperty("--clinic-link", link);
    this.#preview.style.setProperty("--clinic-link-dark", darkLink(link));
    this.#result.replaceChildren(
      ...(settings ? this.#results(settings) : [
        make("p", words.nameFirst),
      ]),
    );
  }

  /** @param {string} name */
  #color(name) {
    const field = /** @type {HTMLInputElement} */ (this.#form.querySelector(`[name=${name}]`));
    return field.value.toLowerCase();
  }

  /** @param {Settings} settings */
  #results(settings) {
    const page = new URL(this.dataset.start ?? "", location.href).href;
    const link = page + toFragment({ ...settings, home: "" });
    const field = make("input", { id: "rc-clinic-link", readOnly: true, value: link });
    field.addEventListener("focus", () => field.select());
    const copy = async () => this.#announce(await copyText(link) ? words.copied : words.copyFailed);
    const progress = make("p.rc-clinic-progress", { role: "status" });
    const isServed = location.protocol.startsWith("http");
    const { codes, payers, tracks } = settings.hide;
    return [
      make("h3", words.result),
      make(
        "p",
        words.hidden({
          codes: codes.length,
          payers: payers.length,
          tracks: tracks.length,
        }),
      ),
      make("label.rc-field", make("span", words.link), field),
      make(
        "p.rc-actions",
        makeButton(words.copy, copy, "rc-button--primary rc-copy-link"),
        " ",
        make("a.rc-button", { href: link, target: "_blank", rel: "noopener" }, words.open),
      ),
      make("p.rc-note-small", words.linkLength({ signs: link.length })),
      make("h3", words.zipTitle),
      make("p", isServed ? words.zipNote : words.onlyOverlay),
      makeButton(
        words.zip,
        () => this.#saveZip(settings, isServed, progress),
        "rc-button--primary rc-save-zip",
      ),
      progress,
    ];
  }

  /** @param {Settings} settings @param {boolean} isServed @param {HTMLElement} progress */
  async #saveZip(settings, isServed, progress) {
    progress.textContent = words.zipping;
    try {
      const zip = new ZipWriter();
      for (const [path, text] of Object.entries(this.#overlay(settings))) zip.add(path, text);
      const clinic = { settings, logo: this.#logo };
      if (isServed) {
        await copySite(this.#home, clinic, (path, content, done, total) => {
          zip.add(`site/${path}`, content);
          if (done % 50 === 0) progress.textContent = words.copying({ done, total });
        });
      }
      saveAs("our-clinic.zip", await zip.finish(), "application/zip");
      progress.textContent = words.zipped;
    } catch (error) {
      console.info(error);
      progress.textContent = words.noZip;
    }
  }

  /** @param {Settings} settings @returns {Record<string, Uint8Array>} */
  #overlay(settings) {
    const today = localDay();
    const own = ownPayerIn(this.#own);
    const shown = shownIn(this.#form, settings, this.#families);
    const page = new URL(this.dataset.start ?? "", location.href).href;
    const link = page + toFragment({ ...settings, home: "" });
    /** @type {Record<string, string>} */
    const texts = {
      "README.txt": words.readme({ name: settings.name, track: settings.track || "…", link }),
      "overlay/clinic.yaml": clinicYaml(settings, shown, this.#logo && "logo.png"),
      ...(own && {
        "overlay/content/payers/our-own-payer.yaml": payerYaml(own, today),
        "overlay/content/sources.yaml": sourcesYaml(settings.name, own.name, today),
      }),
    };
    const files = Object.entries(texts).map(([path, text]) => [path, strToU8(text)]);
    return {
      ...Object.fromEntries(files),
      ...(this.#logo && { "overlay/logo.png": bytesOf(this.#logo) }),
    };
  }
}

/** @param {string} header @param {string} link */
function contrastNotes(header, link) {
  const notes = [
    words.onHeader({ ratio: contrast(header, textOn(header)).toFixed(1) }),
    words.ofLinks({ ratio: linkContrast(link, "light").toFixed(1) }),
  ];
  const isWeak = linkContrast(link, "light") < MIN_CONTRAST;
  return [
    make("p", notes.join(" ")),
    ...(isWeak ? [make("p.rc-warning", words.weakLink)] : []),
  ];
}

/**
 * The header and a link, on a light page and on a dark one.
 *
 * @param {string} name
 * @param {string} logo
 */
const previewOf = (name, logo) =>
  make(
    "div.rc-looks",
    ["light", "dark"].map((scheme) =>
      make(
        "div.rc-looks__page",
        { "data-scheme": scheme },
        make("p.rc-looks__header", logo && make("img", { src: logo, alt: "" }), ` ${name}`),
        make("p", words.sample, " ", make("span.rc-looks__link", words.sampleLink)),
      )
    ),
  );
