/** Reads the text of synonyms.txt: which words stand for which. */

import { SEARCHABLE } from '../analysis/token-filters/drop-punctuation.ts';
import { type Problem, quote, readLines } from './lines.ts';

/** Whoever searches one of `from` also finds each of `to`; in a list of equals they are the same. */
export interface SynonymRule {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface SynonymDictionary {
  readonly rules: readonly SynonymRule[];
  readonly problems: readonly Problem[];
}

/** In characters. */
const MAX_TERM_LENGTH = 50;
/** On one line: each adds a look-up to every search for one of the others. */
const MAX_TERMS = 50;

const ARROW = /[=＝][>＞]|→/u;
const SEPARATOR = /[,，、]/u;

/** Lines `甲, 乙` (equals) or `甲, 乙 => 丙`; blank lines and those with # are comments. */
export function parseSynonyms(text: string): SynonymDictionary {
  const rules: SynonymRule[] = [];
  const problems = readLines(text, (line) => {
    const rule = parseLine(line);
    if (typeof rule === 'string') return rule;
    rules.push(rule);
    return null;
  });
  return { rules, problems };
}

/** The rule, or what is wrong with the line. */
function parseLine(line: string): SynonymRule | string {
  const sides = line.split(ARROW).map(termsOf);
  if (sides.length > 2) return '有不止一个箭头';
  const [from = [], to] = sides;
  if (from.length === 0) return to ? '的箭头左边没有词' : '没有词';
  if (to?.length === 0) return '的箭头右边没有词';
  if (!to && from.length === 1) return '只有一个词（同义词之间用逗号隔开）';

  const terms = [...from, ...(to ?? [])];
  if (terms.length > MAX_TERMS) return `多于 ${MAX_TERMS} 个词`;
  for (const term of terms) {
    if ([...term].length > MAX_TERM_LENGTH) {
      return `的词${quote(term)}长于 ${MAX_TERM_LENGTH} 个字`;
    }
    if (!SEARCHABLE.test(term)) return `的词${quote(term)}里没有文字`;
  }
  return { from, to: to ?? from };
}

/** Each once, in their order. Nothing between two commas is nothing, not an error. */
function termsOf(side: string): string[] {
  const terms = side.split(SEPARATOR).map((term) => term.trim().replace(/\s+/gu, ' '));
  return [...new Set(terms)].filter((term) => term !== '');
}
