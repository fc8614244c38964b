// The page's line to Python: one worker for the whole visit, kept while the theme swaps pages in and out.
// @ts-check

const READY_WITHIN = 30_000; // ms that a page waits; a broken wasm file can keep Pyodide waiting for ever
const ANSWER_WITHIN = 10_000; // ms for one step once it is ready

/** @typedef {{type: string, kind: string, name: string, html: string, problem: string, fragment: string,
 *   answers: Record<string, string | string[]>, dates: Record<string, string>, way: [string, string, string][]}} Step
 * see macros/browser/worker.py */

/** @type {Map<string, Python>} by the engine's address: another edition has other trees */
const running = new Map();

/**
 * The Python of this visit, started at the first call.
 * @param {string} worker address of the worker in the runtime's folder
 * @param {string} engine address of the engine's zip
 */
export function python(worker, engine) {
  const known = running.get(engine);
  if (known && !known.gone) return known;
  const started = new Python(worker, engine);
  running.set(engine, started);
  return started;
}

/** @param {string} engine */
export function isReady(engine) {
  return running.get(engine)?.answering === true;
}

class Python {
  answering = false;
  gone = false;
  /** @type {Map<number, (answer: any) => void>} */
  waiting = new Map();
  asked = 0;

  /** @param {string} address @param {string} engine */
  constructor(address, engine) {
    this.ready = new Promise((resolve, reject) => {
      this.fail = reject;
      this.resolve = () => { this.answering = true; resolve(undefined); };
    });
    this.ready.catch(() => {}); // Told to whoever waits for it.
    this.worker = new Worker(address, { type: "module" });
    this.worker.onmessage = ({ data }) => this.hear(data);
    this.worker.onerror = (event) => { event.preventDefault(); this.stop("The worker failed."); };
    this.worker.postMessage({ type: "boot", engine });
  }

  /** Resolves once Python is ready; rejects where it fails or is late. A late one may still serve the next page. */
  arrival() {
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error("Python is late.")), READY_WITHIN));
    return Promise.race([this.ready, late]);
  }

  /** @param {any} data */
  hear(data) {
    if (data.type === "ready") this.resolve();
    else if (data.id === undefined) this.stop(data.why);
    else { this.waiting.get(data.id)?.(data); this.waiting.delete(data.id); }
  }

  /** Ask for a step. Rejects where Python fails or is silent. @param {object} message @returns {Promise<Step>} */
  async step(message) {
    await this.ready;
    if (this.gone) throw new Error("Python has gone.");
    const id = ++this.asked;
    const answer = await new Promise((resolve) => {
      this.waiting.set(id, resolve);
      setTimeout(() => resolve({ type: "failed", why: "No answer in time." }), ANSWER_WITHIN);
      this.worker.postMessage({ type: "step", id, today: today(), ...message });
    });
    if (answer.type === "failed") { this.stop(answer.why); throw new Error(answer.why); }
    return answer;
  }

  /** End the worker; every page then goes on by links. @param {string} why */
  stop(why) {
    this.gone = true;
    this.answering = false;
    this.worker.terminate();
    this.fail(new Error(why));
    for (const tell of this.waiting.values()) tell({ type: "failed", why });
    this.waiting.clear();
  }
}

/** The reader's own day, as Python writes it. */
function today() {
  const now = new Date();
  const pad = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** Whether the reader asked their browser to save data. */
export function saving() {
  return /** @type {any} */ (navigator).connection?.saveData === true;
}
