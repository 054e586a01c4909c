/** Everything a search needs, as one immutable object: articles, paragraphs, engine, statistics. */

import type { Analyzer } from '../analysis/token.ts';
import type { Article } from '../corpus/article.ts';
import { NO_SYNONYMS, type Synonyms } from '../query/synonyms.ts';
import { CharacterStatistics } from './character-statistics.ts';
import type { ParagraphStore } from './paragraph-store.ts';
import type { SearchEngine } from './search-engine.ts';

export interface SearchIndex {
  readonly articles: readonly Article[];
  readonly paragraphs: ParagraphStore;
  readonly engine: SearchEngine;
  /** Term → the number of paragraphs that carry it. */
  readonly documentFrequencies: ReadonlyMap<string, number>;
  readonly characters: CharacterStatistics;
  readonly analyzer: Analyzer;
  /** What a word of a query also stands for. */
  readonly synonyms: Synonyms;
  /** ISO time at which the index was built. */
  readonly builtAt: string;
  article(id: string): Article | undefined;
}

export interface IndexParts extends Omit<SearchIndex, 'article' | 'characters' | 'synonyms'> {
  /** Default: none. */
  readonly synonyms?: Synonyms | undefined;
}

export function createSearchIndex({ synonyms = NO_SYNONYMS, ...parts }: IndexParts): SearchIndex {
  const byId = new Map(parts.articles.map((article) => [article.id, article]));
  return {
    ...parts,
    synonyms,
    characters: new CharacterStatistics(parts.paragraphs.foldedTexts()),
    article: (id) => byId.get(id.normalize('NFC')),
  };
}
