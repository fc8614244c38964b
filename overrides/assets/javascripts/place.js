// Where a reader stands in a tree: in the history, in the address, or at a step of the built page. No decisions here.
// @ts-check

/** @typedef {Record<string, string | string[]>} Answers by question: option, range or ticks; never an exact date */

// Of this load of the page. A private tree forgets what an earlier load noted in the history.
const VISIT = performance.timeOrigin;

/**
 * The answers that led here, or nothing where the page cannot know: a bare link to a step in the middle.
 * @param {HTMLElement} $tree @returns {{answers: Answers} | {fragment: string} | undefined}
 */
export function whereabouts($tree) {
  const { tree, answers, visit } = history.state ?? {};
  const isPrivate = $tree.hasAttribute("data-private");
  if (answers && tree === $tree.getAttribute("tree") && (!isPrivate || visit === VISIT)) return { answers };
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

/** Note the answers in the history. @param {HTMLElement} $tree @param {Answers} answers
 *  @param {"push" | "replace"} entry @param {string} [address] */
export function note($tree, answers, entry, address) {
  const state = { tree: $tree.getAttribute("tree"), answers, visit: VISIT };
  if (entry === "push") history.pushState(state, "", address);
  else history.replaceState(state, "", address ?? location.href);
}

/** Without Python: bring the built page to the step that these answers lead to, or that the address names.
 *  @param {HTMLElement} $tree @param {{answers: Answers} | {fragment: string} | undefined} from */
export function showBuiltStep($tree, from) {
  // The theme puts a page in without looking at its address, so the address alone does not tell what is shown.
  if (!from) return void ($tree.querySelector(".dt-step:target") || location.replace(location.hash));
  const answers = "answers" in from ? from.answers : Object.fromEntries(from.fragment.split("&").map((pair) => pair.split("=")));
  if (!Object.keys(answers).length) return;
  const id = builtStep($tree, answers);
  if ($tree.querySelector(".dt-step:target")?.id === id) return;
  location.replace(`#${id}`);
  note($tree, answers, "replace");
}

/** The id of that step, found by following the page's own links. @param {HTMLElement} $tree @param {Answers} answers */
function builtStep($tree, answers) {
  let $step = $tree.querySelector(".dt-first");
  for (const [question, answer] of Object.entries(answers)) {
    const one = Array.isArray(answer) ? answer.join("+") || "none" : answer;
    const $links = [one, "any"].map((said) => $step?.querySelector(
      `a[data-question="${CSS.escape(question)}"][data-answer="${CSS.escape(said)}"]`));
    const $link = $links.find((found) => found instanceof HTMLAnchorElement);
    const $next = $link && document.getElementById(/** @type {HTMLAnchorElement} */ ($link).hash.slice(1));
    if (!$next) break;
    $step = $next;
  }
  return $step?.id ?? "";
}
