// "Leave quickly" on a private question: the page is gone at once, its answers are forgotten, and Back does not show it.
// A classic script before all others, so that it works from the first paint on. The theme runs it again at each swap.
// Without it the link is a plain link. It decides nothing, and asks nothing of another host before the reader leaves.
// @ts-check

if (!("leaves" in document.documentElement.dataset)) {
  document.documentElement.dataset.leaves = "";
  const WITHIN = 2_000; // ms, for three times Escape: whoever only closes something presses it once or twice
  const PATIENCE = 300; // ms, for a step back in the history that never comes
  /** @type {number[]} */
  let escapes = [];
  let isLeaving = false;

  const find = () => /** @type {HTMLAnchorElement | null} */ (document.querySelector(".leave a"));

  /** @param {HTMLAnchorElement} $link */
  const leave = ($link) => {
    if (isLeaving) return;
    isLeaving = true;
    document.documentElement.hidden = true;
    document.title = $link.hostname;
    const home = new URL($link.dataset.home ?? "", document.baseURI).href;
    document.querySelector("decision-tree")?.remove(); // With it go the answers and days that it holds, and its late news.
    let isGone = false;
    const go = () => {
      if (isGone) return;
      isGone = true;
      history.replaceState(null, "", home);
      $link.click(); // A link keeps this address from the other site, which a script could not. What came after here is dropped.
    };
    // Where the browser tells, back to the first page of this visit: the steps after it then leave the history, answers and all.
    const { navigation } = /** @type {any} */ (window);
    const first = navigation?.entries?.().find((/** @type {any} */ entry) => entry.sameDocument);
    if (!first || first.key === navigation.currentEntry.key) return go();
    setTimeout(go, PATIENCE);
    navigation.traverseTo(first.key).committed.then(go, go);
  };

  addEventListener("click", (event) => {
    const $link = /** @type {Element} */ (event.target).closest?.(".leave a");
    if (!($link instanceof HTMLAnchorElement) || isLeaving || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    leave($link);
  }, { capture: true });

  addEventListener("keydown", ({ key, timeStamp, repeat }) => {
    if (repeat) return;
    escapes = key === "Escape" ? [...escapes.slice(-2), timeStamp] : [];
    const $link = find();
    if ($link && escapes.length === 3 && timeStamp - escapes[0] < WITHIN) leave($link);
  }, { capture: true });

  // A browser may have kept the page whole; Back then finds the site's start instead.
  addEventListener("pageshow", ({ persisted }) => persisted && isLeaving && location.reload());
}
