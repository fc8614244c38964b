// Starts the whole Pyodide of the npm package in Node, always alike, so that what is compiled in it is always the same.
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [, , asked, answered] = process.argv;

// Else Node shows the line it happened in: Pyodide is one line of a megabyte.
process.on("uncaughtException", (why) => {
  console.error(String(why?.message ?? why));
  process.exit(1);
});

/** What Python's side (node.py) wants done. */
export const job = JSON.parse(await readFile(asked, "utf8"));

/** @param {object} answer for Python's side */
export const answer = (answer) => writeFile(answered, JSON.stringify(answer));

/** The whole Pyodide, ready to run. */
export async function boot() {
  const { loadPyodide } = await import(pathToFileURL(`${job.package}/pyodide.mjs`).href);
  return loadPyodide({
    indexURL: job.package,
    stdLibURL: job.library, // Else the package's own.
    // py-compile writes as it runs: at level 2, and without the columns that only a traceback shows.
    args: ["-S", "-OO", "-X", "no_debug_ranges"],
    _sysExecutable: "pyodide",
    env: {
      HOME: "/home/pyodide",
      LANG: "en_US.UTF-8",
      PYTHONDONTWRITEBYTECODE: "1",
      PYTHONHASHSEED: "0",
      SOURCE_DATE_EPOCH: "315532800", // The first day a zip can hold: bytecode by hash, files without a date.
    },
  });
}
