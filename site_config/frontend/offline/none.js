/** While the site is being written nothing is kept: this takes the place of the worker and clears up behind it. */
self.addEventListener("install", () => /** @type {any} */ (self).skipWaiting());
self.addEventListener("activate", (/** @type {any} */ event) =>
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(
      names.filter((name) => name.startsWith("rightcode ")).map((name) => caches.delete(name)),
    );
    await /** @type {any} */ (self).registration.unregister();
  })()));
