// Finds what a link leads to: a meaning on this page, a clause or a reading, or the clauses of a section. It is read from
// the page where it stands, so that it never differs from it, in any edition, and offline from the pages that are kept.
// @ts-check

/** @typedef {{ title: string, $parts: Node[] }} Found */

const HEADING = "h1, h2, h3, h4, h5, h6";
// What stands under a text and is none of it.
const APART = `${HEADING}, .clause-facts, .editors-note, .meanings`;
/** @type {Map<string, Promise<Document>>} */
const pages = new Map();

/** @param {HTMLAnchorElement} $link @returns {Promise<Found>} */
export async function read($link) {
  const $means = document.getElementById($link.getAttribute("aria-describedby") ?? "");
  if ($means?.dataset.title) return { title: $means.dataset.title, $parts: [...$means.children].map((part) => part.cloneNode(true)) };
  const { origin, pathname, search, hash } = new URL($link.href);
  const isHere = pathname === location.pathname;
  const page = isHere ? document : await fetched(origin + pathname + search);
  return hash ? part(page, decodeURIComponent(hash.slice(1))) : section(page);
}

/** @param {string} address @returns {Promise<Document>} */
function fetched(address) {
  const known = pages.get(address) ?? fetch(address).then(async (answer) => {
    if (!answer.ok) throw new Error(`There is no page ${address}.`);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  });
  pages.set(address, known);
  known.catch(() => pages.delete(address)); // The next time there may be a line.
  return known;
}

/** A heading and the text under it. @param {Document} page @param {string} id @returns {Found} */
function part(page, id) {
  const $heading = page.getElementById(id)?.closest(HEADING);
  if (!$heading) throw new Error(`Nothing on that page is called ${id}.`);
  const $parts = [];
  for (let $next = $heading.nextElementSibling; $next && !$next.matches(APART); $next = $next.nextElementSibling) {
    if (!$next.matches(".peek-box")) $parts.push(bare($next));
  }
  return { title: words($heading), $parts };
}

/** The name of a page and its clauses. @param {Document} page @returns {Found} */
function section(page) {
  const $list = document.createElement("ul");
  for (const $heading of page.querySelectorAll(".text :is(h2, h3)")) {
    if ($heading.querySelector("[id].clause-number")) $list.append(Object.assign(document.createElement("li"), { textContent: words($heading) }));
  }
  return { title: words(/** @type {Element} */ (page.querySelector("h1"))), $parts: [$list] };
}

/** @param {Element} $heading */
function words($heading) {
  const $copy = bare($heading);
  for (const $link of $copy.querySelectorAll(".headerlink")) $link.remove();
  return ($copy.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** A copy without addresses: here they would lead elsewhere, and an id would stand twice. @param {Element} $part */
function bare($part) {
  const $copy = /** @type {Element} */ (document.importNode($part, true));
  for (const $link of $copy.querySelectorAll("a:not(.headerlink)")) $link.replaceWith(...$link.childNodes);
  for (const $named of [$copy, ...$copy.querySelectorAll("[id]")]) $named.removeAttribute("id");
  return $copy;
}
