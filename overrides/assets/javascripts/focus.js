// Where the keyboard and a screen reader stand, when a step takes the place of another.
// @ts-check

/** To the question or verdict that is shown: it is new, and is read out. @param {HTMLElement} $tree */
export function focusHeading($tree) {
  const $headings = [...$tree.querySelectorAll(".dt-ask, .dt-verdict")];
  focus($headings.find(($heading) => $heading.getClientRects().length));
}

/** @param {HTMLElement} $tree */
export function focusProblem($tree) {
  focus($tree.querySelector(".dt-live [aria-invalid], .dt-live input"));
}

/** Remember the answer that has the focus. What comes back puts it on the same answer of the same question, drawn anew.
 *  @param {HTMLElement} $tree @returns {() => void} */
export function holdFocus($tree) {
  const $focus = $tree.contains(document.activeElement) ? document.activeElement : null;
  if (!$focus) return () => {};
  const answer = $focus.getAttribute("data-answer");
  return () => {
    const $same = answer && $tree.querySelector(`.dt-live [data-answer="${answer}"]`);
    if ($same) focus($same);
    else focusHeading($tree);
  };
}

/** @param {Element | null | undefined} $part */
function focus($part) {
  if ($part instanceof HTMLElement) $part.focus();
}
