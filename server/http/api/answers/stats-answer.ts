/** The schema of the figures of the corpus and of the versions of what serves it. */

import { z } from 'zod';
import { count, day } from './answer.ts';

const collection = z
  .object({
    collection: z.string().describe('A folder of the corpus.'),
    articles: count().describe('In it or below it.'),
  })
  .meta({ id: 'CollectionCount' });

const versions = z
  .object({
    product: z.string().describe('Of 找文.'),
    index: count().describe('Of the form in which the index is stored.'),
    analyzer: count().describe('Of the way in which texts are cut into terms.'),
    parser: count().describe('Of the way in which files are read.'),
  })
  .meta({ id: 'Versions' });

export const statsAnswer = z
  .object({
    articles: count().describe('Articles.'),
    paragraphs: count().describe('Paragraphs that can be found; repeated ones count once.'),
    terms: count().describe('Different terms.'),
    characters: count().describe('UTF-16 units of these paragraphs.'),
    bytes: count().describe('Of the files of these articles.'),
    firstDate: day.nullable().describe('The oldest article; null where none has a date.'),
    lastDate: day.nullable().describe('The newest article.'),
    undated: count().describe('Articles without a date.'),
    skipped: count().describe('Files of the folder that are not read: see `/corpus` for why.'),
    warnings: count().describe('Of articles that are read, what to look at in their files.'),
    collections: z.array(collection).describe('The folders, those with the most articles first.'),
    builtAt: z.string().meta({ format: 'date-time' }).describe('When the index last changed.'),
    versions: versions.describe('An index of other versions is built anew.'),
    analyzerFingerprint: z
      .string()
      .describe('Changes with everything that decides how texts are cut.'),
    dictionaryFingerprint: z
      .string()
      .describe('SHA-256 of the dictionaries, userdict.txt included.'),
  })
  .describe('What is served.')
  .meta({ id: 'StatsAnswer' });
