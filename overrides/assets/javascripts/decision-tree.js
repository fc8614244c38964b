// <decision-tree>: the page answers by links; once Python is there, this element takes over where the reader stands.
// It decides nothing. It sends answers to Python, shows the HTML that comes back, and keeps Back, focus and links right.
// @ts-check

import { isElsewhere, isHere, note, showBuiltStep, whereabouts } from "./place.js";
import { isReady, python, saving } from "./python.js";

/** @typedef {import("./place.js").Answers} Answers */

/** The page this visit began with, if it was reloaded; said once. */
const [arrival] = performance.getEntriesByType("navigation");
let reloaded = /** @type {PerformanceNavigationTiming} */ (arrival)?.type === "reload" ? location.pathname : "";

class DecisionTree extends HTMLElement {
  connectedCallback() {
    document.documentElement.dataset.asks = this.dataset.page = location.pathname;
    this.name = this.getAttribute("tree") ?? "";
    this.isPrivate = this.hasAttribute("data-private");
    this.worker = new URL(this.dataset.worker ?? "", document.baseURI).href;
    this.engine = new URL(this.dataset.engine ?? "", document.baseURI).href;
    this.$static = this.inner(".dt-static");
    this.$live = this.inner(".dt-live");
    /** @type {Answers} */
    this.answers = {};
    /** @type {Answers} what was answered before a change: kept, and asked again only where it no longer fits */
    this.kept = {};
    /** @type {Record<string, string>} exact days; they stay here, in memory */
    this.dates = {};
    this.isGoing = false;
    this.turn = 0; // counts what was asked of Python: only the last answer is shown
    this.ending = new AbortController();
    this.listen();
    if (this.isPrivate && reloaded === location.pathname) this.forget();
    reloaded = "";
    if (isReady(this.engine)) return void this.start();
    showBuiltStep(this, whereabouts(this));
    if (this.dataset.state === "static" && !saving()) this.awaitIntent();
  }

  disconnectedCallback() {
    this.ending?.abort();
    this.watch?.disconnect();
  }

  /** @param {string} selector @returns {HTMLElement} */
  inner(selector) {
    const $part = this.querySelector(selector);
    if (!($part instanceof HTMLElement)) throw new Error(`<decision-tree>: ${selector} is missing; build the page again.`);
    return $part;
  }

  listen() {
    const options = { signal: this.ending?.signal };
    this.addEventListener("click", (event) => this.onClick(event), options);
    this.addEventListener("submit", (event) => this.onSubmit(event), options);
    this.addEventListener("return", () => this.onReturn(), options); // told by note-taps.js
    this.addEventListener("tap", () => this.onTap(), options); // as above
  }

  /** Start Python when the reader seems to want it: in view while the page is idle, or touched in any way. */
  awaitIntent() {
    const options = { signal: this.ending?.signal, once: true, passive: true };
    for (const sign of ["pointerover", "touchstart", "focusin"]) this.addEventListener(sign, () => this.start(), options);
    const idle = window.requestIdleCallback ?? ((/** @type {() => void} */ then) => setTimeout(then, 200));
    this.watch = new IntersectionObserver(([entry]) => {
      if (!entry.isIntersecting) return;
      this.watch?.disconnect();
      idle(() => this.isConnected && this.start());
    });
    this.watch.observe(this);
  }

  async start() {
    if (this.dataset.state !== "static") return;
    this.dataset.state = "starting";
    try {
      this.python = python(this.worker ?? "", this.engine ?? "");
      await this.python.arrival();
      this.dataset.state = "ready";
      await this.takeOver();
    } catch {
      this.giveUp();
    }
  }

  /** Python will not come, or has gone: the page goes on by links, from where the reader stands. */
  giveUp() {
    if (!isHere(this) || this.dataset.state === "unavailable") return;
    const wasLive = !this.$live?.hidden;
    this.dataset.state = "unavailable";
    this.show(false);
    this.inner(".dt-notice").hidden = false;
    if (wasLive) showBuiltStep(this, { answers: this.answers ?? {} });
  }

  async takeOver() {
    if (!isHere(this)) return;
    const from = whereabouts(this);
    if (!from) return;
    const $focus = this.contains(document.activeElement) ? document.activeElement : null;
    const answer = $focus?.getAttribute("data-answer");
    const address = location.href;
    const step = await this.ask(from);
    if (location.href !== address) return; // A link was tapped meanwhile: onTap sees to it.
    this.take(step, "replace");
    if (!$focus || !step) return;
    const $same = answer && this.$live?.querySelector(`[data-answer="${answer}"]`);
    if ($same instanceof HTMLElement) $same.focus();
    else this.focusHeading();
  }

  /**
   * Ask Python where these answers lead, show it, and note it in the history.
   * @param {object} message answers or fragment, perhaps the answer just given
   * @param {"push" | "replace"} entry what becomes of the history
   */
  async step(message, entry) {
    this.take(await this.ask(message), entry);
  }

  /** Python's answer, or nothing where something else was asked meanwhile. @param {object} message */
  async ask(message) {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const base = new URL(this.dataset.base ?? "", document.baseURI).href;
    const step = await this.python?.step({ tree: this.name, base, dates: this.dates, ...message });
    return turn === this.turn ? step : undefined;
  }

  /** @param {import("./python.js").Step | undefined} step @param {"push" | "replace"} entry */
  take(step, entry) {
    if (!step || !isHere(this)) return;
    const $live = this.inner(".dt-live");
    $live.innerHTML = step.html; // Escaped by macros/browser, where all of it is made.
    this.answers = step.answers;
    this.dates = { ...this.dates, ...step.dates };
    this.show(true, step);
    this.dataset.shows = step.kind; // Paper then shows the answer alone, not the whole outline.
    if (step.problem) return this.focusProblem();
    const address = this.isPrivate || !step.fragment ? location.pathname + location.search : `#${step.fragment}`;
    note(this, step.answers, entry, address);
  }

  /** @param {boolean} live @param {import("./python.js").Step} [step] */
  show(live, step) {
    this.inner(".dt-live").hidden = !live;
    this.inner(".dt-static").hidden = live;
    if (!live) delete this.dataset.shows;
    this.stands = step;
    this.dispatchEvent(new Event("stands", { bubbles: true })); // chart-path.js marks the way on the chart.
  }

  /** @param {MouseEvent} event */
  onClick(event) {
    const $button = /** @type {Element} */ (event.target).closest("button");
    if (!$button || event.detail > 1) return; // A double tap is one answer.
    const { question, answer, change } = $button.dataset;
    if (question && answer) this.answer(question, answer);
    else if (change) this.change(change);
    else if ("restart" in $button.dataset) this.restart();
  }

  /** @param {SubmitEvent} event */
  onSubmit(event) {
    event.preventDefault();
    const $form = /** @type {HTMLFormElement} */ (event.target);
    const typed = new FormData($form);
    const question = $form.dataset.question ?? "";
    if ($form.querySelector("[name=day]")) this.answer(question, Object.fromEntries(typed));
    else if ($form.querySelector("[name=number]")) this.answer(question, typed.get("number"));
    else this.answer(question, typed.getAll("tick"));
  }

  /** @param {string} question @param {unknown} answer */
  answer(question, answer) {
    const answers = { ...this.kept, ...this.answers };
    delete this.dates?.[question]; // What was typed before is withdrawn.
    this.go({ answers, given: { question, answer } });
  }

  /** Ask one question again; what was answered after it is kept where it still fits. @param {string} question */
  change(question) {
    this.kept = { ...this.kept, ...this.answers };
    delete this.kept[question];
    const names = Object.keys(this.answers ?? {});
    const before = names.slice(0, names.indexOf(question)).map((name) => [name, this.answers?.[name]]);
    this.go({ answers: Object.fromEntries(before) });
  }

  restart() {
    this.kept = {};
    this.dates = {};
    this.go({ answers: {} });
  }

  /** @param {object} message */
  async go(message) {
    if (this.isGoing) return; // A double tap is one answer.
    this.isGoing = true;
    try {
      await this.step(message, "push");
      if (!this.querySelector(".dt-problem")) this.focusHeading();
    } catch {
      this.giveUp();
    } finally {
      this.isGoing = false;
    }
  }

  /** A link of the built page was tapped, and its answer noted: perhaps just before Python took over. */
  async onTap() {
    if (this.dataset.state !== "ready" || !this.$live?.hidden) return;
    try {
      await this.takeOver();
    } catch {
      this.giveUp();
    }
  }

  /** Back, forward, or a link within the page. */
  async onReturn() {
    if (this.dataset.state !== "ready" || !isHere(this)) return;
    if (isElsewhere(this)) return;
    this.kept = {}; // Who goes back answers anew.
    const from = whereabouts(this);
    if (!from) return this.show(false);
    try {
      await this.step(from, "replace");
      this.focusHeading();
    } catch {
      this.giveUp();
    }
  }

  focusHeading() {
    const $heading = this.querySelector(".dt-live .dt-ask, .dt-live .dt-verdict");
    if ($heading instanceof HTMLElement) $heading.focus();
  }

  focusProblem() {
    const $field = this.querySelector(".dt-live [aria-invalid], .dt-live input");
    if ($field instanceof HTMLElement) $field.focus();
  }

  /** A private tree starts again after a reload, and its address is bare. */
  forget() {
    if (location.hash) location.replace("#");
    history.replaceState(null, "", location.pathname + location.search);
  }
}

customElements.define("decision-tree", DecisionTree);
