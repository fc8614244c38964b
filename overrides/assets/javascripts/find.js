// Shows below the field what the search finds. One code for the field in the header and for the large one.
// @ts-check

import { makeSearch } from "./search.js";
import { stemmer } from "./stemmer.js";
import "./minisearch.js";

const PAUSE = 250; // ms after the last letter until the count is read out
const base = new URL("../../", import.meta.url); // this edition
const styles = new URL("../stylesheets/find.css", import.meta.url).href;

/** @type {Promise<{ index: any, search: (query: string) => any }> | undefined} */
let loading;

function load() {
  loading ??= fetch(new URL("find.json", base).href).then(async (answer) => {
    if (!answer.ok) throw new Error(`find.json: ${answer.status}`);
    const index = await answer.json();
    return { index, search: makeSearch(index, /** @type {any} */ (globalThis).MiniSearch, stemmer) };
  });
  loading.catch(() => { loading = undefined; });
  return loading;
}

/** @param {string} name @param {Record<string, any>} settings @param {(Node | string)[]} children */
function element(name, settings = {}, ...children) {
  const $made = Object.assign(document.createElement(name), settings);
  $made.append(...children);
  return $made;
}

/** Make a field answer. Once is enough. @param {HTMLElement} $find */
export async function attach($find) {
  if ($find.dataset.isOn) return;
  $find.dataset.isOn = "true";
  const $field = /** @type {HTMLInputElement} */ ($find.querySelector("input"));
  // There before anything is said in it: only new text is read out.
  const $count = element("p", { className: "find-count" });
  $count.setAttribute("role", "status");
  const $list = element("ol", { className: "find-list" });
  const $results = element("div", { className: "find-results", hidden: true }, element("div", {}, $count, $list));
  // Here, and not in the head: the theme clears that when it swaps the page.
  const $styles = element("link", { rel: "stylesheet", href: styles });
  const dressed = new Promise((then) => { $styles.onload = $styles.onerror = then; });
  $find.append($styles, $results);

  /** @type {{ index: any, search: (query: string) => any }} */
  let ready;
  try {
    [ready] = await Promise.all([load(), dressed]);
  } catch (problem) {
    delete $find.dataset.isOn;
    $styles.remove();
    $results.remove();
    throw problem;
  }
  $find.classList.remove("find-failed");
  const { index, search } = ready;
  let later = 0;

  const open = (/** @type {boolean} */ isOpen) => {
    $results.hidden = !isOpen;
    $find.classList.toggle("is-open", isOpen);
  };
  const links = () => /** @type {HTMLElement[]} */ ([...$results.querySelectorAll("a")]);

  function show() {
    const query = $field.value.trim();
    clearTimeout(later);
    open(!!query);
    if (!query) return void $list.replaceChildren();
    const found = search(query);
    $list.replaceChildren(...(found.length ? found.map((one) => result(one, index.words)) : [help(index)]));
    const { none, one, many, best } = index.words;
    const counted = found.length === 1 ? one : found.isCut ? best : many;
    const said = found.length ? counted.replace("{count}", found.length) : none.replace("{words}", () => query);
    later = setTimeout(() => { $count.textContent = said; }, PAUSE);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    const all = links();
    const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (event.key === "Escape") {
      if (!$results.hidden) event.preventDefault();
      $field.focus();
      open(false);
    } else if (event.key === "Enter" && event.target === $field) {
      event.preventDefault();
      if (all[0]?.dataset.isWhole) all[0].click();
      else all[0]?.focus();
    } else if (event.key === "ArrowDown" && all.length) {
      event.preventDefault();
      if ($results.hidden) open(true);
      all[Math.min(at + 1, all.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (all[at - 1] ?? $field).focus();
    }
  }

  $field.addEventListener("input", show);
  $field.addEventListener("focus", () => open(!!$field.value.trim()));
  $find.addEventListener("keydown", press);
  $find.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !$find.contains(relatedTarget)) open(false);
  });
  $results.addEventListener("click", ({ target }) => {
    // The theme may only swap the page: the header stays, and what was typed with it.
    if (/** @type {Element} */ (target).closest("a")) open(false);
  });
  addEventListener("click", function close({ target }) {
    if (!$find.isConnected) return removeEventListener("click", close);
    if (target instanceof Node && !$find.contains(target)) open(false);
  });
  show();
}

/** @param {any} one @param {Record<string, string>} words */
function result(one, words) {
  const $title = element("span", { className: "find-title" }, [one.number, one.title].filter(Boolean).join(" "));
  const $kind = element("span", { className: `find-kind find-${one.kind}` }, words[one.kind]);
  const pieces = one.excerpt.map((/** @type {string} */ text, /** @type {number} */ at) =>
    at % 2 ? element("mark", {}, text) : text);
  // Where a word of force was typed, which the clause may put otherwise.
  const $force = one.force ? element("span", { className: "find-force" }, one.force) : "";
  const $link = element("a", { href: new URL(one.at, base).href }, $kind, " ", $title, " ", $force);
  if (one.isWhole) $link.dataset.isWhole = "true";
  return element("li", {}, $link, element("p", { className: "find-text" }, ...pieces));
}

/** Where to turn with what the policy has no word for. @param {any} index */
function help(index) {
  const items = index.help.map((/** @type {any} */ { title, at }) =>
    element("li", {}, element("a", { href: new URL(at, base).href }, title)));
  return element("li", { className: "find-help" }, element("p", {}, index.words.help), element("ul", {}, ...items));
}
