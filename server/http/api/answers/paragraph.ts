/** The schema of a paragraph of an article. */

import { z } from 'zod';
import { articleId, day, path } from './answer.ts';
import { kind, ordinal, paragraphId } from './hit.ts';

const fields = {
  id: paragraphId,
  paragraph: ordinal,
  kind,
  section: z.string().nullable().describe('The heading that the paragraph stands under.'),
  text: z.string().describe('As printed.'),
  repeatOf: ordinal
    .nullable()
    .describe('Where the article printed the same text before: the first such paragraph.'),
  alsoAt: z.array(ordinal).describe('Where the article prints the same text again.'),
  url: path.describe('Page of the article, at this paragraph.'),
};

export const paragraph = z.object(fields).meta({ id: 'Paragraph' });

export const paragraphAnswer = z
  .object({
    ...fields,
    articleId,
    title: z.string().describe('Title of the article.'),
    date: day.nullable().describe('Date of the article.'),
    collection: z.string().nullable().describe('The folder that the article lies in.'),
  })
  .describe('A paragraph, and what it is of.')
  .meta({ id: 'ParagraphAnswer' });
