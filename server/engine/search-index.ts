/** Everything a search needs, as one immutable object: articles, paragraphs, engine, analyzer. */

import type { Analyzer } from '../analysis/token.ts';
import type { Article } from '../corpus/article.ts';
import { ParagraphStore } from './paragraph-store.ts';
import type { SearchEngine } from './search-engine.ts';

export interface SearchIndex {
  readonly articles: readonly Article[];
  readonly paragraphs: ParagraphStore;
  readonly engine: SearchEngine;
  readonly analyzer: Analyzer;
  /** ISO time at which the index was built. */
  readonly builtAt: string;
  article(id: string): Article | undefined;
}

export function createSearchIndex(parts: {
  readonly articles: readonly Article[];
  readonly engine: SearchEngine;
  readonly analyzer: Analyzer;
  readonly builtAt: string;
}): SearchIndex {
  const byId = new Map(parts.articles.map((article) => [article.id, article]));
  return {
    ...parts,
    paragraphs: new ParagraphStore(parts.articles, parts.analyzer.fold),
    article: (id) => byId.get(id.normalize('NFC')),
  };
}
