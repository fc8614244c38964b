// Has this edition kept on this device once the page has nothing else to do, and says so when it is so.
// @ts-check

const QUIET = 2, AT_MOST = 30; // seconds until we begin, so that the reader and a Python that is starting come first

const { connection, deviceMemory, serviceWorker } = /** @type {any} */ (navigator); // no worker where it is not secure
const saves = connection?.saveData || /2g/.test(connection?.effectiveType);
const $html = document.documentElement;
const base = new URL("../../", import.meta.url).href; // this edition
let pythonRan = false;
let keep = () => {};

/** @param {string} state */
const tree = (state) => document.querySelector(`decision-tree[data-state=${state}]`);

async function start() {
  for (let waited = 0; waited < QUIET || (tree("starting") && waited < AT_MOST); waited++) {
    await new Promise((then) => setTimeout(then, 1000));
  }
  const worker = new URL("service-worker.js", /** @type {any} */ (document.querySelector("link[rel=manifest]")).href);
  // Not waited for: a silent network is asked for long, and the worker of the last visit is there.
  serviceWorker.register(worker, { updateViaCache: "none" }).catch(() => {});
  serviceWorker.onmessage = (/** @type {MessageEvent} */ { data }) => {
    if (data.base === base) $html.toggleAttribute("data-offline", data.whole);
  };
  const { active } = await serviceWorker.ready; // Refused, it never is, and nothing else happens.
  keep = () => {
    // Who saves data keeps what they have looked at: it costs them nothing more.
    const seen = [{ name: location.origin + location.pathname }, ...performance.getEntriesByType("resource")];
    const only = saves ? seen.map(({ name }) => name) : undefined;
    active.postMessage({ type: "keep", base, only, python: pythonRan && !(deviceMemory <= 1) });
  };
  pythonRan = pythonRan || !!tree("ready");
  keep();
  if (saves) addEventListener("pagehide", keep);
}

if (serviceWorker) {
  addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(() => start().catch(() => {})));
  // Told by decision-tree.js: Python may have run for the first time on this visit.
  addEventListener("stands", () => {
    if (!pythonRan && tree("ready")) { pythonRan = true; keep(); }
  });
}
