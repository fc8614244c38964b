// Tells readers how the edition before them stands today. One file at the site's root serves all editions, old ones
// too, so it asks little of a page: the elements and attributes of partials/edition-notice.html and edition-status.html.
// A classic script in plain old words, since it must also run from a file and on old phones. On a page of the current
// edition this is all that is loaded; what leads to other editions stands in editions.js beside it.
(() => {
  if (!window.customElements || customElements.get("edition-notice")) return;
  const today = () => {
    const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10); // the reader's own day
  };
  const show = ($in, state) => $in.querySelectorAll("[data-when]").forEach(($one) => { $one.hidden = !$one.dataset.when.split(" ").includes(state); });
  // An edition's day in force, from versions.json; of a month its first day. "" is not known.
  const from = ({ properties }) => {
    const day = (properties && properties.in_force) || "";
    return day.length === 7 ? day + "-01" : day;
  };
  let list, isAsked; // once in a visit
  const more = ($notice) => {
    if (window.editionLinks) window.editionLinks($notice);
    else if (!isAsked) isAsked = document.head.appendChild(document.createElement("script")).src = $notice.root + "editions.js";
  };

  class Notice extends HTMLElement {
    connectedCallback() {
      const { from: own, root } = this.dataset;
      if (own > today()) show(this, "future");
      if (!root) return;
      this.root = new URL(root, location.href).href;
      list = list || fetch(this.root + "versions.json").then((answer) => answer.json());
      list.then((all) => this.hear(all)).catch(() => {}); // No list, no claim.
    }

    hear(all) {
      const { edition, from: own } = this.dataset;
      this.known = all.filter(({ version }) => version !== "draft").sort((one, other) => (one.version < other.version ? -1 : 1));
      // The newest whose day has come; of those without a day the one that the release calls current, else the newest.
      const come = this.known.filter((one) => !(from(one) > today()));
      const sure = come.filter((one) => from(one) || (one.aliases || []).includes("current"));
      const current = (sure.length ? sure : come).pop();
      this.next = this.known.filter((one) => from(one) > today() && one.version > edition)[0];
      this.other = current && current.version !== edition ? current : this.next;
      if (!this.other) return;
      if (edition !== "draft" && !(own > today()) && this.other !== this.next) show(this, "old");
      more(this);
    }
  }

  class Status extends HTMLElement {
    connectedCallback() {
      const { soon, due } = this.dataset;
      if (due) show(this, today() > due ? "overdue" : today() >= soon ? "soon" : "good");
      this.querySelector("details").ontoggle = () => {
        const $notice = document.querySelector("edition-notice");
        if ($notice.known) more($notice);
      };
    }
  }

  customElements.define("edition-status", Status);
  customElements.define("edition-notice", Notice);
})();
