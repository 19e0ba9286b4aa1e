/**
 * Keeps the whole site, so that it opens without a network. The build writes `self.rightcode` above
 * this: the digest of every file, and the digest of those digests, which is the version.
 *
 * A version is cached whole or not at all, under its own name, each file checked against its
 * digest. A page belongs to the newest version there is when it is opened, and is served from that
 * one until it is closed; so a new version shows with the next page, and no page is half old.
 */
(() => {
  const worker = /** @type {any} */ (self);
  const { version, files } =
    /** @type {{version: string, files: Record<string, string>}} */ (worker.rightcode);
  const PREFIX = `rightcode ${worker.registration.scope} `;
  const NAME = PREFIX + version;
  const OPENED = `${worker.registration.scope} opened`; // which open page belongs to which version
  const AT_ONCE = 4;
  const OPENING_MS = 10_000; // a page that is being opened is not among the open ones yet
  const pages = new Map(Object.entries(files).map(([path, digest]) => [addressOf(path), digest]));

  /** @param {string} path As it is requested: a page goes by its folder. */
  function addressOf(path) {
    return new URL(path.replace(/(^|\/)index\.html$/, "$1"), worker.registration.scope).href;
  }

  /** @param {string} url Without what a search or a language choice adds to it. */
  function plain(url) {
    const { origin, pathname } = new URL(url);
    return (origin + pathname).replace(/\/index\.html$/, "/");
  }

  /** A file with the same digest is copied from an earlier version. */
  async function cacheAll() {
    const cache = await caches.open(NAME);
    const earlier = await earlierCaches();
    const open = [...pages];
    const workers = Array.from({ length: AT_ONCE }, async () => {
      for (let next = open.pop(); next; next = open.pop()) {
        await cacheFile(cache, earlier, next[0], next[1]);
      }
    });
    await Promise.all(workers);
  }

  /** @param {Cache} cache @param {Cache[]} earlier @param {string} url @param {string} digest */
  async function cacheFile(cache, earlier, url, digest) {
    if (await cache.match(url)) return;
    for (const old of earlier) {
      const found = await old.match(url);
      if (found?.headers.get("x-digest") === digest) return cache.put(url, found);
    }
    const answer = await fetch(url, { cache: "no-cache", integrity: `sha256-${digest}` });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    await cache.put(url, await marked(answer, digest));
  }

  /** @param {Response} answer @param {string} digest The answer as cached, with its digest. */
  async function marked(answer, digest) {
    const type = answer.headers.get("content-type") ?? "application/octet-stream";
    return new Response(await answer.blob(), {
      headers: { "content-type": type, "x-digest": digest },
    });
  }

  async function earlierNames() {
    return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  }

  async function earlierCaches() {
    return Promise.all((await earlierNames()).map((name) => caches.open(name)));
  }

  /** @param {string} id @returns {Promise<{name: string, at: number} | undefined>} */
  async function belonging(id) {
    const found = id && await (await caches.open(OPENED)).match(clientKey(id));
    return found ? found.json() : undefined;
  }

  /** @param {string} id */
  async function belongs(id) {
    const entry = new Response(JSON.stringify({ name: NAME, at: Date.now() }));
    if (id) await (await caches.open(OPENED)).put(clientKey(id), entry);
  }

  /** @param {string} id */
  const clientKey = (id) => new URL(`?client=${id}`, worker.registration.scope).href;

  /** @param {any} event */
  async function answer({ request, clientId, resultingClientId }) {
    const opens = request.mode === "navigate";
    if (opens) await belongs(resultingClientId);
    const name = opens ? NAME : (await belonging(clientId))?.name ?? NAME;
    const url = plain(request.url);
    if (opens && !pages.has(url) && pages.has(`${url}/`)) return Response.redirect(`${url}/`, 302);
    const cached = await (await caches.open(name)).match(url);
    return cached ??
      fetch(request).catch((problem) => opens ? notFound() : Promise.reject(problem));
  }

  /** What a host would say of an address that the site does not have, without a network. */
  async function notFound() {
    const page = await (await caches.open(NAME)).match(addressOf("404.html"));
    if (!page) return Response.error();
    return new Response(page.body, { status: 404, headers: { "content-type": "text/html" } });
  }

  /** Forgets the pages that were closed, and the versions that no open page belongs to. */
  async function tidy() {
    const opened = await caches.open(OPENED);
    const open = new Set(
      (await worker.clients.matchAll({ includeUncontrolled: true })).map(clientKeyOf),
    );
    const used = new Set([NAME]);
    for (const request of await opened.keys()) {
      const entry = await (await opened.match(request))?.json();
      if (open.has(request.url) || Date.now() - entry.at < OPENING_MS) used.add(entry.name);
      else await opened.delete(request);
    }
    await Promise.all(
      (await earlierNames()).filter((name) => !used.has(name)).map((name) => caches.delete(name)),
    );
  }

  /** @param {{id: string}} client */
  const clientKeyOf = ({ id }) => clientKey(id);

  /** Once a page that is being opened is open, what it replaced can go. */
  async function tidyLater() {
    if (!(await earlierNames()).length) return;
    await new Promise((resolve) => setTimeout(resolve, OPENING_MS + 1000));
    await tidy();
  }

  worker.addEventListener(
    "install",
    (/** @type {any} */ event) => event.waitUntil(cacheAll().then(() => worker.skipWaiting())),
  );
  worker.addEventListener(
    "activate",
    (/** @type {any} */ event) => event.waitUntil(tidy().then(() => worker.clients.claim())),
  );
  worker.addEventListener("fetch", (/** @type {any} */ event) => {
    const { method, url, mode } = event.request;
    if (method !== "GET" || !url.startsWith(worker.registration.scope)) return;
    event.respondWith(answer(event));
    if (mode === "navigate") event.waitUntil(tidyLater());
  });
})();
