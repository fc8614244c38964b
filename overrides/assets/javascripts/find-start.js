// Fetches the search once a reader first touches the field: few need it, and nobody should wait for it.
// A classic script, so that it runs from a file too, where no browser lets the search come.
// @ts-check

{
  /** @param {any} $field */
  const begin = ($field) => {
    const $find = $field && $field.closest && $field.closest(".find");
    if ($find) import("./find.js").then((find) => find.attach($find)).catch(() => $find.classList.add("find-failed"));
  };

  addEventListener("focusin", ({ target }) => begin(target));
  // A form of this site is never sent.
  addEventListener("submit", (event) => {
    if (/** @type {Element} */ (event.target).matches(".find form")) event.preventDefault();
  }, true);
  begin(document.activeElement); // The reader may have been quicker.
  if (location.protocol === "file:") document.querySelectorAll(".find").forEach(($find) => $find.classList.add("find-never"));
}
