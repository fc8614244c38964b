// Stock Pyodide as its own documentation starts it: on the page's main thread, with the engine and trees of this site.
// @ts-check

// @ts-ignore: the bench serves it there.
import { loadPyodide } from "/bench/pyodide/pyodide.mjs";

const $tree = /** @type {HTMLElement} */ (document.querySelector("#tree"));
const zip = fetch("/bench/engine.zip").then((response) => response.arrayBuffer());
const python = await loadPyodide();
python.unpackArchive(await zip, "zip");
const handle = python.pyimport("browser.worker").handle;
const today = new Date().toISOString().slice(0, 10);
let answers = {};

/** @param {object} message */
function show(message) {
  const step = JSON.parse(handle(JSON.stringify({ type: "step", tree: "friend-request", today, base: "/", ...message })));
  $tree.innerHTML = step.html;
  answers = step.answers;
}

$tree.addEventListener("click", (event) => {
  const $button = /** @type {Element} */ (event.target).closest("button");
  if ($button?.dataset.answer) show({ answers, given: { question: $button.dataset.question, answer: $button.dataset.answer } });
  else if ($button && "restart" in $button.dataset) show({ answers: {} });
});
show({ answers: {} });
