// Notes, from the first paint on, which answers a reader taps while the page still answers by links alone.
// A small classic script before the first question, so that it runs before anything can be tapped; and on every other
// page, so that it is there when the theme swaps a question in, and runs it again: once is enough. decision-tree.js
// reads what it notes.
// @ts-check

{
  const { dataset } = document.documentElement;
  const isNoting = "notes" in dataset;
  dataset.notes = "";
  // The page whose question is shown. Where the theme swaps pages this comes late, so the element says it itself.
  if (!customElements.get("decision-tree")) dataset.asks = location.pathname;

  if (!isNoting) {
    const held = (window.held = window.held || new Map()); // The answers to private trees: see place.js.
    const replace = history.replaceState.bind(history);

    // The theme writes the scroll position over history.state. The answers noted there must outlive that.
    history.replaceState = (state, unused, url) => {
      const { tree, answers } = history.state ?? {};
      replace(answers && url === undefined && !state?.answers ? { ...state, tree, answers } : state, unused, url);
    };

    addEventListener("click", (event) => {
      const $link = /** @type {Element} */ (event.target).closest?.("decision-tree a[href]");
      if (!($link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // The theme has written every address out in full, so # alone does not tell which stays on this page.
      if (!$link.hash || $link.pathname !== location.pathname) return;
      if (event.detail > 1) return void event.preventDefault(); // A double tap is one answer.
      event.stopPropagation(); // The browser follows a link within the page by itself; the theme would fetch it anew.
      if (!$link.dataset.question) return;
      const $step = /** @type {HTMLElement | null} */ ($link.closest(".dt-step"));
      const carried = $step?.dataset.carried?.split("&").map((pair) => pair.split("=")); // by another tree
      const $tree = $link.closest("decision-tree");
      const isPrivate = $tree?.hasAttribute("data-private");
      const noted = isPrivate ? held.get(history.state?.answers) : history.state?.answers;
      const before = $step?.matches(".dt-first") ? {} : noted ?? (carried && Object.fromEntries(carried));
      if (!before) return; // Come here by a bare link: what was answered before is not known.
      const answers = { ...before, [String($link.dataset.question)]: $link.dataset.answer };
      const note = () => {
        const number = Math.random();
        if (isPrivate) held.set(number, answers);
        replace({ tree: $tree?.getAttribute("tree"), answers: isPrivate ? number : answers }, "");
        const $heading = $tree?.querySelector(".dt-step:target .dt-ask, .dt-step:target .dt-verdict");
        if ($heading instanceof HTMLElement) $heading.focus(); // So that it is read out.
        $tree?.dispatchEvent(new Event("tap"));
      };
      addEventListener("hashchange", note, { once: true, capture: true });
    }, { capture: true });

    // From step to step of one page the theme has nothing to do; it would fetch the page anew, and lose the step.
    addEventListener("popstate", (event) => {
      const $tree = document.querySelector("decision-tree");
      if (!$tree || location.pathname !== dataset.asks) return;
      event.stopImmediatePropagation();
      $tree.dispatchEvent(new Event("return"));
    }, { capture: true });
  }
}
