/** The schema of what `explain` adds to a search's answer. */

import { z } from 'zod';
import { STEPS } from '../../../search/matches.ts';
import { count } from './answer.ts';

export const wordKind = z
  .enum(['word', 'phrase', 'prefix'])
  .describe('`phrase`: these characters in this order; `prefix`: at the beginning of a word.');

const explainedWord = z
  .object({
    text: z.string().describe('As typed; a synonym as its list has it.'),
    kind: wordKind,
    isSynonym: z.boolean().describe('Whether nobody typed it.'),
    terms: z.array(z.string()).describe('What is looked for: the folded form, other spellings.'),
    parts: z.array(z.string()).describe('Looked for on the last step only.'),
    paragraphs: count()
      .nullable()
      .describe('Paragraphs that have it as a word; null where only a search can tell.'),
  })
  .meta({ id: 'ExplainedWord' });

export const explanation = z
  .object({
    folded: z.string().describe('The query as it is compared: case, width, Traditional folded.'),
    words: z.array(explainedWord).describe('In the order of the query.'),
    steps: z.array(z.enum(STEPS)).describe('The steps that this page shows, in order.'),
  })
  .describe('How the query was read.')
  .meta({ id: 'Explanation' });
