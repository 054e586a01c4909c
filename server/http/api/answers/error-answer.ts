/** The schema of every error. */

import { z } from 'zod';
import { API_ERROR_CODES, ERROR_TYPES } from '../../error-codes.ts';
import { path } from './answer.ts';

export const errorAnswer = z
  .object({
    message: z
      .string()
      .describe('What is wrong and what to do, in the language that was asked for.'),
    code: z.enum(API_ERROR_CODES).describe('For programs: does not change.'),
    type: z
      .enum(ERROR_TYPES)
      .describe(
        '`invalid_request`: the request is to be changed; `unavailable`: it may be sent again later; `internal`: the server failed.',
      ),
    link: path.describe('Where the code is explained.'),
  })
  .meta({ id: 'Error' });
