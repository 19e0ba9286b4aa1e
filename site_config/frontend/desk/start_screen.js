import { copyText } from "../shared/copy_text.js";
import { make, makeButton, makeForm } from "../shared/dom.js";
import { deskWords as words } from "../shared/strings/index.js";
import { CLINICS, LENGTHS, LEVELS, linkQuery, readSeed, ROLES, seedText } from "./session.js";
import { focusHeading, setupTitle } from "./texts.js";

/** @import { Setup } from "./types.d.ts" */

/**
 * The choice of a desk, or what a link asks for.
 *
 * @param {object} given
 * @param {Setup} given.setup What is chosen at first.
 * @param {boolean} given.assigned
 * @param {(setup: Setup) => unknown} given.start
 * @param {(text: string) => void} given.announce
 * @returns {(Node | false)[]}
 */
export function startScreen({ setup, assigned, start, announce }) {
  const heading = focusHeading("h2", words.setup);
  if (assigned) {
    return [
      heading,
      make("p", words.assigned),
      make("p", make("strong", setupTitle(setup)), ` ${words.seed} ${seedText(setup.seed)}.`),
      make("p", makeButton(words.start, () => start(setup), "rc-button--primary")),
    ];
  }
  const form = new SetupForm(setup);
  const begin = () => {
    const chosen = form.read();
    if (chosen) return start(chosen);
    announce(words.seedFlaw);
  };
  return [
    heading,
    makeForm("", words.start, "", begin, ...form.fields),
    copyLink(form, announce),
  ];
}

/** @param {SetupForm} form @param {(text: string) => void} announce */
function copyLink(form, announce) {
  const status = make("span");
  const store = make("input", { id: "rc-desk-lrs", type: "url", maxLength: 500 });
  const copy = async () => {
    const chosen = form.read();
    if (!chosen) return announce(words.seedFlaw);
    const address = `${location.href.split(/[?#]/)[0]}?${linkQuery(chosen)}` +
      (store.value && `&lrs=${encodeURIComponent(store.value.trim())}`);
    status.textContent = await copyText(address) ? words.copied : words.notCopied({ address });
    announce(status.textContent);
  };
  return make(
    "div",
    labeled(words.store, store),
    make("p", makeButton(words.copy, copy), " ", status),
  );
}

class SetupForm {
  #role;
  #clinic;
  #level;
  #length;
  #seed;
  #flaw = make("span.rc-flaw", { id: "rc-desk-seed-flaw", hidden: true }, words.seedFlaw);

  /** @param {Setup} setup */
  constructor({ role, clinic, level, length, seed }) {
    this.#role = select("role", ROLES, role, words.roles);
    this.#clinic = select("clinic", CLINICS, clinic, words.clinics);
    this.#level = select("level", LEVELS.map(String), String(level), words.levels);
    this.#length = select("length", LENGTHS, length, words.lengths);
    this.#seed = make("input", {
      id: "rc-desk-seed",
      value: seedText(seed),
      maxLength: 6,
      autocomplete: "off",
      spellcheck: false,
      "aria-describedby": "rc-desk-seed-hint",
    });
  }

  get fields() {
    return [
      labeled(words.role, this.#role),
      labeled(words.clinic, this.#clinic),
      labeled(words.level, this.#level),
      labeled(words.length, this.#length),
      labeled(words.seed, this.#seed),
      this.#flaw,
      make("p.rc-desk__hint", { id: "rc-desk-seed-hint" }, words.seedHint),
    ];
  }

  /** @returns {Setup | null} */
  read() {
    const seed = readSeed(this.#seed.value);
    const bad = Number.isNaN(seed);
    this.#flaw.hidden = !bad;
    this.#seed.setAttribute("aria-invalid", String(bad));
    if (bad) {
      this.#seed.setAttribute("aria-describedby", this.#flaw.id);
      this.#seed.focus();
      return null;
    }
    return /** @type {Setup} */ ({
      role: this.#role.value,
      clinic: this.#clinic.value,
      level: Number(this.#level.value),
      length: this.#length.value,
      seed,
    });
  }
}

/** @param {string} text @param {HTMLElement} control */
export const labeled = (text, control) =>
  make("div.rc-field", make("label", { htmlFor: control.id }, text), control);

/**
 * @param {string} name @param {readonly string[]} values @param {string} chosen
 * @param {any} texts By value.
 */
export function select(name, values, chosen, texts) {
  const node = make(
    "select",
    { id: `rc-desk-${name}` },
    values.map((value) => make("option", { value }, texts[value])),
  );
  node.value = chosen;
  return node;
}
