// Tells readers how the edition before them stands today. One file at the site's root serves all editions, old ones
// too, so it asks little of a page: the elements and attributes of partials/edition-notice.html and edition-status.html.
// A classic script in plain old words, since it must also run from a file and on old phones.
(() => {
  if (!window.customElements || customElements.get("edition-notice")) return;
  const asked = {};
  const ask = (address) => asked[address] || (asked[address] = fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(address);
    return answer.text();
  }));
  const json = (address) => ask(address).then(JSON.parse);
  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => (part < 10 ? "0" : "") + part).join("-");
  };
  const parts = ($in, selector) => [...$in.querySelectorAll(selector)];
  const show = ($in, state) => parts($in, "[data-when]").forEach(($one) => { $one.hidden = $one.dataset.when !== state; });
  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (all, name) => values[name] || all);

  // An edition's day in force, from versions.json, as it stands there and to the day; "" is not known.
  const inForce = ({ properties }) => (properties && properties.in_force) || "";
  const from = (one) => inForce(one) + (inForce(one).length === 7 ? "-01" : "");
  const inWords = (day, months) => {
    const [year, month, date] = day.split("-");
    return [date && +date, months.split(" ")[month - 1], year].filter(Boolean).join(" ");
  };

  const target = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (error) {
      return null; // An address that somebody mistyped.
    }
  };

  // Where this page, or the clause in the address, stands in another edition; and what became of the clause.
  const aim = async ({ root, dataset: { at } }, edition) => {
    const base = root + edition + "/";
    const policy = await json(base + "policy.json");
    const $at = target();
    const $clause = $at && $at.closest("h1, h2, h3, h4, h5, h6");
    const $number = $clause && $clause.querySelector("span[id]");
    const clause = $number && policy.clauses.find(({ id }) => id === $clause.id);
    if (clause) {
      const kind = clause.kind === "repealed" ? "repealed" : clause.number === $number.id ? "same" : "renumbered";
      return { href: `${base}${clause.page}#${clause.id}`, kind, number: clause.number };
    }
    const isThere = !at || (await ask(base + "sitemap.xml")).includes(`${edition}/${at}<`);
    return { href: base + (isThere ? at : ""), kind: $number ? "gone" : isThere ? "page" : "start" };
  };

  class Notice extends HTMLElement {
    connectedCallback() {
      const { from, root } = this.dataset;
      document.documentElement.classList.remove("is-old");
      if (from > today()) show(this, "future");
      this.root = root && new URL(root, location.href).href; // One name for it on all pages of a visit.
      if (root) json(this.root + "versions.json").then((all) => this.hear(all)).catch(() => {}); // No list, no claim.
    }

    hear(all) {
      const { edition, from: own } = this.dataset;
      const known = all.filter(({ version }) => version !== "draft").sort((one, other) => (one.version < other.version ? -1 : 1));
      // The newest whose day has come; of those without a day the one that the release calls current, else the newest.
      const come = known.filter((one) => !(from(one) > today()));
      const sure = come.filter((one) => from(one) || (one.aliases || []).includes("current"));
      const current = (sure.length ? sure : come).pop();
      const next = known.filter((one) => from(one) > today() && one.version > edition)[0];
      this.other = current && current.version !== edition ? current.version : next && next.version;
      if (edition !== "draft" && !(own > today()) && this.other) show(this, current && current.version !== edition ? "old" : "next");
      if (next) parts(this, "[data-when=next] span").forEach(($words) => {
        $words.textContent = fill($words.textContent, { day: inWords(inForce(next), this.dataset.months) });
      });
      this.stay();
      this.link();
      parts(document, "edition-status .elsewhere").forEach(($list) => this.list($list, known.filter(({ version }) => version !== edition)));
    }

    // On an old edition the notice stays in sight, also of somebody who came by a link to a clause far down.
    stay() {
      const isOld = parts(this, "[data-when=old]").some(($one) => !$one.hidden);
      document.documentElement.classList.toggle("is-old", isOld);
      const $at = isOld && target();
      // Where the browser had put the clause, the notice would now cover it.
      if ($at && Math.abs($at.getBoundingClientRect().top - 80) < 80) $at.scrollIntoView();
    }

    async link() {
      if (!this.other) return;
      const start = { href: this.root + this.other + "/", kind: "start" };
      const { href, kind, number } = await aim(this, this.other).catch(() => start);
      parts(this, "a").forEach(($link) => {
        $link.href = href;
        $link.textContent = fill(this.dataset[kind], { number, edition: this.other });
        $link.hidden = false;
      });
    }

    list($list, others) {
      $list.hidden = !others.length;
      const $all = $list.querySelector("ul");
      $all.textContent = "";
      others.reverse().forEach(({ version, title }) => {
        const $link = document.createElement("a");
        $link.textContent = title || version;
        $link.href = this.root + version + "/" + this.dataset.at + location.hash;
        $link.onclick = (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          event.stopPropagation();
          aim(this, version).then(({ href }) => { location.href = href; }, () => { location.href = this.root + version + "/"; });
        };
        $all.appendChild(document.createElement("li")).appendChild($link);
      });
    }
  }

  class Status extends HTMLElement {
    connectedCallback() {
      const { soon, due } = this.dataset;
      if (due) show(this, today() > due ? "overdue" : today() >= soon ? "soon" : "");
    }
  }

  customElements.define("edition-status", Status);
  customElements.define("edition-notice", Notice);
  addEventListener("hashchange", () => parts(document, "edition-notice").forEach(($notice) => $notice.link()));
})();
