/**
 * What must happen before the first paint, and when Material's own bundle may start.
 * The bundle is most of a page's blocking time, so it waits for the first sign of a reader.
 */
(() => {
  const here = document.currentScript;
  const scope = new URL(here.dataset.base, location.href);
  const loaded = {};
  const LOOK_AGAIN_MS = 3_600_000;

  /** The three functions Material's bundle looks for on the window. */
  Object.assign(window, {
    __md_scope: scope,
    __md_hash: (text) => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0),
    __md_get: read,
    __md_set: write,
  });

  /** @param {string} key */
  function read(key, store = storage(), base = scope) {
    try {
      return JSON.parse(store?.getItem(`${base.pathname}.${key}`) ?? "null");
    } catch {
      return null;
    }
  }

  /** @param {string} key @param {unknown} value */
  function write(key, value, store = storage(), base = scope) {
    try {
      store?.setItem(`${base.pathname}.${key}`, JSON.stringify(value));
    } catch { /* a full or blocked storage loses the choice of colors, nothing else */ }
  }

  function storage() {
    try {
      return localStorage;
    } catch {
      return undefined;
    }
  }

  /** @returns {HTMLInputElement[]} */
  const options = () => [...document.querySelectorAll("input[name=__palette]")];

  /** Light or dark: as chosen before, else as the device asks. */
  function wantedScheme() {
    const chosen = read("__palette")?.color?.scheme;
    return chosen ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default");
  }

  /** @param {string} scheme */
  function show(scheme) {
    document.body.setAttribute("data-md-color-scheme", scheme);
    for (const option of options()) {
      const current = option.getAttribute("data-md-color-scheme") === scheme;
      option.checked = current;
      const label = option.nextElementSibling;
      if (label instanceof HTMLLabelElement) label.hidden = !current;
    }
  }

  /** Material's own scripts, taken out of their template; a search that is opened comes first. */
  function startLater({ target }) {
    const template = document.querySelector("template#rc-later");
    if (!(template instanceof HTMLTemplateElement)) return;
    template.remove();
    const searches = target instanceof Element && target.closest(".md-search, [for=__search]");
    if (searches) loadSearch().then(() => whenIdle(() => startScripts(template)));
    else startScripts(template);
  }

  /** After what is found is on the screen: the bundle would hold it up. */
  const whenIdle = (run) =>
    globalThis.requestIdleCallback
      ? requestIdleCallback(run, { timeout: 3000 })
      : setTimeout(run, 500);

  /** The scripts of a template, in order. */
  function startScripts(template) {
    for (const waiting of template.content.querySelectorAll("script")) {
      const script = document.createElement("script");
      script.src = waiting.src;
      script.async = false;
      document.body.append(script);
    }
  }

  /** A script of the site's, asked for once. @param {string} name */
  function load(name) {
    loaded[name] ??= new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = new URL(`assets/${name}.js`, scope).href;
      script.async = false;
      script.onload = script.onerror = resolve;
      document.head.append(script);
    });
    return loaded[name];
  }

  /** Save, note, cite, report, or a question's link: their script comes when one is asked for. */
  function useTool(event) {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    const control = target instanceof Element && target.closest("[data-tool]");
    if (!control || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    load("page-tools").then(() => {
      if (globalThis.rightcodeTool) globalThis.rightcodeTool(control);
      else if (control instanceof HTMLAnchorElement) location.assign(control.href);
    });
  }

  /** Shows what the reader saved of this page, if they did. */
  function showSaved() {
    const page = location.pathname.slice(scope.pathname.length).replace(/index\.html$/, "");
    try {
      if (storage()?.getItem("rightcode.saved")?.includes(`"${page}"`)) load("page-tools");
    } catch { /* a blocked storage has nothing */ }
  }

  /** The search's index and script, once somebody is about to search. */
  function openSearch({ target }) {
    if (!(target instanceof HTMLInputElement) || !target.matches(".md-search__input")) return;
    document.querySelector("#__search").checked = true;
    if (target.dataset.search) return;
    target.dataset.search = "asked";
    loadSearch();
  }

  /** Whoever goes on leaves no open search over the page, come its script or not. */
  function closeSearch({ target, relatedTarget }) {
    const box = target instanceof Element && target.closest(".md-search");
    if (!box || !(relatedTarget instanceof Node) || box.contains(relatedTarget)) return;
    document.querySelector("#__search").checked = false;
  }

  const loadSearch = () => Promise.all(["search-index", "search"].map(load));

  /** A link to what is folded opens it; one from "On this page" closes that list. */
  function openTarget() {
    let section = document.querySelector(":target")?.closest("details");
    for (; section; section = section.parentElement.closest("details")) section.open = true;
    document.querySelector(".rc-onpage[open]")?.removeAttribute("open");
  }

  const searchField = () => document.querySelector(".md-search__input");

  /** A slash, or the letters of the theme, where nothing is being typed. */
  function searchByKey(event) {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (!["/", "s", "f"].includes(key) || ctrlKey || metaKey || altKey) return;
    const isTyping = target instanceof HTMLElement &&
      (target.isContentEditable || target.matches("input, select, textarea"));
    if (isTyping || !searchField()) return;
    event.preventDefault();
    searchField().focus();
    searchField().select();
  }

  /** None in a folder, over plain http, or in a frame that may store nothing. */
  function workers() {
    try {
      const may = isSecureContext && location.protocol.startsWith("http");
      return may ? navigator.serviceWorker : undefined;
    } catch {
      return undefined;
    }
  }

  /** The whole site for days without a network; after everything this page needs. */
  function registerWorker() {
    workers()?.register(new URL("sw.js", scope), { updateViaCache: "none" }).then(
      lookAgain,
      () => {},
    );
  }

  /** A page of one version that another takes over is older than the site. */
  function watchVersion() {
    if (!workers()?.controller) return;
    const say = () => load("newer-version");
    workers().addEventListener("controllerchange", say, { once: true });
  }

  /** A page that stays open for days learns of a newer version when its reader comes back to it. */
  function lookAgain(registration) {
    let last = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "visible" || Date.now() - last < LOOK_AGAIN_MS) return;
      last = Date.now();
      registration.update().catch(() => {});
    });
  }

  /** What a clinic's link set on this device. A copy of the site for a clinic has it above. */
  function startClinic() {
    if ("rightcodeClinic" in window || !storage()?.getItem("rightcode.clinic")) return;
    load("clinic-look");
  }

  startClinic();
  watchVersion();
  show(wantedScheme());
  for (const option of options()) {
    option.addEventListener("change", () => {
      const scheme = option.getAttribute("data-md-color-scheme") ?? "default";
      const color = {
        scheme,
        media: option.getAttribute("data-md-color-media"),
        primary: "custom",
        accent: "custom",
      };
      write("__palette", { index: options().indexOf(option), color });
      show(scheme);
    });
  }
  // No move of the pointer: where a page opens below a mouse at rest, the browser tells of one too.
  for (const sign of ["pointerdown", "keydown", "touchstart", "scroll", "focusin"]) {
    addEventListener(sign, startLater, { once: true, passive: true });
  }
  addEventListener("hashchange", openTarget);
  addEventListener("load", openTarget, { once: true });
  addEventListener("load", showSaved, { once: true });
  addEventListener("click", useTool);
  addEventListener("focusin", openSearch);
  addEventListener("focusout", closeSearch);
  addEventListener("keydown", searchByKey);
  addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.id === "__search" && target.checked) {
      searchField().focus();
    }
  });
  addEventListener("load", () => setTimeout(registerWorker, 3000), { once: true });
  document.documentElement.classList.replace("no-js", "js");
})();
