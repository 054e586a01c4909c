/** The schema of a hit: one paragraph that was found. */

import { z } from 'zod';
import { PARAGRAPH_KINDS } from '../../../corpus/article.ts';
import { STEPS } from '../../../search/matches.ts';
import { AGREEMENTS } from '../../../search/rank.ts';
import { articleId, count, day, path, position } from './answer.ts';

export const paragraphId = z
  .string()
  .describe('`articleId#paragraph`. Stable while the article keeps its name and order.')
  .meta({ examples: ['ChatGPT国产化大战打响#16'] });

export const ordinal = count().describe('Which paragraph of the article; 0 is the title.');

export const kind = z.enum(PARAGRAPH_KINDS).describe('What kind of paragraph it is.');

const duplicate = z
  .object({
    id: paragraphId,
    articleId,
    title: z.string().describe('Title of the article.'),
    paragraph: ordinal,
    url: path.describe('Page of the article, at this paragraph.'),
  })
  .describe('Another place where the same text is printed.')
  .meta({ id: 'Duplicate' });

/** Boilerplate stands in thousands of articles: of what a hit stands for no more are named. */
export const MAX_DUPLICATES = 100;

const scoreParts = z
  .object({
    words: z.number().describe('BM25 over words.'),
    pairs: z.number().describe('BM25 over pairs of neighbouring characters.'),
    characters: z.number().describe('BM25 over single characters.'),
    title: z.number().describe('What title and heading say of the query.'),
  })
  .describe('The score is `words + pairs + 0.3 × characters + 1.5 × title`.')
  .meta({ id: 'ScoreParts' });

export const hit = z
  .object({
    id: paragraphId,
    articleId,
    title: z.string().describe('Title of the article, as printed.'),
    date: day.nullable().describe('Date of the article.'),
    collection: z
      .string()
      .nullable()
      .describe('The folder that the article lies in; null at the top of the corpus.'),
    paragraph: ordinal,
    kind,
    section: z.string().nullable().describe('The heading that the paragraph stands under.'),
    url: path.describe('Page of the article with the matches marked, at this paragraph.'),
    text: z.string().describe('The whole paragraph, as printed.'),
    _formatted: z
      .object({
        title: z.string().describe('The title with its matches in tags.'),
        text: z.string().describe('A snippet of the text with its matches in tags.'),
      })
      .describe('Escaped for HTML; then your tags go in as they are.'),
    _matchesPosition: z
      .object({
        title: z.array(position).describe('In `title`.'),
        text: z.array(position).describe('In `text`.'),
      })
      .describe('Where the matches stand: apart, in order.'),
    step: z
      .enum(STEPS)
      .describe(
        '`paragraph`: has all the words; `article`: its article has; `words`: has some of them.',
      ),
    wholeWords: z.boolean().describe('False where a word stands only inside another one.'),
    missing: z.array(z.string()).describe('Words of the query that it does without.'),
    _rankingScore: z.number().describe('Higher is better; comparable within one answer only.'),
    duplicates: z
      .array(duplicate)
      .max(MAX_DUPLICATES)
      .describe('Other places that print the same text: the first of them.'),
    duplicateCount: z.number().int().min(0).describe('How many such places there are.'),
    _explanation: z
      .object({
        agreement: z.enum(AGREEMENTS).describe('How it agrees with the query, closest first.'),
        parts: scoreParts,
      })
      .optional()
      .describe('With `explain`: what put the hit where it is.'),
  })
  .describe('A paragraph that was found.')
  .meta({ id: 'Hit' });
