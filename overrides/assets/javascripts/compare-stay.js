// From change to change of one comparison the theme has nothing to do; it would fetch the page anew.
// A small classic script before the theme's: on a window, what listens first hears first. The theme runs it again when
// it swaps the page in; then it hears too late, and compare.js shows the comparison again.
// @ts-check

addEventListener("popstate", (event) => {
  const $compare = /** @type {HTMLElement | null} */ (document.querySelector("compare-editions"));
  if ($compare?.dataset.page === location.pathname) event.stopImmediatePropagation();
});
