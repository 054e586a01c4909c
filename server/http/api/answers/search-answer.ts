/** The schema of a search's answer. */

import { z } from 'zod';
import { FACETS } from '../../../search/facets.ts';
import { count, milliseconds } from './answer.ts';
import { explanation, wordKind } from './explanation.ts';
import { hit } from './hit.ts';

const suggestion = z
  .object({
    kind: z.enum(['pinyin', 'homophone', 'spelling']).describe('What it takes the query for.'),
    q: z.string().describe('The query to offer; it has results.'),
    occurrences: count().describe(
      'How often the words that it has in place of those typed stand in the corpus, not all of `q`.',
    ),
  })
  .describe('What may have been meant.')
  .meta({ id: 'Suggestion' });

const WARNINGS = [
  'empty_query',
  'only_exclusions',
  'exclusion_in_or',
  'date_not_understood',
  'query_too_long',
  'too_many_words',
] as const;

const warning = z
  .object({
    code: z.enum(WARNINGS).describe('For programs.'),
    message: z.string().describe('A sentence in the language that was asked for.'),
  })
  .meta({ id: 'Warning' });

const word = z
  .object({
    text: z.string().describe('As typed.'),
    kind: wordKind,
    terms: z.array(z.string()).describe('What stands for it, folded.'),
  })
  .describe('A word that was looked for.')
  .meta({ id: 'Word' });

export const searchAnswer = z
  .object({
    hits: z
      .array(hit)
      .describe('Best first. With `groupBy=article` the hits of an article stand together.'),
    query: z.string().describe('`q` as it was given.'),
    processingTimeMs: milliseconds,
    page: z.int().min(1).describe('As asked for; behind the last there are no hits.'),
    hitsPerPage: z.int().min(1).describe('As asked for.'),
    totalHits: count().describe(
      'Paragraphs that the first successful step found, which is not always the first: see `relaxed`. On the step `words` the best of them.',
    ),
    insideWordHits: count().describe('Those of them where a word stands only inside another one.'),
    relaxedHits: count().describe('Hits of later steps, which follow.'),
    relaxed: z
      .enum(['article', 'words'])
      .nullable()
      .describe('The lowest step that gave hits, if it is not the first of all.'),
    totalArticles: count().describe('Articles that `totalHits` are in.'),
    totalPages: count().describe('Pages of articles; with `groupBy=none` of paragraphs.'),
    facetDistribution: z
      .partialRecord(z.enum(FACETS), z.record(z.string(), count()))
      .optional()
      .describe(
        'With `facets`: facet → value → articles (for `kind`: hits), in no order. On the step `words` only the best are judged and counted: a filter may bring others.',
      ),
    parsedQuery: z
      .object({ words: z.array(word).describe('In the order of the query.') })
      .describe('How the query was cut.'),
    suggestions: z.array(suggestion).describe('Corrected queries, where little was found.'),
    searchedInstead: suggestion
      .nullable()
      .describe('Set where `q` found nothing and, read as pinyin, this was searched instead.'),
    warnings: z.array(warning).describe('What of the query was left out or read differently.'),
    explanation: explanation.optional().describe('With `explain`: how the query was read.'),
  })
  .describe('What a search found.')
  .meta({ id: 'SearchAnswer' });
