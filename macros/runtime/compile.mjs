// Turns a zip of Python sources into a zip of bytecode, by pyodide-build's own py-compile.
import { readFile, writeFile } from "node:fs/promises";
import { answer, boot, job } from "./boot.mjs";

const python = await boot();
python.FS.mkdirTree("/wheels");
python.FS.mount(python.FS.filesystems.NODEFS, { root: job.wheels }, "/wheels");
python.pyimport("sys").path.append("/wheels");
python.FS.writeFile("/tmp/sheaf.zip", await readFile(job.zip));
python.runPython(`
from pyodide_build.cli.py_compile import main
main(["/tmp/sheaf.zip", "--compression-level", "9", "--silent"], standalone_mode=False)
`);
await writeFile(job.zip, python.FS.readFile("/tmp/sheaf.zip"));
await answer({});
