// Tries the search as the page uses it, in Node: {index, minisearch, stemmer, search, queries} in, results out.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [asked, answered] = process.argv.slice(2);
const job = JSON.parse(readFileSync(asked, "utf-8"));
const load = (path) => import(pathToFileURL(path));
await load(job.minisearch);
const [{ makeSearch }, { stemmer }] = await Promise.all([load(job.search), load(job.stemmer)]);
const search = makeSearch(job.index, globalThis.MiniSearch, stemmer);
writeFileSync(answered, JSON.stringify(job.queries.map((query) => search(query))));
