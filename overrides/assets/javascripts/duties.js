// <duty-list>: shows the duties of one topic alone. The list is whole without it; then "by topic" leads to each by a link.
// @ts-check

class DutyList extends HTMLElement {
  connectedCallback() {
    const $form = this.querySelector(".duty-topics");
    const $topic = $form?.querySelector("select");
    if (!($form instanceof HTMLFormElement) || !$topic) return;
    $form.hidden = false;
    this.querySelector(".duty-by-topic")?.toggleAttribute("hidden", true);
    $form.onsubmit = (event) => event.preventDefault();
    $topic.onchange = () => this.show($topic.value);
    if ($topic.value) this.show($topic.value); // A browser may bring a choice back with the page.
  }

  /** @param {string} topic "" for all */
  show(topic) {
    const $duties = [...this.querySelectorAll(".duty-group li")];
    for (const $duty of $duties) {
      const topics = $duty.getAttribute("data-topics")?.split("|") ?? [];
      $duty.toggleAttribute("hidden", topic !== "" && !topics.includes(topic));
    }
    for (const $group of this.querySelectorAll(".duty-group")) {
      $group.toggleAttribute("hidden", !$group.querySelector("li:not([hidden])"));
    }
    const $told = this.querySelector(".duty-told");
    const count = $duties.filter(($duty) => !$duty.hasAttribute("hidden")).length;
    const words = (topic ? this.dataset.shown : this.dataset.all) ?? "";
    if ($told) $told.textContent = words.replace(/\{(\w+)\}/g, (_, name) => String({ topic, count, all: $duties.length }[String(name)]));
  }
}

if (!customElements.get("duty-list")) customElements.define("duty-list", DutyList);
