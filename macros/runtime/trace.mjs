// Runs the engine in Pyodide, stand-ins and all, and tells which modules were loaded: the trimmed library holds no more.
import { answer, boot, job } from "./boot.mjs";

const WATCH = `
import sys

def loaded():
    return sorted(name for name, module in sys.modules.items() if needs_a_file(module))

def needs_a_file(module):
    return module is not sys.modules[__name__] and getattr(module.__spec__, "origin", "") != "frozen"
`;

const python = await boot();
python.FS.mkdirTree("/engine");
for (const [path, text] of Object.entries({ ...job.sources, "watch.py": WATCH })) {
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
  python.pyimport("a_module_that_is_not_there"); // How Pyodide tells a failure asks for modules, too.
} catch {}
await answer({ modules: python.pyimport("watch").loaded().toJs() });
