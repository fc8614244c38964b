// Fetches what few readers need: the way on a chart once it is opened; and what a link in a clause shows in place, once
// the page is at rest or touched at all, so that it is there before the link is. No page names these scripts itself: the
// theme waits for a page's own, and then forgets where to scroll.
// @ts-check

document.addEventListener("toggle", ({ target }) => {
  if (target instanceof HTMLDetailsElement && target.matches(".chart[open]")) import("./chart-path.js");
}, { capture: true });
const peek = () => document.querySelector(".peek-frame") && import("./peek.js");
for (const sign of ["pointerover", "focusin"]) document.addEventListener(sign, peek);
if (!/** @type {any} */ (navigator).connection?.saveData) (window.requestIdleCallback ?? setTimeout)(peek);
