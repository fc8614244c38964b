// Runs the decision trees in Python, away from the page: a module worker that stands beside Pyodide in runtime/HASH/.
// @ts-check

/**
 * What the page may send, and what it hears. Only plain values cross; no Python object does.
 * A step's further fields are those of `handle` in macros/browser/worker.py, and so are those of its answer.
 *
 * @typedef {{type: "boot", engine: string}} Boot `engine`: the whole address of engine.zip. Sent once, first.
 * @typedef {{type: "step" | "record", id: number}} Step May be sent before "ready": it waits.
 * @typedef {{type: "compare", id: number, zip: string}} Compare `zip`: the whole address of compare.zip, fetched once.
 * @typedef {{type: "ready"} | {type: "step", id: number} | {type: "failed", why: string, id?: number}} Answer
 *   "failed" with an id: that step. "failed" without: Python will not come, and the worker may be ended.
 */

// All that Pyodide reads of its lock file when no package is loaded; a test holds it to the npm package.
const LOCK = {
  info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" },
  packages: {},
};
const ENGINE = "/engine.zip";
const COMPARE = "/compare.zip";

/** @type {any} Pyodide, once it has started */
let running;
/** @type {Promise<void> | undefined} */
let joined;

// All that Pyodide will ask for is asked for now, side by side, and not one after the other: each wait counts on a phone.
/** @type {Promise<any>[]} the build copies this file next to these two */
const scripts = ["./pyodide.mjs", "./pyodide.asm.mjs"].map((script) => import(script));
const coming = new Map(["pyodide.asm.wasm", "python_stdlib.zip"].map((name) => {
  const address = new URL(name, import.meta.url).href;
  return [address, fetch(address)];
}));
for (const one of [...scripts, ...coming.values()]) one.catch(() => {}); // Told when it is waited for.
const ask = fetch;
globalThis.fetch = (address, options) => coming.get(String(address)) ?? ask(address, options);

/** @type {Promise<(text: string) => string>} Python's `handle`. */
let handle = Promise.reject(new Error("The first message must be of type boot."));
handle.catch(() => {}); // Told when a step asks for it.

addEventListener("message", async ({ data }) => {
  switch (data.type) {
    case "boot":
      handle = boot(data.engine);
      return handle.then(() => tell({ type: "ready" }), (why) => tell({ type: "failed", why: words(why) }));
    case "step":
    case "record":
      return step(data).then(tell, (why) => tell({ type: "failed", why: words(why), id: data.id }));
    case "compare":
      return compare(data).then(tell, (why) => tell({ type: "failed", why: words(why), id: data.id }));
    default:
      return tell({ type: "failed", why: `No message is of type ${data.type}.` });
  }
});

/** @param {string} engine */
async function boot(engine) {
  const [python, zip] = await Promise.all([start(), bytes(engine)]);
  python.FS.writeFile(ENGINE, zip);
  python.pyimport("sys").path.append(ENGINE);
  running = python;
  return python.pyimport("browser.worker").handle;
}

/** Pyodide only warns of a broken wasm file, and then waits for ever: here its failure is ours. */
async function start() {
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all(scripts);
  return new Promise((resolve, reject) => {
    const instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = (...given) => {
      const made = instantiate(...given);
      made.catch(reject);
      return made;
    };
    const env = { HOME: "/home/pyodide", LANG: "en_US.UTF-8" };
    const args = ["-S"]; // No folders of packages are looked for.
    loadPyodide({ createPyodideModule, lockFileContents: LOCK, env, args, _sysExecutable: "pyodide" }).then(resolve, reject);
  });
}

/** What compares editions stands in a zip of its own, and joins the engine here. @param {string} address */
async function join(address) {
  const [zip] = await Promise.all([bytes(address), handle]);
  running.FS.writeFile(COMPARE, zip);
  running.pyimport("sys").path.append(COMPARE);
  running.pyimport("browser").__path__.append(`${COMPARE}/browser`);
}

/** @param {Compare} message */
async function compare({ zip, ...message }) {
  await (joined ??= join(zip).catch((why) => { joined = undefined; throw why; })); // Another try may find a network.
  return step(/** @type {any} */ (message));
}

/** @param {string} address */
async function bytes(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}

/** @param {Step} message */
async function step({ id, ...message }) {
  const answer = (await handle)(JSON.stringify(message));
  return { ...JSON.parse(answer), id };
}

/** @param {Answer} answer */
function tell(answer) {
  postMessage(answer);
}

/** A Python failure has many lines, one says what. And Pyodide does not always fail with an Error. @param {any} why */
function words(why) {
  const lines = String(why?.message ?? why).trim().split("\n");
  return lines.findLast((line) => line.includes(why?.type ?? "")) ?? lines[0];
}
