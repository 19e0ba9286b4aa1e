/**
 * Keeps the whole site, so that it opens without a network. The build writes `self.rightcode` above this:
 * the digest of every file, and the digest of those digests, which is the version.
 *
 * One version is served whole or not at all: it is kept under a name of its own, each file is checked
 * against its digest, and a new version takes over between two pages, never under an open one.
 */
(() => {
  const worker = /** @type {any} */ (self);
  const { version, files } = /** @type {{version: string, files: Record<string, string>}} */ (worker.rightcode);
  const PREFIX = `rightcode ${worker.registration.scope} `;
  const NAME = PREFIX + version;
  const AT_ONCE = 8;
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

  /** Whatever an earlier version keeps with the same digest is taken from there. */
  async function keepAll() {
    const cache = await caches.open(NAME);
    const earlier = await earlierCaches();
    const open = [...pages];
    const hands = Array.from({ length: AT_ONCE }, async () => {
      for (let next = open.pop(); next; next = open.pop()) await keep(cache, earlier, next[0], next[1]);
    });
    await Promise.all(hands);
  }

  /** @param {Cache} cache @param {Cache[]} earlier @param {string} url @param {string} digest */
  async function keep(cache, earlier, url, digest) {
    if (await cache.match(url)) return;
    for (const old of earlier) {
      const found = await old.match(url);
      if (found?.headers.get("x-digest") === digest) return cache.put(url, found);
    }
    const answer = await fetch(url, { cache: "no-cache", integrity: `sha256-${digest}` });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    await cache.put(url, await marked(answer, digest));
  }

  /** @param {Response} answer @param {string} digest The answer as it is kept, with the digest it had. */
  async function marked(answer, digest) {
    const type = answer.headers.get("content-type") ?? "application/octet-stream";
    return new Response(await answer.blob(), { headers: { "content-type": type, "x-digest": digest } });
  }

  async function earlierNames() {
    return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  }

  async function earlierCaches() {
    return Promise.all((await earlierNames()).map((name) => caches.open(name)));
  }

  /** @param {Request} request @returns {Promise<Response>} */
  async function answer(request) {
    if (request.mode === "navigate" && await stepsAside()) {
      return new Response("", { headers: { "content-type": "text/html", refresh: "0" } });
    }
    const url = plain(request.url);
    if (!pages.has(url) && pages.has(`${url}/`)) return Response.redirect(`${url}/`, 302);
    const kept = pages.has(url) && await (await caches.open(NAME)).match(url);
    return kept || fetch(request);
  }

  /** True when a newer version waits and no other page is open: it takes over, and the page is asked for again. */
  async function stepsAside() {
    const { waiting } = worker.registration;
    if (!waiting) return false;
    const open = await worker.clients.matchAll({ type: "window" });
    if (open.length > 1) return false;
    waiting.postMessage("take over");
    return true;
  }

  worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(keepAll()));
  worker.addEventListener("activate", (/** @type {any} */ event) =>
    event.waitUntil((async () => {
      await Promise.all((await earlierNames()).map((name) => caches.delete(name)));
      await worker.clients.claim();
    })()));
  worker.addEventListener("message", (/** @type {any} */ event) => {
    if (event.data === "take over") worker.skipWaiting();
  });
  worker.addEventListener("fetch", (/** @type {any} */ event) => {
    const { method, url } = event.request;
    if (method === "GET" && url.startsWith(worker.registration.scope)) event.respondWith(answer(event.request));
  });
})();
