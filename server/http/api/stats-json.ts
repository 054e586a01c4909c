/** The JSON of the figures of the corpus, and of the versions of what serves it. */

import { ANALYZER_VERSION } from '../../analysis/analyzer.ts';
import { notesOf } from '../../corpus/notes.ts';
import { PARSER_VERSION } from '../../corpus/parser-version.ts';
import { FORMAT_VERSION } from '../../indexing/manifest.ts';
import { articlesByCollection } from '../../search/facets.ts';
import { VERSION } from '../../version.ts';
import { datesOf } from '../corpus-facts.ts';
import type { IndexSource } from '../index-source.ts';
import type { Answer } from './answers/answer.ts';
import type { statsAnswer } from './answers/stats-answer.ts';

export function toStatsJson({
  index,
  catalog,
  passedOver,
}: IndexSource): Answer<typeof statsAnswer> {
  const { articles, paragraphs, documentFrequencies, builtAt, analyzer } = index;
  const { first, last, undated } = datesOf(articles);
  const { skipped, warnings } = notesOf(catalog, passedOver);
  return {
    articles: articles.length,
    paragraphs: paragraphs.size,
    terms: documentFrequencies.size,
    characters: paragraphs.totalLength,
    bytes: [...catalog.values()].reduce(
      (sum, { article, stat }) => (article ? sum + stat.size : sum),
      0,
    ),
    firstDate: first,
    lastDate: last,
    undated,
    skipped: skipped.length,
    warnings: warnings.length,
    collections: [...articlesByCollection(articles)].map(([collection, count]) => ({
      collection,
      articles: count,
    })),
    builtAt,
    versions: {
      product: VERSION,
      index: FORMAT_VERSION,
      analyzer: ANALYZER_VERSION,
      parser: PARSER_VERSION,
    },
    analyzerFingerprint: analyzer.fingerprint,
    dictionaryFingerprint: analyzer.dictionary,
  };
}
