// Where no page is: looks for its like in this edition, by the address, by its last part, or by a clause's number or id.
// At the site's root, for 404.html, which is shown under any address. Plain old words, as in notices.js.
(() => {
  const $found = document.querySelector("[data-found]");
  if (!$found) return;
  const here = new URL($found.dataset.edition, location.href).href;
  const root = new URL($found.dataset.root, location.href).href;
  const plain = (address) => decodeURI(address).toLowerCase().replace(/(\/|\/?index\.html)$/, "");
  const last = (address) => address.split("/").pop();
  const ask = (name) => fetch(here + name).then((answer) => (answer.ok ? answer.text() : ""));

  // Without an edition's name in front, if there is one: nobody knows that edition, or it has no such page.
  const sought = () => {
    const address = plain(location.origin + location.pathname);
    const within = address.indexOf(root.toLowerCase()) ? last(address) : address.slice(root.length);
    return within.replace(/^(\d{4}-\d\d(-\d\d)?|current|draft)(\/|$)/, "");
  };
  const pageLike = (name, map) => {
    const pages = (map.match(/<loc>[^<]*/g) || []).map((one) => one.slice(5));
    const base = pages.sort((one, other) => one.length - other.length)[0] || "";
    const known = pages.map((one) => one.slice(base.length));
    const same = known.filter((one) => plain(one) === name);
    const like = known.filter((one) => last(plain(one)) === last(name));
    return same[0] || (like.length === 1 ? like[0] : "");
  };
  const clauseLike = (name, text) => {
    const names = [last(name), location.hash.slice(1)].filter(Boolean);
    const clause = text && JSON.parse(text).clauses.find(({ id, number }) => names.includes(id) || names.includes(number.toLowerCase()));
    return clause ? clause.page + "#" + clause.id : "";
  };

  const name = sought();
  if (!name) return;
  Promise.all([ask("sitemap.xml"), ask("policy.json")]).then(([map, policy]) => {
    const page = pageLike(name, map);
    const address = page ? page + location.hash : clauseLike(name, policy);
    if (!address) return;
    const $link = $found.querySelector("a");
    $link.href = $link.textContent = here + address;
    $found.hidden = false;
  }).catch(() => {});
})();
