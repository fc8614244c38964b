// Fetches the search once a reader first touches the field: few need it, and nobody should wait for it.
// Written for any browser that knows modules, since it also says where the search cannot come.
// @ts-check

/** @param {Event} event */
function begin(event) {
  const $field = /** @type {Element} */ (event.target);
  const $find = $field.closest && $field.closest(".find");
  if (!$find) return;
  import("./find.js").then((find) => find.attach($find)).catch(() => $find.classList.add("find-failed"));
}

addEventListener("focusin", begin);
// A form of this site is never sent.
addEventListener("submit", (event) => {
  if (/** @type {Element} */ (event.target).matches(".find form")) event.preventDefault();
}, true);
// The reader may have been quicker than this script.
if (document.activeElement) begin(/** @type {any} */ ({ target: document.activeElement }));
