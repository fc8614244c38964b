// Leads from a page of one edition to its like in another, and to the very clause. Loaded by notices.js, from the site's
// root, where a page is not of the current edition, or where a reader opens the list of editions.
(() => {
  if (window.editionLinks) return;
  const asked = {};
  const ask = (address) => asked[address] || (asked[address] = fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(address);
    return answer.text();
  }));
  const parts = ($in, selector) => [...$in.querySelectorAll(selector)];
  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (all, name) => values[name] || all);
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
    const policy = JSON.parse(await ask(base + "policy.json"));
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
  const start = ({ root }, edition) => ({ href: root + edition + "/", kind: "start" });

  const link = async ($notice) => {
    if (!$notice.other) return;
    const edition = $notice.other.version;
    const { href, kind, number } = await aim($notice, edition).catch(() => start($notice, edition));
    parts($notice, "a").forEach(($link) => {
      $link.href = href;
      $link.textContent = fill($notice.dataset[kind], { number, edition });
      $link.hidden = false;
    });
  };

  // On an old edition the notice stays in sight, also of somebody who came by a link to a clause far down.
  const stay = ($notice) => {
    const isOld = parts($notice, "[data-when=old]").some(($one) => !$one.hidden);
    document.documentElement.classList.toggle("is-old", isOld);
    const $at = isOld && target();
    // Where the browser had put the clause, the notice would now cover it.
    if ($at && Math.abs($at.getBoundingClientRect().top - 80) < 80) $at.scrollIntoView();
  };

  // A new edition is to come; said where nothing else is.
  const announce = ($notice) => {
    if (!$notice.next || $notice.other !== $notice.next) return;
    parts($notice, "[data-when=next]").forEach(($one) => {
      const $words = $one.querySelector("span");
      $words.textContent = fill($words.textContent, { day: inWords($notice.next.properties.in_force, $notice.dataset.months) });
      $one.hidden = parts($notice, "[data-when=future]").some(($other) => !$other.hidden);
    });
  };

  const list = ($notice) => parts(document, "edition-status .elsewhere").forEach(($list) => {
    const others = $notice.known.filter(({ version }) => version !== $notice.dataset.edition).reverse();
    const $all = $list.querySelector("ul");
    $list.hidden = !others.length;
    $all.textContent = "";
    others.forEach(({ version, title }) => {
      const $link = $all.appendChild(document.createElement("li")).appendChild(document.createElement("a"));
      $link.textContent = title || version;
      $link.href = $notice.root + version + "/" + $notice.dataset.at + location.hash;
      $link.onclick = (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        aim($notice, version).catch(() => start($notice, version)).then(({ href }) => { location.href = href; });
      };
    });
  });

  window.editionLinks = ($notice) => {
    announce($notice);
    stay($notice);
    link($notice);
    list($notice);
  };
  parts(document, "edition-notice").filter(($notice) => $notice.known).forEach(window.editionLinks);
  addEventListener("hashchange", () => parts(document, "edition-notice").filter(($notice) => $notice.known).forEach(link));
})();
