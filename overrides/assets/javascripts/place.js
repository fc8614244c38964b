// Where a reader stands in a tree: in the history, in the address, or at a step of the built page. No decisions here.
// @ts-check

/** @typedef {Record<string, string | string[]>} Answers by question: option, range or ticks; never an exact date */

// The answers to private trees stand here, in memory; the history, which a browser may keep, has a number for them.
/** @type {Map<number, Answers>} shared with note-taps.js, whichever comes first */
const held = (/** @type {any} */ (window).held = /** @type {any} */ (window).held || new Map());
/** The page that this load began with, if it was reloaded. */
const [arrival] = performance.getEntriesByType("navigation");
let reloaded = /** @type {PerformanceNavigationTiming} */ (arrival)?.type === "reload" ? location.pathname : "";

/**
 * The answers that led here, or nothing where the page cannot know: a bare link to a step in the middle.
 * @param {HTMLElement} $tree @returns {{answers: Answers} | {fragment: string} | undefined}
 */
export function whereabouts($tree) {
  const { tree, answers: noted } = history.state ?? {};
  const isPrivate = $tree.hasAttribute("data-private");
  const answers = isPrivate ? held.get(noted) : noted;
  if (answers && tree === $tree.getAttribute("tree")) return { answers };
  const hash = location.hash.slice(1);
  if (hash.includes("=")) return isPrivate ? { answers: {} } : { fragment: hash };
  const $step = stepInAddress($tree);
  if ($step?.dataset.carried) return { fragment: $step.dataset.carried }; // another tree handed over to here
  return $step && !$step.matches(".dt-first") ? undefined : { answers: {} };
}

/** The built step that the address names. @param {HTMLElement} $tree @returns {HTMLElement | null} */
export function stepInAddress($tree) {
  return location.hash ? $tree.querySelector(`.dt-step[id="${CSS.escape(location.hash.slice(1))}"]`) : null;
}

/** Whether the address is still this page's: the theme changes it first, and only later puts the next page in.
 *  @param {HTMLElement} $tree */
export function isHere($tree) {
  return $tree.isConnected && location.pathname === $tree.dataset.page;
}

/** Whether the address names something else on the page. @param {HTMLElement} $tree */
export function isElsewhere($tree) {
  return location.hash && !location.hash.includes("=") && !stepInAddress($tree) && !history.state?.answers;
}

/** Note the answers in the history; of a private tree only where they stand.
 *  @param {HTMLElement} $tree @param {Answers} answers
 *  @param {"push" | "replace"} entry @param {string} [address] */
export function note($tree, answers, entry, address) {
  const number = Math.random();
  const isPrivate = $tree.hasAttribute("data-private");
  if (isPrivate) held.set(number, answers);
  const state = { tree: $tree.getAttribute("tree"), answers: isPrivate ? number : answers };
  if (entry === "push") history.pushState(state, "", address);
  else history.replaceState(state, "", address ?? location.href);
}

/** Without Python: bring the built page to the step that these answers lead to, or that the address names.
 *  @param {HTMLElement} $tree @param {{answers: Answers} | {fragment: string} | undefined} from */
export function showBuiltStep($tree, from) {
  const $shown = $tree.querySelector(".dt-step:target");
  // The theme puts a page in without looking at its address, so the address alone does not tell what is shown.
  if (!from) return void ($shown || location.replace(location.hash));
  const [$step, answers] = follow($tree, from);
  if ($step === ($shown ?? $tree.querySelector(".dt-first"))) return;
  location.replace(`#${$step?.id}`);
  note($tree, answers, "replace");
}

/** For paper: mark the answers that led to the built step on show, where they are known. @param {HTMLElement} $tree */
export function markWay($tree) {
  for (const $link of $tree.querySelectorAll(".is-taken")) $link.classList.remove("is-taken");
  const from = whereabouts($tree);
  const [$step, , $taken] = from ? follow($tree, from) : [];
  if ($step?.matches(":target")) for (const $link of $taken ?? []) $link.classList.add("is-taken");
}

/** Follow the built page's own links as far as these answers go: the step, and the answers and links that led there.
 *  @param {HTMLElement} $tree @param {{answers: Answers} | {fragment: string}} from
 *  @returns {[Element | null, Answers, Element[]]} */
function follow($tree, from) {
  const pairs = "answers" in from ? Object.entries(from.answers) : from.fragment.split("&").map((pair) => pair.split("="));
  /** @type {Map<string, string | string[]>} */
  const answers = new Map(pairs);
  /** @type {Element[]} */
  const $taken = [];
  /** @type {Answers} */
  const given = {};
  let $step = $tree.querySelector(".dt-first");
  for (;;) {
    const question = $step?.querySelector("[data-ask]")?.getAttribute("data-ask") ?? "";
    const answer = answers.get(question);
    if (!$step || answer === undefined || question in given) return [$step, given, $taken];
    const said = Array.isArray(answer) ? answer.join("+") || "none" : answer;
    const $links = [...$step.querySelectorAll("a[data-answer]")];
    const $link = [said, "any"].map((one) => $links.find(($one) => $one.getAttribute("data-answer") === one)).find(Boolean);
    if (!($link instanceof HTMLAnchorElement)) return [$step, given, $taken];
    given[question] = answer;
    $taken.push($link);
    $step = document.getElementById($link.hash.slice(1));
  }
}

/** A private tree starts again after a reload, and its address is bare. @param {HTMLElement} $tree */
export function forgetIfReloaded($tree) {
  const isMeant = reloaded === location.pathname && $tree.hasAttribute("data-private");
  reloaded = ""; // The pages that follow in this visit were not reloaded.
  if (!isMeant) return;
  if (location.hash) location.replace("#");
  history.replaceState(null, "", location.pathname + location.search);
}
