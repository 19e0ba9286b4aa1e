/** A clinic's name, colors and choices on any page, set by the page itself when it starts. */
import { isFirstTime } from "../shared/clinic_store.js";
import { make } from "../shared/dom.js";
import { clinicWords as words } from "../shared/strings/index.js";
import { myPayer, storePayer } from "../shared/my_payer.js";
import { clinicCss } from "./colors.js";
import { currentSettings } from "./settings.js";

/** @import { Settings } from "./settings.js" */

const OWN = "RightCode";
const RULES = `.rc-not-ours { display: none !important; }
.rc-clinic-note { margin-block-end: 1.5em; padding: 0.5em 1em; background: var(--rc-panel);
  border-inline-start: 4px solid var(--md-typeset-a-color); }`;
const LISTED = ".md-nav__item, .rc-cards > li, .rc-found > li, tr, [data-track]";

/** Where the site begins, as theme.js knows it. */
const rootOf = () => new URL(/** @type {any} */ (globalThis).__md_scope ?? "/", location.href).href;

/** What this page shows of the clinic's choices; nothing where there is no clinic. */
export function showClinic() {
  const settings = currentSettings();
  if (!settings) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${clinicCss(settings)}\n${RULES}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  nameHeader(settings);
  beginWithPayer(settings);
  const finish = () => {
    if (document.readyState === "loading") return;
    document.removeEventListener("readystatechange", finish);
    nameHeader(settings);
    namePage(settings);
    hideRest(settings);
    new MutationObserver(() => hideRest(settings)).observe(document.body, {
      childList: true,
      subtree: true,
    });
  };
  document.addEventListener("readystatechange", finish); // before any script that is deferred
  finish();
}

/** Once, so that who clears their payer has none. @param {Settings} settings */
function beginWithPayer({ payer }) {
  if (!payer || !isFirstTime(payer)) return;
  if (!myPayer().has("payer")) storePayer(new URLSearchParams(payer));
}

/** @param {Settings} settings */
function nameHeader({ name }) {
  const topic = document.querySelector(".md-header__topic .md-ellipsis");
  if (topic) topic.textContent = name;
  for (const logo of document.querySelectorAll("a.md-logo")) {
    logo.setAttribute("title", name);
    logo.setAttribute("aria-label", name);
  }
}

/** @param {Settings} settings */
function namePage(settings) {
  const { name, note, track } = settings;
  document.title = document.title.replace(/RightCode(?=$|:)/, name);
  document.querySelector("meta[property='og:site_name']")?.setAttribute("content", name);
  const drawer = document.querySelector(".md-nav--primary > .md-nav__title");
  if (drawer?.lastChild?.textContent?.trim() === OWN) drawer.lastChild.textContent = name;
  const article = document.querySelector(".md-content__inner");
  const root = rootOf();
  const here = location.href.slice(root.length).replace(/(index\.html)?([?#].*)?$/, "");
  if (here === "" && (note || track)) {
    const first = make("a", { href: `${root}practice/track-${track}/` }, words.firstTrack);
    article?.prepend(
      make("div.rc-clinic-note", note && make("p", note), track && make("p", first)),
    );
  }
  const [section, id] = here.split("/");
  const isHidden = section === "codes" && settings.hide.codes.includes(id) ||
    section === "practice" && settings.hide.tracks.includes(id?.replace(/^track-/, ""));
  if (isHidden) article?.prepend(make("p.rc-clinic-note", words.notUsed({ name })));
}

/** @param {Settings} settings */
function hideRest({ hide, home }) {
  const root = rootOf();
  const pages = new Set([
    ...hide.codes.map((code) => `${root}codes/${code}/`),
    ...hide.tracks.map((track) => `${root}practice/track-${track}/`),
    ...hide.payers.map((payer) => `${root}learn/payers/#${payer}`),
  ]);
  for (const link of document.querySelectorAll("a[href]:not(.rc-seen)")) {
    if (!(link instanceof HTMLAnchorElement)) continue;
    link.classList.add("rc-seen");
    if (home && link.href.startsWith(`${root}downloads/`)) {
      link.href = home + link.href.slice(root.length);
    }
    const whole = link.href.replace("/index.html", "/");
    const page = whole.includes("learn/payers/") ? whole : whole.replace(/[?#].*$/, "");
    const row = pages.has(page) && link.closest(LISTED);
    if (row && row.querySelector("a[href]:not(.headerlink)") === link) {
      row.classList.add("rc-not-ours");
    }
  }
  const values = [...hide.payers, ...hide.codes, ...hide.codes.map((code) => `code:${code}`)];
  const gone = new Set(values);
  for (const option of document.querySelectorAll("select > option")) {
    if (option instanceof HTMLOptionElement && gone.has(option.value)) option.remove();
  }
}
