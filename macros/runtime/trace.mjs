// Runs the engine in the whole Pyodide and tells which modules were loaded: the trimmed library holds these and no more.
import { answer, boot, job } from "./boot.mjs";

const python = await boot();
for (const [path, text] of Object.entries(job.sources)) {
  python.FS.mkdirTree(`/engine/${path}`.replace(/\/[^/]*$/, ""));
  python.FS.writeFile(`/engine/${path}`, text);
}
python.pyimport("sys").path.append("/engine");
for (const path of Object.keys(job.sources)) {
  python.pyimport(path.replace(/(\/__init__)?\.py$/, "").replaceAll("/", "."));
}
const { handle } = python.pyimport("browser.worker");
for (const message of job.messages) handle(message);
try {
  python.runPython("import a_module_that_is_not_there"); // How Pyodide tells a failure asks for modules, too.
} catch {}
const loaded = python.runPython(`
import sys

def needs_a_file(module):
    return getattr(module.__spec__, "origin", "") != "frozen"

sorted(name for name, module in sys.modules.items() if needs_a_file(module))
`);
await answer({ modules: loaded.toJs() });
