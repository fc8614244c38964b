// Finds clauses, questions and pages for what a reader types. Knows nothing of the page it is used in, so that Node can
// try it as it is. How results are ordered, and why, stands in docs/design/019-search.md.
// @ts-check

/** @typedef {{ id: number, match: Record<string, string[]>, queryTerms?: string[] }} Hit */

const MOST = 12; // results
// Where a word stands: what somebody says for a thing and what it is called count most, what its text says least.
const FIELDS = { also: 8, title: 4, topics: 4, force: 2, rests: 1, text: 1 };
const ABOUT = ["also", "title", "topics"];
const KINDS = { question: 1.2, clause: 1, definition: 1, page: 0.6 };
// Texts here are short, and a longer one is no worse: its length counts less than MiniSearch would have it (0.7).
const BM25 = { k: 1.2, b: 0.3, d: 0.5 };
const HAS_FIGURE = /\d/;
// "rev-1" and "a.3", then "5.10", then words.
const TOKENS = /\p{L}{1,4}[.-]\d+|\d+(?:\.\d+)+|[\p{L}\p{N}]+/gu;
const SENTENCES = /[^.!?]+(?:[.!?]+(?=\S)[^.!?]+)*[.!?]*\s*/gu;

/** What searches an index. @param {any} index find.json @param {any} MiniSearch
 *  @param {(word: string) => string} stemmer */
export function makeSearch(index, MiniSearch, stemmer) {
  const { wordsOf, isForce } = reading(index.forces);
  const stem = (/** @type {string} */ word) => (index.stems && !HAS_FIGURE.test(word) ? stemmer(word) : word);
  const termsOf = withReadersWords(index.alike, stem);
  const known = new Set();
  const engine = new MiniSearch({
    fields: Object.keys(FIELDS),
    tokenize: wordsOf,
    processTerm: (/** @type {string} */ word) => {
      const terms = termsOf(word);
      for (const term of terms) known.add(term);
      return terms;
    },
  });
  engine.addAll(index.documents.map((/** @type {object} */ one, /** @type {number} */ id) => ({ ...one, id })));
  const options = {
    boost: FIELDS,
    boostDocument: (/** @type {number} */ id) => KINDS[/** @type {keyof KINDS} */ (index.documents[id].kind)],
    bm25: BM25,
    processTerm: stem,
    // The word that is being typed may be cut short. A number never is: 5.2 is not 5.21.
    prefix: (/** @type {string} */ term, /** @type {number} */ at, /** @type {string[]} */ terms) =>
      !HAS_FIGURE.test(term) && at === terms.length - 1 && term.length > 2,
    // Only a word that stands nowhere can be misspelt.
    fuzzy: (/** @type {string} */ term) =>
      !HAS_FIGURE.test(term) && !known.has(term) && term.length > 3 && (term.length > 5 ? 2 : 1),
  };

  /** A question whose title, line or readers' words have all that was typed. @param {string[]} telling */
  const isAbout = (telling) => {
    const count = new Set(telling.map(stem)).size;
    return (/** @type {Hit} */ { id, queryTerms, match }) => index.documents[id].kind === "question"
      && new Set(queryTerms).size === count
      && Object.values(match).filter((fields) => fields.some((field) => ABOUT.includes(field))).length >= count;
  };

  /** The best results, the best first; `isCut` where there are more. @param {string} query */
  return (query) => {
    const typed = wordsOf(query);
    const telling = typed.filter((word) => !index.ignore.includes(word));
    /** @type {Hit[]} */
    const ranked = engine.search((telling.length ? telling : typed).join(" "), options);
    const whole = byNumber(index.documents, query, typed);
    const isFirst = telling.every(isForce) ? () => false : isAbout(telling);
    const others = ranked.filter(({ id }) => id !== whole);
    const hits = [
      ...(whole < 0 ? [] : [{ id: whole, match: {} }]),
      ...others.filter(isFirst),
      ...others.filter((hit) => !isFirst(hit)),
    ];
    const results = hits.slice(0, MOST).map(({ id, match }) => ({
      ...index.documents[id],
      isWhole: id === whole,
      force: Object.values(match).some((fields) => fields.includes("force")) ? index.documents[id].force : "",
      excerpt: excerpt(index.documents[id], wordsOf, (word) => termsOf(word).some((term) => term in match)),
    }));
    return Object.assign(results, { isCut: hits.length > MOST });
  };
}

/** How a text is cut into words. A clause number is one; so is "should not", which is not "should".
 *  @param {string[]} forces as the language of the site has them, in any letters */
function reading(forces) {
  const bare = (/** @type {string} */ text) => text.toLowerCase().replace(/['’]/g, "");
  const joined = (/** @type {string} */ text) => text.replace(/ /g, "");
  const longestFirst = forces.map(bare).sort((one, other) => other.length - one.length);
  const escaped = longestFirst.map((force) => force.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  // \b knows Latin letters alone.
  const written = new RegExp(`(^|[^\\p{L}\\p{N}])(${escaped.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  const names = forces.map(bare).map(joined);
  return {
    isForce: (/** @type {string} */ word) => names.includes(word),
    wordsOf: (/** @type {string} */ text) => {
      const whole = bare(text).replace(written, (_, before, force) => before + joined(force));
      return whole.replace(/(\d),(?=\d)/g, "$1.").match(TOKENS) ?? [];
    },
  };
}

/** A word of the policy is found by what readers say for it, too: { photo: ["selfie", "pic"] }.
 *  @param {Record<string, string[]>} alike @param {(word: string) => string} stem */
function withReadersWords(alike, stem) {
  /** @type {Map<string, string[]>} */
  const terms = new Map();
  for (const [word, readers] of Object.entries(alike)) {
    terms.set(stem(word), [...(terms.get(stem(word)) ?? [stem(word)]), ...readers.map(stem)]);
  }
  return (/** @type {string} */ word) => terms.get(stem(word)) ?? [stem(word)];
}

/** The clause whose whole number was typed: "5.2" anywhere; "A.3", "a3" or "AIM" alone. -1 where there is none.
 *  @param {{ number?: string }[]} documents @param {string} query @param {string[]} typed */
function byNumber(documents, query, typed) {
  const bare = (/** @type {string} */ text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const numbers = typed.filter((word) => HAS_FIGURE.test(word));
  return documents.findIndex(({ number = "" }) => number
    && (numbers.includes(number.toLowerCase()) || (/\p{L}/u.test(number) && bare(query) === bare(number))));
}

/** The sentence of a clause that has most of what was typed; of anything else its own line. In pieces, every second
 *  one of which was typed. @param {any} one @param {(text: string) => string[]} wordsOf
 *  @param {(word: string) => boolean} isTyped @returns {string[]} */
function excerpt({ text = "", shown, kind }, wordsOf, isTyped) {
  const hasOwnLine = kind === "question" || kind === "page";
  const lines = hasOwnLine ? [shown ?? ""] : text.match(SENTENCES) ?? [""];
  const count = (/** @type {string} */ line) => new Set(wordsOf(line).filter(isTyped)).size;
  const best = lines.reduce((/** @type {string} */ so, /** @type {string} */ line) => (count(line) > count(so) ? line : so));
  const pieces = [""];
  for (const part of best.trim().split(/([\p{L}\p{N}'’.-]*[\p{L}\p{N}])/u)) {
    const isMarked = wordsOf(part).some(isTyped);
    if (isMarked === (pieces.length % 2 === 0)) pieces[pieces.length - 1] += part;
    else pieces.push(part);
  }
  return pieces;
}
