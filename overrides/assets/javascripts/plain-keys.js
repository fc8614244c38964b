// Takes the theme's one-letter shortcuts away: a person who speaks to their computer sets them off by talking (WCAG 2.1.4).
// @ts-check

addEventListener("keydown", (event) => {
  const $target = event.target;
  const types = $target instanceof HTMLElement && $target.matches("input, textarea, select, [contenteditable]");
  if (!types && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopImmediatePropagation();
}, { capture: true });
