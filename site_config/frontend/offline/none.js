/** Replaces the worker while the site is being written, and clears its caches. */
self.addEventListener("install", () => /** @type {any} */ (self).skipWaiting());
self.addEventListener("activate", (/** @type {any} */ event) =>
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(
      names.filter((name) => name.startsWith("rightcode ")).map((name) => caches.delete(name)),
    );
    await /** @type {any} */ (self).registration.unregister();
  })()));
