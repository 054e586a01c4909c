/** How a paragraph wants to be set: texts come without their markup, their looks tell what they are. */

import type { Paragraph } from '../corpus/article.ts';

/**
 * `western`: without a Chinese character, such as a name or a source; `row`: the cells of a table in
 * one line; `code`: commands and programs, whose lines were joined.
 */
export type ParagraphShape = 'heading' | 'prose' | 'western' | 'row' | 'code';

const HAN = /\p{Script=Han}/gu;
const SENTENCE_END = /[。！？]/u;

/** How parsers join the cells of a row. */
const CELLS = ' | ';

/** A prompt, signs of programs, options, paths; an address of the web alone is none of them. */
const CODE = /^[$#>] |[{};=<>\\`]|[\w)\]]\(|\(\)|\w_\w|(?:^|\s)(?:--?[a-z]|[~.]?\/\w)/iu;
const WEB_ADDRESS = /https?:\/\/\S+/giu;

/** Comments in Chinese among code; more than this share of the characters is a text on code. */
const MAX_HAN_IN_CODE = 0.15;

export function shapeOf({ kind, text }: Pick<Paragraph, 'kind' | 'text'>): ParagraphShape {
  if (kind !== 'body') return 'heading';
  if (SENTENCE_END.test(text)) return 'prose';
  const han = text.match(HAN)?.length ?? 0;
  const isForeign = han < text.length * MAX_HAN_IN_CODE;
  if (isForeign && (han === 0 ? CODE : /^[$#] /u).test(text.replace(WEB_ADDRESS, '')))
    return 'code';
  if (text.includes(CELLS)) return 'row';
  return han === 0 ? 'western' : 'prose';
}
