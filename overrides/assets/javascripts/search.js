// Finds clauses, questions and pages for what a reader types. Knows nothing of the page it is used in, so that Node can
// try it as it is. How results are ordered stands in docs/design/019-search.md.
// @ts-check

/** @typedef {{ kind: string, number?: string, title: string, at: string, text: string }} Found */

const MOST = 12; // results
// Where a word stands: what a thing is called counts most, what its text happens to say least.
const FIELDS = { title: 4, also: 8, topics: 4, force: 2, rests: 1, text: 1 };
const ABOUT = new Set(["title", "also", "topics"]);
// What kind of thing it is counts a little.
const KINDS = { question: 1.2, clause: 1, definition: 1, page: 0.6 };
const NUMBER = /\d/;
const TOKENS = /\p{L}{1,4}[.-]\d+|\d+(?:\.\d+)+|[\p{L}\p{N}]+/gu;
const SENTENCES = /[^.!?]+(?:[.!?]+(?=\S)[^.!?]+)*[.!?]*\s*/gu;

/** The words of a text; a clause number is one word. @param {string} text @returns {string[]} */
const plainWords = (text) => text.toLowerCase().replace(/(\d),(?=\d)/g, "$1.").replace(/['’]/g, "").match(TOKENS) ?? [];

/** What searches an index. @param {any} index find.json @param {any} MiniSearch
 *  @param {(word: string) => string} stemmer */
export function makeSearch(index, MiniSearch, stemmer) {
  const known = new Set();
  // "should not" is one word too, so that it is told from "should".
  const forces = new RegExp(`(?<!\\p{L})(?:${[...index.forces].sort((one, other) => other.length - one.length).join("|")})(?!\\p{L})`, "giu");
  const forceWords = new Set(index.forces.map((/** @type {string} */ force) => force.replace(/ /g, "")));
  const wordsOf = (/** @type {string} */ text) => plainWords(text.replace(forces, (force) => force.replace(/ /g, "")));
  const stem = (/** @type {string} */ word) => (index.stems && !NUMBER.test(word) ? stemmer(word) : word);
  /** @type {Map<string, string[]>} */
  const alike = new Map();
  for (const [word, readers] of Object.entries(index.alike)) {
    alike.set(stem(word), [...(alike.get(stem(word)) ?? []), ...readers.map(stem)]);
  }
  // A word of the policy is found by the readers' words for it, too.
  const asIndexed = (/** @type {string} */ word) => [stem(word), ...(alike.get(stem(word)) ?? [])];

  const engine = new MiniSearch({
    fields: Object.keys(FIELDS),
    tokenize: wordsOf,
    searchOptions: { bm25: { k: 1.2, b: 0.3, d: 0.5 } },
    processTerm: (/** @type {string} */ word) => {
      const terms = asIndexed(word);
      terms.forEach((term) => known.add(term));
      return terms;
    },
  });
  engine.addAll(index.documents.map((/** @type {Found} */ one, /** @type {number} */ id) => ({ ...one, id })));

  const isWord = (/** @type {string} */ term) => !NUMBER.test(term);
  const options = {
    boost: FIELDS,
    boostDocument: (/** @type {number} */ id) => KINDS[/** @type {keyof KINDS} */ (index.documents[id].kind)],
    processTerm: stem,
    // The word that is being typed may still be cut short.
    prefix: (/** @type {string} */ term, /** @type {number} */ at, /** @type {string[]} */ terms) =>
      isWord(term) && at === terms.length - 1 && term.length > 2,
    // Only a word that stands nowhere can be misspelt.
    fuzzy: (/** @type {string} */ term) => isWord(term) && !known.has(term) && term.length > 3 && (term.length > 7 ? 2 : 1),
  };

  /** The clause whose number was typed, if one was. @param {string} query */
  const byNumber = (query) => {
    const bare = (/** @type {string} */ text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
    const typed = wordsOf(query);
    return index.documents.findIndex(({ number = "" }) => number && (
      typed.some((word) => NUMBER.test(word) && word === number.toLowerCase())
      || (/\p{L}/u.test(number) && bare(query).replace(/^clause/, "") === bare(number))));
  };

  /** The best results, the best first. @param {string} query */
  return (query) => {
    const typed = wordsOf(query);
    const telling = typed.filter((word) => !index.ignore.includes(word));
    const ranked = engine.search((telling.length ? telling : typed).join(" "), options);
    const first = byNumber(query);
    const whole = first < 0 ? [] : [{ id: first, match: {} }];
    const others = ranked.filter((/** @type {any} */ { id }) => id !== first);
    // A question that is about all that was typed comes before the clauses it rests on.
    const count = new Set(telling.map(stem)).size;
    const isAbout = (/** @type {any} */ { id, queryTerms, match }) => index.documents[id].kind === "question"
      && new Set(queryTerms).size === count
      && Object.values(match).filter((fields) => fields.some((/** @type {string} */ field) => ABOUT.has(field))).length >= count;
    const about = telling.some((word) => !forceWords.has(word)) ? others.filter(isAbout) : [];
    return [...whole, ...about, ...others.filter((/** @type {any} */ one) => !about.includes(one))].slice(0, MOST).map(({ id, match }) => {
      const one = index.documents[id];
      return { ...one, isWhole: id === first, excerpt: excerpt(one, wordsOf, (word) => asIndexed(word).some((term) => term in match)) };
    });
  };
}

/** The sentence of a clause that has most of what was typed; of anything else its own line. In pieces, every second
 *  one of which was typed. @param {any} one @param {(text: string) => string[]} wordsOf @param {(word: string) => boolean} isTyped @returns {string[]} */
function excerpt(one, wordsOf, isTyped) {
  const sentences = one.kind === "question" || one.kind === "page" ? [one.shown ?? ""] : one.text.match(SENTENCES) ?? [""];
  const typedIn = (/** @type {string} */ text) => new Set(wordsOf(text).filter(isTyped)).size;
  const best = sentences.reduce((/** @type {string} */ so, /** @type {string} */ text) => (typedIn(text) > typedIn(so) ? text : so));
  const pieces = [""];
  for (const part of best.trim().split(/([\p{L}\p{N}'’.-]*[\p{L}\p{N}])/u)) {
    const isMarked = wordsOf(part).some(isTyped);
    if (isMarked === (pieces.length % 2 === 0) || !part) pieces[pieces.length - 1] += part;
    else pieces.push(part);
  }
  return pieces;
}
