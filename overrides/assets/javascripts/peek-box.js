// The box in which something is shown in place: by its link on a wide screen, and after a tap at the foot of a small one.
// The browser itself closes it at Escape or a tap elsewhere (WCAG 1.4.13); the mouse may go into it.
// @ts-check

const EDGE = 8; // px left free around it

/**
 * @param {HTMLAnchorElement} $link @param {"hover" | "focus" | "tap"} by
 * @param {import("./peek-read.js").Found} found
 */
export function put($link, by, { title, $parts }) {
  const $box = frame("peek-frame");
  part($box, ".peek-title").textContent = title;
  part($box, ".peek-text").append(...$parts);
  const $go = /** @type {HTMLAnchorElement} */ (part($box, ".peek-go"));
  $go.href = $link.href;
  $go.textContent = $link.dataset.go ?? "";
  openAt($box, $link, by);
}

/** @param {string} name The template of this page that it is a copy of. @returns {HTMLElement} */
export function frame(name) {
  const $template = /** @type {HTMLTemplateElement} */ (document.querySelector(`template.${name}`));
  const $box = /** @type {HTMLElement} */ (/** @type {Element} */ ($template.content.firstElementChild).cloneNode(true));
  part($box, ".peek-title").id = "peek-title";
  part($box, ".peek-text").id = "peek-text";
  return $box;
}

/** @param {Element} $box @param {string} what @returns {HTMLElement} */
export const part = ($box, what) => /** @type {HTMLElement} */ ($box.querySelector(what));

/** @param {HTMLElement} $box @param {HTMLAnchorElement} $link @param {string} by */
export function openAt($box, $link, by) {
  for (const $old of document.querySelectorAll(".peek-box")) $old.remove();
  const isTip = by === "hover" || by === "focus";
  $box.dataset.by = by;
  $box.setAttribute("role", isTip ? "tooltip" : "dialog");
  if (!isTip) {
    $box.setAttribute("aria-labelledby", "peek-title");
    $box.setAttribute("aria-describedby", "peek-text");
  }
  const undo = isTip ? described($link) : () => back($link);
  const turned = () => place($box, $link); // the device, or the letters made larger
  part($box, ".peek-close").onclick = () => $box.hidePopover();
  $box.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== "closed") return;
    removeEventListener("resize", turned);
    undo();
    $box.remove();
  });
  $box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !$box.contains(relatedTarget)) $box.hidePopover();
  });
  // After the paragraph of its link, so that the keyboard goes from one to the other.
  let $beside = /** @type {Element} */ ($link);
  while ($beside.parentElement && !$beside.parentElement.matches(".text")) $beside = $beside.parentElement;
  $beside.after($box);
  $box.showPopover();
  turned();
  addEventListener("resize", turned);
  if (!isTip) $box.focus({ preventScroll: true });
}

/** A tip says what it shows to a screen reader, too, and the browser's own tip stays away. @param {HTMLElement} $link */
function described($link) {
  const { title } = $link;
  const isNew = !$link.hasAttribute("aria-describedby");
  $link.removeAttribute("title");
  if (isNew) $link.setAttribute("aria-describedby", "peek-text");
  return () => {
    if (title) $link.title = title;
    if (isNew) $link.removeAttribute("aria-describedby");
  };
}

/** The focus, where it would be lost. @param {HTMLElement} $link */
function back($link) {
  if (document.activeElement !== document.body && document.activeElement) return;
  $link.dataset.back = ""; // It shows nothing anew.
  $link.focus({ preventScroll: true });
  delete $link.dataset.back;
}

/** Under its link, or over it where there is no room; at the foot of a small screen, see peek.css. @param {HTMLElement} $box @param {Element} $link */
function place($box, $link) {
  $box.style.left = $box.style.top = "0"; // where it has all the room there is
  const lines = [...$link.getClientRects()]; // a link may go on in the next line: the box covers none
  const { left, top } = lines[0] ?? $link.getBoundingClientRect();
  const { bottom } = lines.pop() ?? $link.getBoundingClientRect();
  const { width, height } = $box.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const x = Math.max(EDGE, Math.min(left, clientWidth - width - EDGE));
  const y = bottom + height + EDGE > clientHeight && top > height + EDGE ? top - height - 2 : bottom + 2;
  $box.style.left = `${x + scrollX}px`;
  $box.style.top = `${y + scrollY}px`;
  const hidden = bottom + EDGE - $box.getBoundingClientRect().top;
  if (getComputedStyle($box).position === "fixed" && hidden > 0) scrollBy(0, hidden);
}
