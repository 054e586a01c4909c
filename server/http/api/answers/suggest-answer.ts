/** The schema of completions. */

import { z } from 'zod';
import { articleId, count, milliseconds, path, position } from './answer.ts';

const completion = z
  .object({
    q: z.string().describe('The whole query to offer; of a title, the title.'),
    kind: z
      .enum(['title', 'term', 'pinyin'])
      .describe(
        '`title`: of an article; `term`: a word or phrase of the corpus; `pinyin`: typed in it.',
      ),
    count: count().describe('Paragraphs that have it; of a title: articles.'),
    articleId: articleId.nullable().describe('Of a title that one article alone has.'),
    url: path.describe('Page of the article, or the results for `q`.'),
    _matchesPosition: z.array(position).describe('What of `q` was typed: apart, in order.'),
  })
  .meta({ id: 'Completion' });

export const suggestAnswer = z
  .object({
    suggestions: z.array(completion).describe('Best first.'),
    query: z.string().describe('`q` as it was given.'),
    processingTimeMs: milliseconds,
  })
  .describe('What may complete the query.')
  .meta({ id: 'SuggestAnswer' });
