// The page's line to Python: one worker for the whole visit, kept while the theme swaps pages in and out.
// @ts-check

const ANSWER_WITHIN = 4_000; // ms for a step that somebody waits for; it takes 50 on a slow phone
const HANGS_AFTER = 30_000; // ms for one that nobody waits for: the first of a page, while it answers by links
const TRIES = 2; // failures in one visit: the first may be a tunnel, the second is this device

/** @typedef {{type: string, kind: string, name: string, html: string, problem: string, fragment: string,
 *   answers: Record<string, string | string[]>, dates: Record<string, string>, way: [string, string, string][]}} Step
 * see macros/browser/worker.py */

/** @type {Python | undefined} */
let running;
/** @type {Map<string, number>} by the engine's address */
const failures = new Map();

/**
 * The Python of this visit, started at the first call. Another edition has another engine; then the old one is ended,
 * since a phone has no room for two.
 * @param {string} worker address of the worker in the runtime's folder
 * @param {string} engine address of the engine's zip
 */
export function python(worker, engine) {
  if (running && running.engine === engine && !running.gone) return running;
  if ((failures.get(engine) ?? 0) >= TRIES) throw new Error("It failed too often.");
  if (!("WebAssembly" in window)) throw new Error("No WebAssembly.");
  running?.end("Another engine.");
  return (running = new Python(worker, engine));
}

/** @param {string} engine */
export function isReady(engine) {
  return running?.engine === engine && running.answering && !running.gone;
}

class Python {
  answering = false;
  gone = false;
  /** @type {Map<number, (answer: any) => void>} */
  waiting = new Map();
  asked = 0;

  /** @param {string} address @param {string} engine */
  constructor(address, engine) {
    this.engine = engine;
    /** Resolves once Python is ready, however late; rejects where it fails. */
    this.ready = new Promise((resolve, reject) => {
      this.fail = reject;
      this.resolve = () => { this.answering = true; resolve(undefined); };
    });
    this.ready.catch(() => {}); // Told to whoever waits for it.
    this.worker = new Worker(address, { type: "module" });
    this.worker.onmessage = ({ data }) => this.hear(data);
    this.worker.onerror = (event) => { event.preventDefault(); this.stop("It failed."); };
    this.worker.postMessage({ type: "boot", engine });
  }

  /** @param {any} data */
  hear(data) {
    if (data.type === "ready") this.resolve();
    else if (data.id === undefined) this.stop(data.why);
    else { this.waiting.get(data.id)?.(data); this.waiting.delete(data.id); }
  }

  /** Ask for a step. Rejects where Python fails or is silent.
   *  @param {object} message @param {boolean} isWaitedFor @returns {Promise<Step>} */
  async step(message, isWaitedFor) {
    await this.ready;
    if (this.gone) throw new Error("It is gone.");
    const id = ++this.asked;
    const answer = await new Promise((resolve) => {
      this.waiting.set(id, resolve);
      const within = isWaitedFor ? ANSWER_WITHIN : HANGS_AFTER;
      setTimeout(() => this.waiting.has(id) && this.stop("No answer in time."), within);
      this.worker.postMessage({ type: "step", id, today: today(), ...message });
    });
    if (answer.type === "failed") throw new Error(answer.why); // It may still know the next step, or another tree.
    return answer;
  }

  /** It failed; every page goes on by links. @param {string} why */
  stop(why) {
    if (this.gone) return;
    failures.set(this.engine, (failures.get(this.engine) ?? 0) + 1);
    this.end(why);
  }

  /** @param {string} why */
  end(why) {
    this.gone = true;
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
