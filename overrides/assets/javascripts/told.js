// Tells the reader how Python is doing, in the page's one quiet live region: each thing once in a visit, and after a
// fault nothing more, unless it passed.
// @ts-check

/** @typedef {"starting" | "ready" | "unavailable"} State those that have words; "static" is the page before all of them */

const KEY = "told"; // Only these three names are kept there, for pages of the same visit that are loaded anew.
const told = new Set(remembered());

/** @param {HTMLElement} $tree @param {State} state */
export function tell($tree, state) {
  const $region = $tree.querySelector(".dt-told");
  if (!($region instanceof HTMLElement) || told.has(state) || told.has("unavailable")) return;
  told.add(state);
  remember();
  // Only a fault is for every eye: the page answers just as well before Python is there.
  // And as new text: a screen reader passes over words that were there before and only hidden.
  $region.replaceChildren(paragraph(state === "unavailable" ? "dt-notice" : "dt-unseen", $region.dataset[state]));
}

/** Python is there after all; should it fail yet, that is told. @param {HTMLElement} $tree */
export function takeBack($tree) {
  $tree.querySelector(".dt-notice")?.remove();
  if (told.delete("unavailable")) remember(); // Perhaps on another page.
}

/**
 * What somebody typed and Python never read: said where they now choose instead.
 * @param {HTMLElement} $tree @param {string} typed
 */
export function sayTyped($tree, typed) {
  const $told = $tree.querySelector(".dt-told");
  const $ask = [...$tree.querySelectorAll(".dt-static .dt-ask")].find(($one) => $one.getClientRects().length);
  if (!($told instanceof HTMLElement) || !$ask) return;
  const $words = paragraph("dt-typed", $told.dataset.typed?.replace("{typed}", typed));
  $words.setAttribute("role", "status");
  $ask.after($words);
  // Once they chose, or started again, it is nobody's business. On the window: note-taps.js lets no click come further.
  const forget = (/** @type {MouseEvent} */ event) => {
    if (!(/** @type {Element} */ (event.target).closest("a"))) return;
    $words.remove();
    removeEventListener("click", forget, true);
  };
  addEventListener("click", forget, true);
}

/** @param {string} name @param {string} [words] */
function paragraph(name, words = "") {
  const $words = document.createElement("p");
  $words.className = name;
  $words.textContent = words;
  return $words;
}

function remembered() {
  try {
    return sessionStorage.getItem(KEY)?.split(" ") ?? [];
  } catch {
    return []; // Storage is denied: this load of the page remembers by itself.
  }
}

function remember() {
  try {
    sessionStorage.setItem(KEY, [...told].join(" "));
  } catch {
    // As above.
  }
}
