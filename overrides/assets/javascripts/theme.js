// What the theme gets wrong, mended on every page.
// @ts-check

// While it fetches a page, it writes how far the last one is scrolled into the entry that the history has for the next.
// There it then goes, and neither to the top nor to the clause in the address. Answers may be noted there by then.
let shown = location.pathname;
const replace = history.replaceState.bind(history);
history.replaceState = (state, unused, url) => {
  if (url !== undefined || state?.answers || location.pathname === shown) replace(state, unused, url);
};
/** @type {any} */ (window).document$?.subscribe(() => { shown = location.pathname; });
// And it goes there only once every script of the page has come, which on a slow line is a while, and without one never.
new MutationObserver(() => {
  if (location.pathname === shown || history.state) return;
  scrollTo(0, 0);
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}).observe(document.head, { childList: true });

// Its one-letter shortcuts: a person who speaks to their computer sets them off by talking (WCAG 2.1.4).
addEventListener("keydown", (event) => {
  const $target = event.target;
  const types = $target instanceof HTMLElement && $target.matches("input, textarea, select, [contenteditable]");
  if (!types && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopImmediatePropagation();
}, { capture: true });

// Its "Skip to content" changes the address, and with it the step that is shown. Here it leads to that very step.
addEventListener("click", (event) => {
  const $skip = /** @type {Element} */ (event.target).closest?.("a.md-skip");
  if (!$skip) return;
  const $headings = document.querySelectorAll("decision-tree h2");
  const $heading = [...$headings].find((found) => found.checkVisibility()) ?? document.querySelector("h1");
  if (!($heading instanceof HTMLElement)) return;
  event.preventDefault();
  event.stopPropagation();
  $heading.tabIndex = -1;
  $heading.focus();
}, { capture: true });
