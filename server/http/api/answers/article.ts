/** The schemas of articles: short, as lists have them, and whole. */

import { z } from 'zod';
import { articleId, count, day, path } from './answer.ts';
import { paragraph } from './paragraph.ts';

const metadataEntry = z
  .object({
    name: z.string().describe('As the file has it.'),
    value: z.string().describe('As the file has it.'),
  })
  .meta({ id: 'MetadataEntry' });

const fields = {
  id: articleId,
  title: z.string().describe('As printed.'),
  date: day.nullable().describe('Null where the file names none.'),
  views: count().nullable().describe('点击次数; null where the file names none.'),
  collection: z
    .string()
    .nullable()
    .describe('The folder that the article lies in; null at the top of the corpus.'),
  path: z.string().describe('Of the file, below the folder of the corpus.'),
  metadata: z.array(metadataEntry).describe('What else its head says, in order: 作者, 来源 …'),
  paragraphCount: count().describe('The title and repeated ones included.'),
  characterCount: count().describe('UTF-16 units of all paragraphs.'),
  url: path.describe('Page of the article.'),
};

export const articleSummary = z.object(fields).meta({ id: 'ArticleSummary' });

const neighbour = z
  .object({
    id: articleId,
    title: z.string().describe('As printed.'),
    date: day.nullable().describe('Null where the file names none.'),
    url: path.describe('Page of the article.'),
  })
  .meta({ id: 'Neighbour' });

export const articleAnswer = z
  .object({
    ...fields,
    paragraphs: z.array(paragraph).describe('In order; the first is the title.'),
    previous: neighbour.nullable().describe('The next newer article of its folder.'),
    next: neighbour.nullable().describe('The next older article of its folder.'),
  })
  .describe('An article, whole.')
  .meta({ id: 'ArticleAnswer' });

export const articlesAnswer = z
  .object({
    articles: z.array(articleSummary).describe('Of this page.'),
    page: z.int().min(1).describe('As asked for; behind the last there are no articles.'),
    hitsPerPage: z.int().min(1).describe('As asked for.'),
    totalArticles: count().describe('That satisfy the filters.'),
    totalPages: count().describe('Pages of so many.'),
  })
  .describe('A page of a list of articles.')
  .meta({ id: 'ArticlesAnswer' });
