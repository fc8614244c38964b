// Walks paths through a tree's page by clicking what the page shows, and tells where each of them ends.
// It works on links and on buttons alike. Where scripts are off, only its own clicks happen: the page's code does not run.
// @ts-check

const PATIENCE = 30_000; // ms for one step, on a machine that has much else to do

/** @param {Array<Array<[string, string]>>} paths each a list of question and answer */
async function walk(paths) {
  const endings = [];
  for (const path of paths) {
    for (const [question, answer] of path) await choose(question, answer);
    const $step = shown();
    endings.push(ending($step));
    await click($step, ".dt-restart");
  }
  return endings;
}

/** The one step that the page shows. */
function shown() {
  const $steps = [...document.querySelectorAll(".dt-live, .dt-step")].filter(($step) => $step.checkVisibility());
  if ($steps.length !== 1) throw new Error(`The page shows ${$steps.length} steps at once.`);
  return $steps[0];
}

/** @param {string} question @param {string} answer */
async function choose(question, answer) {
  const $step = shown();
  const asked = $step.querySelector(".dt-ask")?.getAttribute("data-ask");
  if (asked !== question) throw new Error(`The page asks ${asked}, not ${question}.`);
  await click($step, `.dt-option[data-answer="${answer}"]`);
}

/** Click, and wait where the answer comes from Python. @param {Element} $step @param {string} selector */
async function click($step, selector) {
  const $target = /** @type {HTMLElement | null} */ ($step.querySelector(selector));
  if (!$target?.checkVisibility()) throw new Error(`Nothing to click: ${selector}.`);
  const drawn = $step.matches(".dt-live") && new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`Nothing came of ${selector}.`)), PATIENCE);
    const see = () => { clearTimeout(late); watch.disconnect(); resolve(undefined); };
    const watch = new MutationObserver(see);
    watch.observe($step, { childList: true });
  });
  $target.click();
  await drawn;
}

/** @param {Element} $step */
function ending($step) {
  const texts = (/** @type {string} */ selector) =>
    [...$step.querySelectorAll(selector)].map(($one) => /** @type {HTMLElement} */ ($one).innerText);
  return {
    verdict: $step.querySelector(".dt-answer")?.className.match(/dt-verdict-([\w-]+)/)?.[1],
    word: texts(".dt-verdict").join(),
    says: texts(".dt-say").join(" "),
    clauses: texts(".dt-clause-name a").map((name) => name.split(" ")[0]),
  };
}
