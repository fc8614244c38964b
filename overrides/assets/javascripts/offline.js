// Has this edition kept on this device once the page has nothing else to do, and says so when it is so.
// @ts-check

const QUIET = 2; // seconds after the page is there, so that the reader and Python come first
const AT_MOST = 30; // seconds that we wait for a Python that is starting

const base = new URL("../../", import.meta.url).href; // this edition
const $manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=manifest]"));
const root = new URL(".", $manifest?.href ?? base).href;
const { connection, deviceMemory, serviceWorker } = /** @type {any} */ (navigator); // no worker where a page is not secure
const saves = connection?.saveData || /2g/.test(connection?.effectiveType);
/** @type {() => void} */
let keep = () => {};
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
  const { active } = await serviceWorker.ready; // Refused, it never is, and nothing else happens.
  keep = () => {
    // Who saves data keeps what they have looked at: it costs them nothing more.
    const seen = [location.origin + location.pathname, ...performance.getEntriesByType("resource").map(({ name }) => name)];
    active.postMessage({ type: "keep", base, only: saves ? seen : undefined, python: pythonRan && !(deviceMemory <= 1) });
  };
  noticePython();
  keep();
  if (saves) addEventListener("pagehide", keep);
}

/** Whether Python has just run for the first time on this visit. */
function noticePython() {
  if (pythonRan || !$tree("ready")) return false;
  return (pythonRan = true);
}

if (serviceWorker) {
  addEventListener("stands", () => noticePython() && keep()); // told by decision-tree.js
  const idle = window.requestIdleCallback ?? setTimeout;
  const begin = () => idle(() => start().catch(() => {}));
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true });
}
