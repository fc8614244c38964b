// Lays out every chart that is new, in one go: Graphviz compiled to WebAssembly, from the npm package in this job.
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [, , asked, answered] = process.argv;
// Else Node shows the line it happened in, and every call that led there.
process.on("uncaughtException", (why) => {
  console.error(String(why?.message ?? why));
  process.exit(1);
});

const job = JSON.parse(await readFile(asked, "utf8"));
const { instance } = await import(pathToFileURL(job.engine).href);
const graphviz = await instance();

const laidOut = Object.entries(job.charts).map(([key, dot]) => {
  const { status, output, errors } = graphviz.render(dot, { format: "json0", engine: "dot" });
  if (status !== "success") throw new Error(errors.map(({ message }) => message).join(" "));
  return [key, JSON.parse(output)];
});
await writeFile(answered, JSON.stringify(Object.fromEntries(laidOut)));
