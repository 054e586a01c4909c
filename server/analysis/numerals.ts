/** Years in Chinese numerals: kept in one piece, and findable by their digits (二〇二三年 by 2023). */

import type { Segmenter, Token, TokenFilter } from './token.ts';

/** Digit by digit, as years, telephone and room numbers are written; ○ is often typed for 〇. */
const DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
/** One of them, as a class of a regular expression. */
export const NUMERAL = `[${Object.keys(DIGITS).join('')}]`;

/** Two or three, but not two that follow each other: 七八年 is seven or eight years. */
const ABOUT = ['一二', '二三', '三四', '四五', '五六', '六七', '七八', '八九'].join('|');
const YEAR = `(?!(?:${ABOUT})年)${NUMERAL}{2,3}`;

/** Four and more; three with a nought among them; two or three before 年. Not 七八年, not 九一八. */
const POSITIONAL = `${NUMERAL}{4,}|(?:[〇○零]${NUMERAL}{2}|${NUMERAL}[〇○零]${NUMERAL}|${NUMERAL}{2}[〇○零])|${YEAR}(?=年)`;
const RUNS = new RegExp(POSITIONAL, 'gu');
const LONG = new RegExp(`^(?:${POSITIONAL})$`, 'u');
const SHORT = new RegExp(`^(?!(?:${ABOUT})$)${NUMERAL}{2,3}$`, 'u');

/** The same segmenter, which never sees such a number: jieba cuts 二〇二三年 into 二 | 〇 | 二三年. */
export function keepNumerals(segmenter: Segmenter): Segmenter {
  return (text) => {
    const pieces: string[] = [];
    let end = 0;
    for (const { 0: run, index } of text.matchAll(RUNS)) {
      if (index > end) pieces.push(...segmenter(text.slice(end, index)));
      pieces.push(run);
      end = index + run.length;
    }
    if (end === 0) return segmenter(text);
    if (end < text.length) pieces.push(...segmenter(text.slice(end)));
    return pieces;
  };
}

/** Adds the digits as another spelling; the numerals themselves stay what they are. */
export const addDigits: TokenFilter = (tokens) =>
  tokens.flatMap((token, i) =>
    isPositional(token, tokens[i + 1])
      ? [token, { ...token, term: writeDigits(token.term) }]
      : token,
  );

const EACH = new RegExp(NUMERAL, 'gu');

/** The text with every such numeral as a digit, whatever it means there. */
export function writeDigits(text: string): string {
  return text.replace(EACH, (numeral) => DIGITS[numeral]!);
}

function isPositional({ term, end }: Token, next: Token | undefined): boolean {
  return LONG.test(term) || (SHORT.test(term) && next?.start === end && next.term.startsWith('年'));
}
