// <decision-tree>: the page answers by links; once Python is there, this element takes over where the reader stands.
// It decides nothing. It sends answers to Python, shows the HTML that comes back, and keeps Back, focus and links right.
// @ts-check

import { focusHeading, focusProblem, holdFocus } from "./focus.js";
import { awaitIntent, isSpared } from "./intent.js";
import { forgetIfReloaded, isElsewhere, isHere, markWay, note, showBuiltStep, whereabouts } from "./place.js";
import { isReady, python } from "./python.js";
import { sayTyped, takeBack, tell } from "./told.js";

/** @typedef {import("./place.js").Answers} Answers */

// ms until the reader is told that Python is not there. Where it is only late, it still serves.
const READY_WITHIN = 8_000;

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
    this.isGoing = this.isTouched = false;
    this.turn = 0; // counts what was asked of Python: only the last answer is shown
    this.ending = new AbortController();
    this.listen();
    forgetIfReloaded(this);
    if (isReady(this.engine)) return void this.start();
    showBuiltStep(this, whereabouts(this));
    if (this.dataset.state === "static" && !isSpared()) awaitIntent(this, this.ending.signal, () => this.start());
  }

  disconnectedCallback() {
    this.ending?.abort();
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
    addEventListener("beforeprint", () => markWay(this), options);
    for (const sign of ["pointerdown", "keydown"]) this.addEventListener(sign, () => (this.isTouched = true), options);
  }

  async start() {
    if (this.dataset.state !== "static") return;
    this.enter("starting");
    const late = setTimeout(() => this.giveUp(), READY_WITHIN);
    try {
      this.python = python(this.worker ?? "", this.engine ?? "");
      await this.python.ready;
      const isLate = this.dataset.state === "unavailable";
      this.enter("ready");
      if (!isLate || !this.isTouched) await this.takeOver(); // Who is in the middle of a step is left there: see onTap.
    } catch {
      this.giveUp();
    } finally {
      clearTimeout(late);
    }
  }

  /** @param {import("./told.js").State} state */
  enter(state) {
    this.dataset.state = state;
    if (isHere(this)) tell(this, state);
  }

  /** Python is not there, not yet, or no more: the page goes on by links, from where the reader stands.
   *  @param {ReturnType<typeof whereabouts>} [from] */
  giveUp(from = whereabouts(this)) {
    if (this.dataset.state === "unavailable") return;
    this.enter("unavailable");
    const wasLive = !this.$live?.hidden;
    this.show(false);
    if (!isHere(this) || (isElsewhere(this) && !wasLive)) return;
    showBuiltStep(this, from);
    if (wasLive) focusHeading(this);
  }

  async takeOver() {
    if (!isHere(this)) return;
    const from = whereabouts(this);
    if (!from) return;
    const address = location.href;
    const step = await this.ask(from, false);
    if (location.href !== address) return; // A link was tapped meanwhile: onTap sees to it.
    const putBack = holdFocus(this);
    this.take(step, "replace");
    if (step) putBack();
  }

  /** Ask Python where these answers lead, show it, and note it in the history.
   *  @param {object} message answers or fragment, perhaps the answer just given @param {"push" | "replace"} entry */
  async step(message, entry) {
    this.take(await this.ask(message, true), entry);
  }

  /** Python's answer, or nothing where more was asked meanwhile. @param {object} message @param {boolean} isWaitedFor */
  async ask(message, isWaitedFor) {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const base = new URL(this.dataset.base ?? "", document.baseURI).href;
    const step = await this.python?.step({ tree: this.name, base, dates: this.dates, ...message }, isWaitedFor);
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
    this.dataset.state = "ready"; // Also where it was late, and the reader was told that it is not there.
    takeBack(this);
    this.dataset.shows = step.kind; // Paper then shows the answer alone, not the whole outline.
    if (step.problem) return focusProblem(this);
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
    const { question, answer, change, keep } = $button.dataset;
    if (question && answer) this.answer(question, answer);
    else if (change) this.change(change);
    else if (keep) import("./record.js").then(({ openRecord }) => openRecord(this, $button), print);
    else if ("restart" in $button.dataset) this.restart();
  }

  /** @param {SubmitEvent} event */
  onSubmit(event) {
    event.preventDefault();
    const $form = /** @type {HTMLFormElement} */ (event.target);
    const fields = new FormData($form);
    const question = $form.dataset.question ?? "";
    const typed = [...fields.values()].join(" ").trim();
    if ($form.querySelector("[name=day]")) this.answer(question, Object.fromEntries(fields), typed);
    else if ($form.querySelector("[name=number]")) this.answer(question, fields.get("number"), typed);
    else this.answer(question, fields.getAll("tick"));
  }

  /** @param {string} question @param {any} answer ids, or what was typed @param {string} [typed] the same in words */
  answer(question, answer, typed) {
    delete this.dates?.[question]; // What was typed before is withdrawn.
    this.go({ ...this.kept, ...this.answers }, { question, answer }, typed);
  }

  /** Ask one question again; what was answered after it is kept where it still fits. @param {string} question */
  change(question) {
    this.kept = { ...this.kept, ...this.answers };
    delete this.kept[question];
    const names = Object.keys(this.answers ?? {});
    const before = names.slice(0, names.indexOf(question)).map((name) => [name, this.answers?.[name]]);
    this.go(Object.fromEntries(before));
  }

  restart() {
    this.kept = {};
    this.dates = {};
    this.go({});
  }

  /**
   * On to the next step. The answer is noted before Python is asked, so that nothing can lose it meanwhile.
   * Only what was typed is not: no date ever stands in the history, and Python alone knows which range it is in.
   * @param {Answers} before @param {{question: string, answer: any}} [given] @param {string} [typed]
   */
  async go(before, given, typed) {
    if (this.isGoing || !isHere(this)) return; // A double tap is one answer.
    this.isGoing = true;
    const isNoted = typed === undefined;
    const answers = isNoted && given ? { ...before, [given.question]: given.answer } : before;
    if (isNoted) note(this, answers, "push");
    try {
      await this.step({ answers: before, given }, isNoted ? "replace" : "push");
      if (!this.querySelector(".dt-problem")) focusHeading(this);
    } catch {
      this.giveUp({ answers });
      if (typed) sayTyped(this, typed);
    } finally {
      this.isGoing = false;
    }
  }

  /** A link of the built page was tapped, and its answer noted: perhaps just before Python came. */
  async onTap() {
    if (this.dataset.state !== "ready" || !this.$live?.hidden) return;
    try {
      await this.takeOver();
    } catch {
      this.giveUp();
    }
  }

  /** Back, Forward, or a link within the page. */
  async onReturn() {
    if (!isHere(this) || isElsewhere(this)) return;
    this.kept = {}; // Who goes back answers anew.
    const from = whereabouts(this);
    // Once the browser is through with it: until then :target is the step before.
    if (this.dataset.state !== "ready") return void setTimeout(() => from && isHere(this) && showBuiltStep(this, from));
    if (!from) return this.show(false);
    try {
      await this.step(from, "replace");
      focusHeading(this);
    } catch {
      this.giveUp(from);
    }
  }
}

customElements.define("decision-tree", DecisionTree);
