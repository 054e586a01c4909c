/** Guesses which lines of a plain text are code or rows of a table: only their looks can tell. */

import { type Container, type Layout, type ParagraphKind, PLAIN } from './article.ts';
import { splitCells } from './cells.ts';

export interface PlainLine {
  readonly text: string;
  /** With its indentation, below a blank line where there is one. */
  readonly verbatim: string;
}

const HAN = /\p{Script=Han}/gu;
const SENTENCE_END = /[。！？]/u;

/** A prompt, signs of programs, options, paths; an address of the web alone is none of them. */
const CODE = /^[$#>] |[{};=<>\\`]|[\w)\]]\(|\(\)|\w_\w|(?:^|\s)(?:--?[a-z]|[~.]?\/\w)/iu;
const PROMPT = /^[$#] /u;
const WEB_ADDRESS = /https?:\/\/\S+/giu;

/** Comments in Chinese among code; more than this share of the characters is a text on code. */
const MAX_HAN_IN_CODE = 0.15;

/** What a paragraph begins with where there is no other indentation. */
const INDENT = /^(\n?)\u3000+/u;

/** Lines of the same look below one another are one block. Headings are none of it. */
export function guessLayouts(
  lines: readonly PlainLine[],
  kinds: readonly ParagraphKind[],
): Layout[] {
  let last: Container | null = null;
  return lines.map(({ text, verbatim }, i) => {
    const container = kinds[i] === 'body' ? guessContainer(text) : null;
    const isFirst = container !== last;
    last = container;
    if (container === null) return PLAIN;
    const place = { within: [container], opens: isFirst ? 1 : 0 };
    if (container === 'table') return { ...place, cells: splitCells(text) };
    const code = verbatim.replace(INDENT, '$1');
    return { ...place, verbatim: isFirst ? code.replace(/^\n/u, '') : code };
  });
}

function guessContainer(text: string): 'code' | 'table' | null {
  if (looksLikeCode(text)) return 'code';
  return !SENTENCE_END.test(text) && splitCells(text).length > 1 ? 'table' : null;
}

export function looksLikeCode(text: string): boolean {
  if (SENTENCE_END.test(text)) return false;
  const han = text.match(HAN)?.length ?? 0;
  const signs = han === 0 ? CODE : PROMPT;
  return han < text.length * MAX_HAN_IN_CODE && signs.test(text.replace(WEB_ADDRESS, ''));
}
