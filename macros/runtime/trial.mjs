// Plays the page's part in Node: starts the finished worker with the finished folders, and sends it messages.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { answer, job } from "./boot.mjs";

const heard = [];
const heap = []; // bytes, after each message
let memory;
const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = async (...given) => {
  const made = await instantiate(...given);
  memory ??= made.instance?.exports.memory;
  return made;
};
let [tell, listen] = [() => {}, (message) => {}];
globalThis.addEventListener = (type, listener) => (listen = listener);
globalThis.postMessage = (message) => (heard.push(message), tell());
globalThis.fetch = async (url) => new Response(await readFile(new URL(url)));
globalThis.require = createRequire(import.meta.url); // Else Pyodide looks for its npm companions beside the folder.

const ask = async (message) => {
  const told = new Promise((resolve) => (tell = resolve));
  listen({ data: message });
  await told;
  heap.push(memory?.buffer.byteLength ?? 0);
};
await import(pathToFileURL(`${job.runtime}/decision-tree-worker.js`).href);
await ask({ type: "boot", engine: pathToFileURL(job.engine).href });
for (const [id, message] of job.messages.entries()) await ask({ ...message, id });
await answer({ heard: heard.map((message) => JSON.stringify(message)), heap: heap.map(String) });
