/** The schema of an analysis: how the index sees a text. */

import { z } from 'zod';
import { count } from './answer.ts';

const token = z
  .object({
    term: z.string().describe('What is compared.'),
    text: z.string().describe('What stands there in the text.'),
    start: count().describe('Where it begins, in UTF-16 units.'),
    end: count().describe('Where it ends: the first unit behind it.'),
    position: count().describe(
      'Tokens with the same one are readings of the same stretch: the whole word, then its parts.',
    ),
  })
  .meta({ id: 'Token' });

export const analyzeAnswer = z
  .object({
    text: z.string().describe('As it was given.'),
    folded: z.string().describe('As literal text is compared; of the same length.'),
    tokens: z.array(token).describe('By position.'),
  })
  .describe('The tokens of a text.')
  .meta({ id: 'AnalyzeAnswer' });
