// Keeps a record of an answer: Python makes it, this shows it and hands it over. decision-tree.js fetches it at the
// first tap on "Keep a record". Nothing is sent, and nothing is stored. No decisions here.
// @ts-check

/**
 * @typedef {{panel: string, part: string, text: string, page: string, data: string, file: string}} Kept
 *   see macros/browser/keeping.py
 * @typedef {HTMLElement & {name?: string, answers?: object, python?: {step: (message: object, isWaitedFor: boolean) => Promise<any>}}} Tree
 */

const ENDINGS = { page: ["html", "text/html"], data: ["json", "application/json"] };
const STYLES = new URL("../stylesheets/record.css", import.meta.url).href;

/** @param {Tree} $tree @param {HTMLElement} $button what was tapped: the focus goes back to it */
export async function openRecord($tree, $button) {
  const $open = $tree.querySelector(".rec");
  if ($open) return focus($open.querySelector("h3"));
  const $panel = document.createElement("section");
  $panel.className = "rec";
  $panel.setAttribute("aria-labelledby", "rec-title");
  $panel.hidden = true; // There from now on, so that a second tap finds it; seen when it is whole.
  $button.parentElement?.after($panel);
  const close = () => {
    $panel.remove();
    delete $tree.dataset.keeps;
  };
  $tree.addEventListener("stands", close, { once: true }); // The reader stands somewhere else.
  let asked = make($tree, "");
  try {
    const [kept] = await Promise.all([asked, dress($panel)]);
    if (!$panel.isConnected) return; // The reader has gone on.
    $panel.insertAdjacentHTML("beforeend", kept.panel); // Escaped by macros/browser, where all of it is made.
  } catch {
    if (!$panel.isConnected) return; // As above.
    close();
    return sayFailed($tree, $button);
  }
  $panel.hidden = false;
  $tree.dataset.keeps = "record"; // Paper then shows the record, however it is printed.
  focus($panel.querySelector("h3"));

  const $note = /** @type {HTMLTextAreaElement} */ ($panel.querySelector("textarea"));
  $note.addEventListener("input", () => {
    asked = make($tree, $note.value);
    asked.then((kept) => show($panel, kept), () => {});
  });
  $panel.addEventListener("click", async (event) => {
    const does = /** @type {Element} */ (event.target).closest("button")?.dataset.does;
    if (!does) return;
    if (does === "close") {
      close();
      return focus($button);
    }
    try {
      await hand($panel, does, await asked);
    } catch {
      say($panel, "failed");
    }
  });
}

/** Ask Python for the record with this note. @param {Tree} $tree @param {string} note @returns {Promise<Kept>} */
async function make($tree, note) {
  const { lang, dir } = document.documentElement;
  const message = { type: "record", tree: $tree.name, answers: $tree.answers, note, language: lang, direction: dir };
  if (!$tree.python) throw new Error("There is no Python.");
  return $tree.python.step(message, true);
}

/** @param {Element} $panel @param {Kept} kept */
function show($panel, kept) {
  const [$paper, $text] = [".rec-paper", ".rec-text"].map((name) => $panel.querySelector(name));
  if ($paper) $paper.innerHTML = kept.part; // As above.
  if ($text) $text.textContent = kept.text;
}

/** @param {Element} $panel @param {string} does @param {Kept} kept */
async function hand($panel, does, kept) {
  show($panel, kept);
  if (does === "print") return window.print();
  if (does === "copy") return copy($panel, kept);
  const [ending, type] = ENDINGS[/** @type {"page" | "data"} */ (does)];
  const address = URL.createObjectURL(new Blob([kept[/** @type {"page" | "data"} */ (does)]], { type }));
  const $link = document.createElement("a");
  $link.href = address;
  $link.download = `${kept.file}.${ending}`;
  $link.addEventListener("click", (event) => event.stopPropagation()); // The theme follows links by itself.
  $panel.append($link);
  $link.click();
  $link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // A phone may ask first where to put it.
  say($panel, "saved");
}

/** @param {Element} $panel @param {Kept} kept */
async function copy($panel, kept) {
  try {
    await navigator.clipboard.writeText(kept.text);
    say($panel, "copied");
  } catch {
    const [$details, $text] = [$panel.querySelector("details"), $panel.querySelector(".rec-text")];
    if ($details) $details.open = true;
    if ($text) getSelection()?.selectAllChildren($text);
    focus($text);
    say($panel, "refused");
  }
}

/** @param {Element} $panel @param {string} what */
function say($panel, what) {
  const $told = $panel.querySelector(".rec-told");
  if (!($told instanceof HTMLElement)) return;
  $told.textContent = "";
  // New text, also where the same is said again: a screen reader reads only that.
  requestAnimationFrame(() => ($told.textContent = $told.dataset[what] ?? ""));
}

/** Python cannot be asked: the answer itself can be printed. @param {Tree} $tree @param {HTMLElement} $button */
function sayFailed($tree, $button) {
  const $told = $tree.querySelector(".dt-told");
  const $words = document.createElement("p");
  $words.className = "dt-notice";
  $words.textContent = $button.dataset.failed ?? "";
  $told?.replaceChildren($words);
}

/** The panel's own styles, in the panel: the theme clears the head when it swaps the page. @param {HTMLElement} $panel */
function dress($panel) {
  const $styles = document.createElement("link");
  $styles.rel = "stylesheet";
  $styles.href = STYLES;
  const dressed = new Promise((resolve) => ($styles.onload = $styles.onerror = resolve));
  $panel.append($styles);
  return dressed;
}

/** @param {Element | null | undefined} $part */
function focus($part) {
  if ($part instanceof HTMLElement) $part.focus();
}
