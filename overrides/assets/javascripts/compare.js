// <compare-editions>: shows any two editions held against each other, where Python can be asked. What was compared at
// build stands there from the start. The address names the two and a change: #2024-01..2026-12:3. No decisions here.
// @ts-check

import { python } from "./python.js";

const PAIR = /^#([\w-]+)\.\.([\w-]+)(?::\d+)?$/;

class CompareEditions extends HTMLElement {
  connectedCallback() {
    this.dataset.page = location.pathname;
    this.$form = this.querySelector("form");
    if (!this.$form || !this.dataset.root) return;
    this.root = new URL(this.dataset.root, location.href).href;
    this.$form.onsubmit = (event) => {
      event.preventDefault();
      const [old, now] = this.selects().map(({ value }) => value);
      location.hash = `${old}..${now}`;
    };
    // Within this page the theme has nothing to do; it would fetch the page anew. It has written addresses out in full.
    this.addEventListener("click", (event) => {
      const $link = /** @type {Element} */ (event.target).closest("a");
      if ($link?.hash && $link.pathname === location.pathname) event.stopPropagation();
    });
    this.$form.hidden = false;
    this.listEditions().catch(() => {}).then(() => this.follow());
  }

  selects() {
    return [.../** @type {HTMLFormElement} */ (this.$form).querySelectorAll("select")];
  }

  /** The two that are on show. */
  shown() {
    return this.querySelector(".compared h2")?.id ?? "";
  }

  /** Editions that came after this page was built. */
  async listEditions() {
    const all = await (await fetch(`${this.root}versions.json`)).json();
    for (const $select of this.selects()) {
      for (const { version, title } of [...all].reverse()) {
        if (![...$select.options].some(({ value }) => value === version)) $select.prepend(new Option(title, version));
      }
    }
  }

  /** Show what the address names. */
  async follow() {
    if (!this.$form) return;
    const [, old, now] = PAIR.exec(location.hash) ?? [];
    const [from, to] = old ? [old, now] : this.shown().split("..");
    const [$old, $new] = this.selects();
    if (to) [$old.value, $new.value] = [from, to];
    if (!old || `${old}..${now}` === this.shown()) return;
    const $told = /** @type {HTMLElement} */ (this.querySelector(".compare-told"));
    $told.textContent = this.dataset.waiting ?? "";
    try {
      const html = await this.compare(old, now);
      if (PAIR.exec(location.hash)?.[2] !== now) return; // The reader has gone on.
      /** @type {HTMLElement} */ (this.querySelector(".compared")).innerHTML = html; // Python's, every word escaped.
      $told.textContent = "";
      const $at = document.getElementById(location.hash.slice(1));
      $at?.scrollIntoView();
      $at?.focus({ preventScroll: true });
    } catch {
      $told.textContent = this.dataset.failed ?? "";
    }
  }

  /** @param {string} old @param {string} now @returns {Promise<string>} */
  async compare(old, now) {
    const [before, after] = await Promise.all([old, now].map((number) => this.edition(number)));
    const at = (/** @type {string | undefined} */ address) => new URL(address ?? "", location.href).href;
    const line = python(at(this.dataset.worker), at(this.dataset.engine));
    const message = { type: "compare", zip: at(this.dataset.compare), root: this.root, old: before, new: after };
    // Nobody's answer hangs on it, and a phone may take its time.
    const answer = /** @type {any} */ (await /** @type {any} */ (line).step(message, false));
    return answer.html;
  }

  /** @param {string} number */
  async edition(number) {
    const [policy, trees] = await Promise.all(["policy", "trees"].map(async (name) => {
      const answer = await fetch(`${this.root}${number}/${name}.json`);
      if (!answer.ok) throw new Error(`There is no edition ${number}.`);
      return answer.json();
    }));
    return { policy, trees };
  }
}

customElements.define("compare-editions", CompareEditions);

addEventListener("hashchange", () => {
  const $compare = document.querySelector("compare-editions");
  // The theme changes the address first, and only later puts the next page in.
  if ($compare instanceof CompareEditions && $compare.dataset.page === location.pathname) $compare.follow();
});
