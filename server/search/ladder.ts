/** The ladder: what counts as an answer, from all words in a paragraph down to most of them. */

import type { ParagraphStore } from '../engine/paragraph-store.ts';
import { unite } from '../engine/scan-results.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { firstFrom } from '../engine/sorted-lists.ts';
import { Accumulators } from './accumulators.ts';
import { isAlphabetic } from './alphabetic.ts';
import { ABSENT, type Found, findAll, INSIDE, WHOLE } from './matcher.ts';
import { type Match, type Matches, matchesOf } from './matches.ts';
import type { Plan } from './plan.ts';
import { documentsWithTerm, inverseFrequency } from './word-lookup.ts';

/**
 * Every paragraph that has all that is sought: as its words, or where segmentation hides them.
 * Where conditions alone are given, the titles of the articles that satisfy them, or whatever else
 * the plan lists.
 *
 * @param phrase the folded query without white space, empty if it is not to be read as one phrase
 */
export function allInParagraph(index: SearchIndex, plan: Plan, phrase: string): Matches {
  if (plan.clauses.length === 0) {
    const docs = listedDocuments(index, plan).filter(plan.admits);
    return {
      step: 'paragraph',
      docs,
      wholeWords: new Uint8Array(docs.length).fill(1),
      missing: null,
    };
  }
  const matchers = plan.clauses.map(({ matcher }) => matcher);
  const found = findAll(matchers, index.paragraphs.size);
  const admitted = plan.isFiltered ? admittedBy(plan, found) : found;
  if (phrase !== '' && plan.words.length > 1) countPhraseAsWhole(index, admitted, phrase);
  return { step: 'paragraph', ...admitted, missing: null };
}

function admittedBy(plan: Plan, { docs, wholeWords }: Found): Found {
  const isAdmitted = Array.from(docs, plan.admits);
  return {
    docs: docs.filter((_, i) => isAdmitted[i]),
    wholeWords: wholeWords.filter((_, i) => isAdmitted[i]),
  };
}

/** Several words together as typed are no accident, wherever segmentation cut them (跑过|去). */
function countPhraseAsWhole(
  { paragraphs }: SearchIndex,
  { docs, wholeWords }: Found,
  phrase: string,
): void {
  const inside = docs.filter((_, i) => wholeWords[i] === 0);
  if (inside.length === 0) return;
  const said = paragraphs.text.scan(phrase, 'any', paragraphs.text.blocksOf(inside)).docs;
  let at = 0;
  for (let i = 0; i < said.length; i++) {
    at = firstFrom(docs, said[i]!, at);
    if (docs[at] === said[i]) wholeWords[at] = 1;
  }
}

function listedDocuments({ paragraphs }: SearchIndex, { lists }: Plan): Uint32Array {
  if (lists === null) return new Uint32Array(0);
  return lists === 'title'
    ? paragraphs.titles()
    : new Uint32Array(paragraphs.size).map((_, doc) => doc);
}

/** The paragraphs with any of what is sought, in articles that have it all. */
export function allInArticle({ paragraphs }: SearchIndex, plan: Plan): Matches {
  const matchers = plan.clauses.map(({ matcher }) => matcher);
  if (matchers.length < 2) return matchesOf('article', []);
  let within = paragraphs.text.blocksOfArticlesInAll(
    matchers.flatMap((matcher) => matcher.blocks() ?? []),
  );
  const lists: Uint32Array[] = [];
  // The rarer ones first: they leave the fewest articles for the others to be looked for in.
  const listing = matchers.filter(({ listsAll }) => listsAll);
  for (const matcher of listing.sort((a, b) => a.frequency - b.frequency)) {
    const own = matcher.documents(within);
    lists.push(own);
    within = paragraphs.text.blocksOfArticlesInAll([within, paragraphs.text.blocksOf(own)]);
  }
  let docs =
    lists.length === 0
      ? paragraphs.titles()
      : unite(
          lists.map((own) => paragraphs.text.documentsIn(own, within)),
          paragraphs.size,
        );
  for (const matcher of matchers.filter(({ listsAll }) => !listsAll)) {
    const all = paragraphs.withTheirArticles(docs);
    docs = paragraphs.withTheirArticles(all.filter((doc) => matcher.presence(doc) !== ABSENT));
  }
  const blocks = paragraphs.text.blocksOf(docs);
  const presences = matchers.map((matcher) => matcher.presences(docs, blocks));
  const found = new Uint32Array(docs.length);
  const wholeWords = new Uint8Array(docs.length);
  let count = 0;
  for (let i = 0; i < docs.length; i++) {
    let worst: number = ABSENT;
    for (const own of presences) {
      if (worst !== INSIDE && own[i] !== ABSENT) worst = own[i]!;
    }
    if (worst === ABSENT || !plan.admits(docs[i]!)) continue;
    found[count] = docs[i]!;
    wholeWords[count++] = worst === WHOLE ? 1 : 0;
  }
  return {
    step: 'article',
    docs: found.subarray(0, count),
    wholeWords: wholeWords.subarray(0, count),
    missing: null,
  };
}

/** Documents that the last step looks through; frequent words beyond them find nothing that rare ones do not. */
const MAX_POSTINGS = 20_000;

/** Paragraphs that are judged on the last step: those with the rarest words, the most of them. */
const MAX_JUDGED = 300;

/**
 * Paragraphs with some of the words or of their parts; ranking keeps those that say most of the query.
 *
 * @param roughScores of documents, ascending: of those that have the same words the best are judged
 */
export function mostWords(
  index: SearchIndex,
  plan: Plan,
  roughScores: (docs: Uint32Array) => Float64Array,
): Matches {
  const { paragraphs } = index;
  const worth = new Accumulators(paragraphs.size);
  const terms = affordableTerms(index, plan);
  for (const { idf, docs } of terms) worth.add(docs, idf);
  creditTitles(paragraphs, terms, worth);
  const best = worth.best(MAX_JUDGED, plan.isFiltered ? plan.admits : null, roughScores);
  const docs = Uint32Array.from(best);
  const blocks = paragraphs.text.blocksOf(docs);
  const presences = plan.clauses.map(({ matcher }) => matcher.presences(docs, blocks));
  const matches = best.map((doc, place): Match => {
    const own = presences.map((of) => of[place]!);
    const missing = own.flatMap((presence, i) => (presence === ABSENT ? i : []));
    return { doc, step: 'words', wholeWords: !own.includes(INSIDE), missing };
  });
  return matchesOf('words', matches);
}

/**
 * What the title says goes for the paragraphs that say something of the query themselves: whoever
 * asks for a title's subject finds paragraphs that do not name it again.
 */
function creditTitles(
  paragraphs: ParagraphStore,
  terms: readonly Evidence[],
  worth: Accumulators,
): void {
  for (const { idf, docs } of terms) {
    for (let i = 0; i < docs.length; i++) {
      const title = docs[i]!;
      if (paragraphs.kindOf(title) !== 'title') continue;
      const { end } = paragraphs.articleRange(title);
      worth.raise(title + 1, end, idf);
    }
  }
}

interface Evidence {
  /** Whether the term is a single character. */
  readonly isCharacter: boolean;
  readonly idf: number;
  readonly docs: ArrayLike<number>;
}

/** The rarest terms with their documents, as long as these are not too many; one at least. */
function affordableTerms(index: SearchIndex, plan: Plan): Evidence[] {
  const all = new Set(plan.topics.flatMap(({ word }) => [...word.terms, ...word.parts]));
  const frequency = (term: string): number => index.documentFrequencies.get(term) ?? 0;
  const known = [...all].filter((term) => frequency(term) > 0);
  known.sort((a, b) => frequency(a) - frequency(b));
  let postings = 0;
  const affordable = known.filter((term, i) => {
    postings += frequency(term);
    return i === 0 || postings <= MAX_POSTINGS;
  });
  const found = [
    ...affordable.map((term) => evidence(index, term, documentsWithTerm(index, term))),
    ...unknownWords(index, plan),
  ];
  // 号 of 鹦鹉螺号 潜艇, the only one that is anywhere, is on every page and says nothing.
  const isLeftOver = found.length === 1 && found[0]!.isCharacter && [...all].some(isLong);
  return isLeftOver ? [] : found;
}

/** Each costs a scan of the text, or one for every pair of its characters. */
const MAX_UNKNOWN_WORDS = 4;
const MAX_PAIRS = 4;

/**
 * Words that no text was cut into (names, and what segmentation glued together), read off the text:
 * whole, or if that is nowhere by the pairs of their characters (王连字什么 → 王连).
 */
function unknownWords(index: SearchIndex, plan: Plan): Evidence[] {
  return plan.topics
    .filter(({ word }) => word.terms.every((term) => !index.documentFrequencies.has(term)))
    .slice(0, MAX_UNKNOWN_WORDS)
    .flatMap((lookup) => {
      const docs = lookup.documents();
      const term = lookup.word.terms[0] as string;
      return docs.length > 0 ? [evidence(index, term, docs)] : pairsOf(index, term);
    });
}

function pairsOf(index: SearchIndex, term: string): Evidence[] {
  if (isAlphabetic(term)) return [];
  const count = Math.min(Math.max(0, term.length - 1), MAX_PAIRS);
  return Array.from({ length: count }, (_, i) => term.slice(i, i + 2))
    .map((pair) => evidence(index, pair, index.paragraphs.text.scan(pair, 'any').docs))
    .filter(({ docs }) => docs.length > 0 && docs.length <= MAX_POSTINGS / MAX_PAIRS);
}

function evidence(index: SearchIndex, term: string, docs: Evidence['docs']): Evidence {
  const idf = inverseFrequency(index.paragraphs.size, docs.length);
  return { isCharacter: !isLong(term), idf, docs };
}

function isLong(term: string): boolean {
  return [...term].length > 1;
}
