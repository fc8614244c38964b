// Compares two editions in Pyodide, as a page will: the engine's files, two policy.json, two trees.json.
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [, , asked, answered] = process.argv;
const job = JSON.parse(await readFile(asked, "utf8"));
const { loadPyodide } = await import(pathToFileURL(`${job.package}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: job.package });
for (const [path, text] of Object.entries(job.sources)) {
  python.FS.mkdirTree(`/engine/${path}`.split("/").slice(0, -1).join("/"));
  python.FS.writeFile(`/engine/${path}`, text);
}
python.globals.set("sides", JSON.stringify(job.sides));
const told = python.runPython(`
import json, sys
sys.path.insert(0, "/engine")
from browser.compare.editions import Published, compare_editions
json.dumps(compare_editions(*(Published(**side) for side in json.loads(sides))).as_json())
`);
await writeFile(answered, told);
