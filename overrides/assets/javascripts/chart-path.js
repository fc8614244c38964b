// Marks on a tree's chart, and in the list under it, the way that the reader has come. Python says which lines these are.
// on-demand.js fetches it when a chart is first opened.
// @ts-check

/** @typedef {HTMLElement & {stands?: import("./python.js").Step}} Tree where Python is live, `stands` is its last answer */

document.addEventListener("stands", ({ target }) => mark(/** @type {Tree} */ (target)));
document.addEventListener("toggle", ({ target }) => {
  if (target instanceof HTMLDetailsElement && target.matches(".chart[open]")) bringIntoView(target);
}, { capture: true });
for (const $tree of document.querySelectorAll("decision-tree")) mark(/** @type {Tree} */ ($tree));
for (const $chart of document.querySelectorAll(".chart[open]")) bringIntoView($chart);

/** @param {Tree} $tree */
function mark($tree) {
  const $chart = document.querySelector(`.chart[data-chart="${$tree.getAttribute("tree")}"]`);
  if (!($chart instanceof HTMLDetailsElement)) return;
  clear($chart);
  const step = $tree.stands;
  if (!step) return;
  for (const [from, , to] of step.way) {
    point($chart, `[data-question="${from}"]`, "is-way");
    point($chart, `[data-from="${from}"][data-to="${to}"]`, "is-way", $chart.dataset.yourWay);
  }
  const [from, , to] = step.way.at(-1) ?? [];
  const here = step.kind === "question" ? `[data-question="${step.name}"]` : `[data-from="${from}"][data-to="${to}"]`;
  point($chart, here, "is-here", $chart.dataset.youAreHere);
  if ($chart.open) bringIntoView($chart);
}

/** Mark what stands for one thing: a part of the picture, and an item of the list, which is told in words too.
 *  @param {Element} $chart @param {string} selector @param {string} name @param {string} [words] */
function point($chart, selector, name, words) {
  for (const $part of $chart.querySelectorAll(selector)) {
    $part.classList.add(name);
    if ($part instanceof SVGElement) $part.parentNode?.append($part); // Over the lines that are not the reader's.
    else if (words) tell($part, name, words);
  }
}

/** @param {Element} $item @param {string} name @param {string} words */
function tell($item, name, words) {
  const $words = document.createElement("em");
  $words.className = "chart-mark";
  $words.textContent = ` (${words})`;
  ($item.querySelector(":scope > p") ?? $item).append($words);
  if (name === "is-here") $item.setAttribute("aria-current", "step");
}

/** @param {Element} $chart */
function clear($chart) {
  for (const $marked of $chart.querySelectorAll(".is-way, .is-here")) {
    $marked.classList.remove("is-way", "is-here");
    $marked.removeAttribute("aria-current");
  }
  for (const $words of $chart.querySelectorAll(".chart-mark")) $words.remove();
}

/** Scroll the picture, never the page, to where the reader stands, or to its first question. @param {Element} $chart */
function bringIntoView($chart) {
  const $view = $chart.querySelector(".chart-view");
  const $end = $view?.querySelector(".is-here > .chart-end");
  const $box = $end ?? $view?.querySelector(".is-here") ?? $view?.querySelector("[data-question]");
  if (!$view || !$box) return;
  const [box, view] = [$box.getBoundingClientRect(), $view.getBoundingClientRect()];
  const before = $end ? (view.width - box.width) / 2 : 12; // A question's outcomes stand to the right of it.
  $view.scrollLeft += box.left - view.left - before;
}
