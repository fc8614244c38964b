// Copies the address of a clause, or its citation with that address. Where the browser refuses, the text is selected.
// @ts-check

import { frame, openAt, part } from "./peek-box.js";

/** @param {HTMLAnchorElement} $link @param {string} by */
export function cite($link, by) {
  const address = $link.dataset.address ?? $link.href;
  const texts = { link: address, citation: `${$link.dataset.citation}, ${address}` };
  const $box = frame("cite-frame");
  part($box, ".peek-title").textContent = $link.getAttribute("aria-label");
  part($box, ".peek-text").textContent = texts.citation;
  for (const $copy of $box.querySelectorAll("button[data-copy]")) {
    const { copy, copied } = /** @type {HTMLElement} */ ($copy).dataset;
    $copy.addEventListener("click", () => copyText($box, texts[/** @type {"link" | "citation"} */ (copy)], copied ?? ""));
  }
  openAt($box, $link, by);
}

/** @param {HTMLElement} $box @param {string} text @param {string} copied */
async function copyText($box, text, copied) {
  const $told = part($box, ".cite-told");
  const $text = /** @type {HTMLTextAreaElement} */ (part($box, ".cite-text"));
  $told.textContent = ""; // so that the same words are said again
  try {
    await navigator.clipboard.writeText(text);
    $text.hidden = true;
    $told.textContent = copied;
  } catch {
    $text.hidden = false;
    $text.value = text;
    $text.focus();
    $text.select();
    $told.textContent = $told.dataset.refused ?? "";
  }
}
