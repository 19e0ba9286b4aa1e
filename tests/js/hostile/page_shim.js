/** As much of a page as the importers look for while they load. */
Object.defineProperties(globalThis, {
  document: {
    value: { currentScript: null, querySelector: () => null, documentElement: { lang: "en" } },
    configurable: true,
  },
  HTMLScriptElement: { value: class {}, configurable: true },
  location: { value: new URL("https://site.example/classroom/"), configurable: true },
});
