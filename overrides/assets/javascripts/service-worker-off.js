// Published in place of service-worker.js where mkdocs.yml says `offline: false`: clears what was kept, and goes.
// @ts-check

const worker = /** @type {any} */ (self);

addEventListener("install", () => worker.skipWaiting());
addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(leave()));

async function leave() {
  const ours = (await caches.keys()).filter((name) => /^askable-policy /.test(name) && name.split(" ")[2] === worker.registration.scope);
  await Promise.all(ours.map((name) => caches.delete(name)));
  await worker.registration.unregister(); // A page on screen stays as it is; the next one comes without a worker.
}
