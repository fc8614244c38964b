// Shows a meaning, a clause or a citation in place, at a sign of interest in its link. on-demand.js fetches it at the first.
// A mouse over it or the keyboard's focus is enough; a tap shows it with a way on; a click with a mouse still goes there.
// Where a browser has no popovers, all of these are the plain links that they are without scripts.
// @ts-check

const PAUSE = 200; // ms over a link before it counts; and away from it before what it showed goes
const PEEK = "a.peek[data-go]";
const HAS_MOUSE = matchMedia("(hover: hover)").matches;

let pointer = HAS_MOUSE ? "mouse" : "touch"; // what pressed last
let timer = 0;
/** @type {Element | null} The link that a reader is interested in, */
let wanted = null;
let how = ""; // and how they showed it

/** @param {Event} event @param {string} what @returns {HTMLAnchorElement | null} */
const at = ({ target }, what) => (target instanceof Element ? target.closest(what) : null);

/** @param {HTMLAnchorElement} $link @param {"hover" | "focus" | "tap"} by */
async function show($link, by) {
  [wanted, how] = [$link, by];
  try {
    const [{ read }, { put }] = await Promise.all([import("./peek-read.js"), import("./peek-box.js")]);
    const found = await read($link);
    if (wanted === $link && $link.isConnected) put($link, by, found);
  } catch {
    if (by === "tap") location.assign($link.href); // Nothing to show: it is a link after all.
  }
}

/** @param {string[]} by Only what was opened so. */
function close(...by) {
  if (by.includes(how)) [wanted, how] = [null, ""];
  const $box = /** @type {HTMLElement | null} */ (document.querySelector(".peek-box:popover-open"));
  if ($box && by.includes($box.dataset.by ?? "")) $box.hidePopover();
}

/** @param {PointerEvent} event */
function over(event) {
  if (event.pointerType !== "mouse") return;
  clearTimeout(timer);
  const $link = at(event, PEEK);
  if ($link && $link !== wanted) timer = setTimeout(show, PAUSE, $link, "hover");
  else if (!$link && !at(event, ".peek-box")) timer = setTimeout(close, PAUSE, "hover");
}

/** @param {MouseEvent} event */
function click(event) {
  const $cite = at(event, "a.cite[data-citation]");
  const $peek = at(event, PEEK);
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if ($cite) {
    take(event);
    close("hover", "focus");
    const by = event.detail && pointer !== "mouse" ? "tap" : "click";
    import("./peek-cite.js").then(({ cite }) => cite($cite, by)).catch(() => location.assign($cite.href));
  } else if ($peek && event.detail && pointer !== "mouse") {
    take(event);
    show($peek, "tap");
  } else if (at(event, "a")) {
    clearTimeout(timer);
    close("hover", "focus", "tap");
  }
}

/** The theme would go there. @param {Event} event */
function take(event) {
  event.preventDefault();
  event.stopPropagation();
}

if ("popover" in HTMLElement.prototype) {
  addEventListener("pointerdown", (event) => { pointer = event.pointerType; }, { capture: true, passive: true });
  addEventListener("pointerover", over, { passive: true });
  addEventListener("click", click, { capture: true });
  addEventListener("focusin", (event) => {
    const $link = at(event, PEEK);
    const isBack = event.relatedTarget instanceof Element && event.relatedTarget.closest(".peek-box");
    if ($link?.matches(":focus-visible") && !isBack && !("back" in $link.dataset)) show($link, "focus");
  });
  addEventListener("focusout", (event) => {
    if (at(event, PEEK)) close("focus");
  });
  // What this script was fetched for has already been.
  const $now = /** @type {HTMLAnchorElement | null} */ (document.querySelector(`${PEEK}:focus-visible`) ?? document.querySelector(`${PEEK}:hover`));
  if ($now?.matches(":focus-visible")) show($now, "focus");
  else if ($now && HAS_MOUSE) show($now, "hover");
}
