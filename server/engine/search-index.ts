/** Everything a search needs, as one object: articles, paragraphs, engine, statistics. */

import type { Analyzer } from '../analysis/token.ts';
import type { Article } from '../corpus/article.ts';
import { NO_SYNONYMS, type Synonyms } from '../query/synonyms.ts';
import type { CharacterStatistics } from './character-statistics.ts';
import type { IndexStatistics } from './index-statistics.ts';
import type { ParagraphStore } from './paragraph-store.ts';
import type { SearchEngine } from './search-engine.ts';

/**
 * One state of the index. A search runs in one go on one of them, so it sees one state and never a
 * mixture. The next state shares engine and statistics with it: do not keep one across an `await`.
 */
export interface SearchIndex {
  readonly articles: readonly Article[];
  readonly paragraphs: ParagraphStore;
  /** By document number. */
  readonly engine: SearchEngine;
  /** Terms that the engine was not told of wherever the text spells them as they are. */
  readonly unposted: ReadonlySet<string>;
  /** Term → the number of paragraphs that carry it. */
  readonly documentFrequencies: ReadonlyMap<string, number>;
  readonly characters: CharacterStatistics;
  readonly analyzer: Analyzer;
  /** What a word of a query also stands for. */
  readonly synonyms: Synonyms;
  /** ISO time at which this state was made. */
  readonly builtAt: string;
  article(id: string): Article | undefined;
  /**
   * The first document with the same text as this one, if several articles print it; else
   * undefined. Only paragraphs of the body are alike.
   */
  firstAlike(doc: number): number | undefined;
}

/** In place of a document: none, and not asked for yet. */
const NONE = -1;
const UNKNOWN = -2;

/** What a state of the index is made of. */
export interface IndexParts {
  readonly paragraphs: ParagraphStore;
  /** By the keys of `paragraphs`; may know more than are in it. */
  readonly engine: SearchEngine;
  /** Of exactly these paragraphs. */
  readonly statistics: IndexStatistics;
  readonly unposted: ReadonlySet<string>;
  readonly analyzer: Analyzer;
  /** Default: none. */
  readonly synonyms?: Synonyms | undefined;
  readonly builtAt: string;
}

export function createSearchIndex({
  paragraphs,
  engine,
  statistics,
  unposted,
  analyzer,
  synonyms = NO_SYNONYMS,
  builtAt,
}: IndexParts): SearchIndex {
  const { articles } = paragraphs;
  const numbers = new Map(articles.map(({ id }, number) => [id, number]));
  const firstOfText = new Map<string, number>();
  /** Document → the first with its text, as far as it was asked for. */
  const firsts = new Int32Array(paragraphs.size).fill(UNKNOWN);

  const findFirst = (text: string, sharing: readonly Article[]): number => {
    const number = Math.min(...sharing.map(({ id }) => numbers.get(id)!));
    let { start } = paragraphs.documentsOfArticle(number);
    while (!isBodyWith(text, paragraphs.get(start).paragraph)) start++;
    return start;
  };

  const lookUp = (doc: number): number => {
    const { text } = paragraphs.get(doc).paragraph;
    const sharing = statistics.sharedTexts.articlesWith(text);
    if (sharing.length === 0) return NONE;
    const first = firstOfText.get(text) ?? findFirst(text, sharing);
    firstOfText.set(text, first);
    return first;
  };

  return {
    articles,
    paragraphs,
    engine: { documentsWith: (terms) => paragraphs.documentsOf(engine.documentsWith(terms)) },
    unposted,
    documentFrequencies: statistics.documentFrequencies,
    characters: statistics.characters,
    analyzer,
    synonyms,
    builtAt,
    article: (id) => articles[numbers.get(id.normalize('NFC')) ?? -1],
    firstAlike(doc) {
      let first = firsts[doc]!;
      if (first === UNKNOWN)
        first = firsts[doc] = paragraphs.kindOf(doc) === 'body' ? lookUp(doc) : NONE;
      return first === NONE ? undefined : first;
    },
  };
}

function isBodyWith(text: string, paragraph: { kind: string; text: string }): boolean {
  return paragraph.kind === 'body' && paragraph.text === text;
}
