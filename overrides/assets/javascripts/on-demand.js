// Fetches what few readers need: the way on a chart once it is opened; and what a link in a clause shows in place, once
// the page is at rest or touched at all, so that it is there before the link is. No page names these scripts itself: the
// theme waits for a page's own, and then forgets where to scroll.
// @ts-check

document.addEventListener("click", ({ target }) => {
  if (/** @type {Element} */ (target).closest?.("[data-print]")) print();
});
document.addEventListener("toggle", ({ target }) => {
  if (target instanceof HTMLDetailsElement && target.matches(".chart[open]")) import("./chart-path.js");
}, { capture: true });
let isThere = false;
const peek = () => document.querySelector(".peek-frame") && import("./peek.js");
// A tap that comes sooner waits for it, but not for long. peek.js tells it from a key, and from a mouse, by its detail.
document.addEventListener("click", (event) => {
  const $link = /** @type {Element} */ (event.target).closest?.("a.peek, a.cite");
  const coming = $link && !isThere && peek();
  if (!coming || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const detail = /** @type {PointerEvent} */ (event).pointerType === "mouse" ? 0 : event.detail;
  const tap = new MouseEvent("click", { bubbles: true, cancelable: true, detail });
  const again = () => isThere || ((isThere = true), $link.dispatchEvent(tap));
  coming.then(again, again);
  setTimeout(again, 2000);
}, { capture: true });
for (const sign of ["pointerover", "focusin"]) document.addEventListener(sign, peek);
if (!/** @type {any} */ (navigator).connection?.saveData) setTimeout(peek, 999);
