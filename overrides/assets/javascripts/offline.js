// Has this edition kept on this device once the page has nothing else to do, and says so when it is so.
// @ts-check

const QUIET = 2; // seconds after the page is there, so that Python and the reader come first
const AT_MOST = 30; // seconds that we wait for a Python that is starting

const base = new URL("../../", import.meta.url).href; // this edition
const root = new URL(".", /** @type {HTMLLinkElement} */ (document.querySelector("link[rel=manifest]")).href).href;
const { connection, deviceMemory, serviceWorker } = /** @type {any} */ (navigator); // none where a page is not secure
const saves = connection?.saveData || /2g/.test(connection?.effectiveType);
let pythonRan = false;

/** @param {string} state */
const $tree = (state) => document.querySelector(`decision-tree[data-state=${state}]`);
const second = () => new Promise((then) => setTimeout(then, 1000));

async function start() {
  for (let waited = 0; waited < QUIET || ($tree("starting") && waited < AT_MOST); waited++) await second();
  // Not waited for: on a silent network it is looked up for long, and the worker of the last visit is there.
  serviceWorker.register(`${root}service-worker.js`, { scope: root, updateViaCache: "none" }).catch(() => {});
  serviceWorker.addEventListener("message", (/** @type {MessageEvent} */ { data }) => {
    if (data.type === "kept" && data.base === base) document.documentElement.toggleAttribute("data-offline", data.whole);
  });
  serviceWorker.startMessages();
  const { active } = await serviceWorker.ready;
  const keep = () => {
    pythonRan ||= Boolean($tree("ready"));
    // Who saves data keeps what they have looked at, and it costs them nothing more.
    const only = saves && [location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)];
    active.postMessage({ type: "keep", base, ...(only && { only }), python: pythonRan && !(deviceMemory <= 1) });
  };
  keep();
  addEventListener("stands", () => pythonRan || ($tree("ready") && keep())); // told by decision-tree.js
  if (saves) addEventListener("pagehide", keep);
}

if (serviceWorker) {
  const idle = window.requestIdleCallback ?? setTimeout;
  const begin = () => idle(() => start().catch(() => {})); // Refused, it never becomes ready, and nothing else happens.
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true });
}
