// Answers where the network does not. Published at the site's root; what it keeps, a page tells it (offline.js).
// @ts-check

/**
 * What a page may send: "keep the edition whose pages stand under `base`". The worker answers {type: "kept", base,
 * whole}: at once, and again when the work is done. `only`: the addresses this visit loaded anyway, for a reader who
 * saves data: nothing else is fetched. `python`: Python has run on this visit.
 * @typedef {{type: "keep", base: string, only?: string[], python?: boolean}} Keep
 * An edition's list, written by macros/hosting/offline.py.
 * @typedef {{files: Record<string, string>, runtime: string[], shared?: string[]}} List
 */

const worker = /** @type {any} */ (self);
/** @type {string} */
const SCOPE = worker.registration.scope;
// Caches belong to the whole host: a name says whose it is, and another site on this host keeps its own.
const NAME = "askable-policy";
const OURS = `${NAME} 1 ${SCOPE} `; // the number: how things are kept; another is cleared away
const LIST = "offline.json";
const WHOLE = "offline.json?whole"; // put last: a cache without it is not whole
const PATIENCE = 3000; // ms until a page comes from this device, where the network is silent
const AT_ONCE = 2; // fetches: the reader goes first
const GIVE_UP = 30_000; // ms for one of them
// These addresses change with the contents, so what was kept under one is right for ever.
const LASTING = /^runtime\/[0-9a-f]{12}\/|\.[0-9a-f]{8}\.min\.\w+$|\?v=[0-9a-f]{8}$/;

addEventListener("install", () => worker.skipWaiting()); // safe: a page notices no change of worker, see fetch
addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(activate()));
addEventListener("message", (/** @type {any} */ event) => event.waitUntil(inTurn(event.data, event.source)));

// Only reads: nothing that a page asks for changes what is kept. So a page may come under this worker half way.
addEventListener("fetch", (/** @type {any} */ event) => {
  const { method, headers, url } = /** @type {Request} */ (event.request);
  if (method !== "GET" || headers.has("range") || !url.startsWith(SCOPE)) return;
  event.respondWith(LASTING.test(url.slice(SCOPE.length)) ? keptFirst(event) : networkFirst(event));
});

async function activate() {
  const theirs = (await caches.keys()).filter((name) => name.startsWith(NAME) && name.split(" ")[2] === SCOPE);
  await Promise.all(theirs.filter((name) => !name.startsWith(OURS)).map((name) => caches.delete(name)));
  await worker.registration.navigationPreload?.enable(); // the network is asked while this worker wakes up
  await worker.clients.claim(); // so that the very first visit goes on offline
}

// What is kept is handed over as it is: of a Response made anew the browser would compile the wasm again.
async function keptFirst(/** @type {any} */ event) {
  return (await kept(event.request.url)) ?? fetch(event.request);
}

async function networkFirst(/** @type {any} */ event) {
  const fresh = ask(event);
  event.waitUntil(fresh.catch(() => {})); // a late answer is let come in
  const soon = await Promise.race([fresh.catch(() => {}), wait(PATIENCE)]);
  if (soon && soon.status < 500) return soon;
  return (await keptPage(event.request)) ?? fresh.catch((why) => notHere(event.request, why));
}

/** @returns {Promise<Response>} */
async function ask(/** @type {any} */ event) {
  return (await event.preloadResponse) ?? fetch(event.request);
}

/** @param {Request} request */
async function keptPage({ url, mode }) {
  const address = url.replace(/[?#].*/, "").replace(/\/index\.html$/, "/");
  const found = await kept(address);
  if (found || mode !== "navigate") return found;
  // As a host does. And where editions stand in folders, the root leads to one that is kept.
  const lists = await keptLists();
  const elsewhere = address === SCOPE ? lists[0]?.base : (await kept(`${address}/`)) && `${address}/`;
  return elsewhere && Response.redirect(elsewhere);
}

/** @param {Request} request @param {unknown} why */
async function notHere({ mode }, why) {
  if (mode !== "navigate") throw why;
  for (const { base } of await keptLists()) {
    const page = await kept(`${base}503.html`);
    if (page) return new Response(page.body, { status: 503, headers: page.headers });
  }
  throw why;
}

/** Where the device keeps nothing, the network answers as ever. @param {string} address */
async function kept(address) {
  for (const cacheName of await ours()) {
    const found = await caches.match(address, { cacheName, ignoreVary: true }).catch(() => {});
    if (found) return found;
  }
}

async function ours() {
  const names = await caches.keys().catch(() => []);
  return names.filter((name) => name.startsWith(OURS)).reverse(); // the newest first
}

/** Every list that is kept, whole or not. @returns {Promise<(List & {name: string, base: string})[]>} */
async function keptLists() {
  const found = await Promise.all((await ours()).map(async (name) => {
    const base = name.slice(OURS.length).split(" ")[0];
    const list = await caches.match(base + LIST, { cacheName: name });
    return list ? [{ ...(await list.json()), name, base }] : [];
  }));
  return found.flat();
}

/** @type {Promise<void>} one thing at a time, whichever tab asks */
let turn = Promise.resolve();

function inTurn(/** @type {Keep} */ message, /** @type {any} */ page) {
  if (message?.type !== "keep" || !message.base?.startsWith(SCOPE)) return;
  const tell = async () => page?.postMessage({ type: "kept", base: message.base, whole: await isWhole(message.base) });
  turn = turn.then(() => keep(message)).catch(() => {}); // A later visit goes on from where this one stopped.
  return Promise.all([tell(), turn.then(tell)]);
}

/** @param {Keep} message */
async function keep({ base, only, python }) {
  const text = await latestList(base);
  if (text === undefined) return;
  /** @type {List} */
  const { files, runtime, shared = [] } = JSON.parse(text); // An older edition's list shares nothing.
  const cacheName = `${OURS}${base} ${await digest(new TextEncoder().encode(text))}`;
  const cache = await caches.open(cacheName);
  const whole = await cache.match(base + WHOLE);
  if (!whole) {
    await cache.put(base + LIST, new Response(text));
    await fill(cache, base, files, only);
  }
  await keepShared(cache, shared, only);
  if (only) return clearParts(base, cacheName);
  const ranBefore = (await ours()).some((name) => name.startsWith(`${OURS}runtime/`));
  if (python || ranBefore) await keepRuntime(runtime).catch(() => {}); // The pages matter more.
  if (!whole) await cache.put(base + WHOLE, new Response());
  await clear(base, cacheName);
}

/** The list as it stands on the host; nothing where it cannot be had. @param {string} base */
async function latestList(base) {
  const response = await Promise.race([fetch(base + LIST, { cache: "no-cache" }), wait(PATIENCE * 3)]);
  if (response?.status === 404) await clear(base, ""); // this edition is no longer to be kept
  return response?.ok ? response.text() : undefined;
}

/** @param {Cache} cache @param {string} base @param {List["files"]} files @param {string[]} [only] */
async function fill(cache, base, files, only) {
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const left = Object.entries(files).map(([address, hash]) => ({ url: base + address, hash }))
    .filter(({ url }) => !there.has(url) && (!only || only.includes(url)));
  const next = async () => {
    for (let one = left.shift(); one; one = left.shift()) await cache.put(one.url, await obtain(one.url, one.hash));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/** The file with exactly this content: kept for an older list, in the browser's own cache, or from the host. */
async function obtain(/** @type {string} */ url, /** @type {string} */ hash) {
  const ways = [() => kept(url), () => get(url, "force-cache"), () => get(url, "reload")];
  for (const way of ways) {
    const response = await way();
    if (response?.ok && (await digest(await response.clone().arrayBuffer())) === hash) {
      // A page may not be answered with what came by a redirect.
      return response.redirected ? new Response(response.body, response) : response;
    }
  }
  throw new Error(`${url} is not what the list says: the site is being changed.`);
}

/** @param {string} url @param {RequestCache} cache */
function get(url, cache) {
  const signal = /** @type {any} */ (AbortSignal).timeout?.(GIVE_UP); // a body may stop half way; not every browser has this
  return Promise.race([fetch(url, /** @type {any} */ ({ cache, priority: "low", signal })), wait(GIVE_UP)]);
}

/** What tells how an edition stands today is renewed on each visit, and none of it is needed for reading.
 *  @param {Cache} cache @param {string[]} shared @param {string[]} [only] */
async function keepShared(cache, shared, only) {
  const wanted = shared.map((file) => SCOPE + file).filter((url) => !only || only.includes(url));
  const how = /** @type {RequestInit} */ ({ cache: only ? "force-cache" : "no-cache" });
  await Promise.all(wanted.map((url) => cache.add(new Request(url, how)).catch(() => {})));
}

/** Each folder whole or not at all: addAll puts nothing unless everything came. @param {List["runtime"]} runtime */
async function keepRuntime(runtime) {
  for (const folder of new Set(runtime.map(folderOf))) {
    const cache = await caches.open(OURS + folder);
    if ((await cache.keys()).length) continue;
    const files = runtime.filter((file) => folderOf(file) === folder);
    await cache.addAll(files.map((file) => new Request(SCOPE + file, { cache: "force-cache" })));
  }
}

/** @param {string} file */
function folderOf(file) {
  return file.slice(0, file.lastIndexOf("/") + 1);
}

/** Of a reader who saves data: what they looked at now and in the build before stays, and a list that is whole. */
async function clearParts(/** @type {string} */ base, /** @type {string} */ now) {
  const parts = [];
  for (const name of await ours()) {
    if (!name.startsWith(`${OURS}${base} `) || name === now) continue;
    if (!(await caches.match(base + WHOLE, { cacheName: name }))) parts.push(name);
  }
  await Promise.all(parts.slice(1).map((name) => caches.delete(name)));
}

/** What this edition kept before goes, and then each runtime that no list needs. @param {string} base @param {string} now */
async function clear(base, now) {
  const old = (await ours()).filter((name) => name.startsWith(`${OURS}${base} `) && name !== now);
  await Promise.all(old.map((name) => caches.delete(name)));
  const needed = (await keptLists()).flatMap(({ runtime }) => runtime.map((file) => OURS + folderOf(file)));
  const idle = (await ours()).filter((name) => name.startsWith(`${OURS}runtime/`) && !needed.includes(name));
  await Promise.all(idle.map((name) => caches.delete(name)));
}

/** @param {string} base */
async function isWhole(base) {
  const names = (await ours()).filter((name) => name.startsWith(`${OURS}${base} `));
  const found = await Promise.all(names.map((cacheName) => caches.match(base + WHOLE, { cacheName })));
  return found.some(Boolean);
}

/** As macros/hosting/offline.py does. @param {BufferSource} bytes */
async function digest(bytes) {
  const whole = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...whole.slice(0, 6)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {number} ms @returns {Promise<undefined>} */
function wait(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined));
}
