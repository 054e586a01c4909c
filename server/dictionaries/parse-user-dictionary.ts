/** Reads the text of userdict.txt: words that should be cut whole, in jieba's form. */

import { SEARCHABLE } from '../analysis/token-filters/drop-punctuation.ts';
import { isFrequency, MAX_FREQUENCY, type UserWord } from '../analysis/user-words.ts';
import { type Problem, quote, readLines } from './lines.ts';

export interface UserDictionary {
  readonly words: readonly UserWord[];
  readonly problems: readonly Problem[];
}

/** In characters. Longer is a sentence. */
const MAX_WORD_LENGTH = 32;

/** Jieba's tags: n, nr, vn, Ng, eng, nr1. A second half of a name, as in “Stable Diffusion”, is none. */
const TAG = /^[A-Za-z][a-z]{0,7}\d?$/u;

/** What a list of words in another form has in it. */
const SEPARATOR = /[,，、。;；|]/u;

/** Lines `词`, `词 频率`, `词 频率 词性`, `词 词性`; blank lines and those with # are comments. */
export function parseUserDictionary(text: string): UserDictionary {
  const words: UserWord[] = [];
  const problems = readLines(text, (line) => {
    const word = parseLine(line);
    if (typeof word === 'string') return word;
    words.push(word);
    return null;
  });
  return { words, problems };
}

/** The word, or what is wrong with the line. */
function parseLine(line: string): UserWord | string {
  const [text = '', ...others] = line.split(/\s+/u);
  if (others.length > 2) return '多于三栏（词、频率、词性）';
  if (SEPARATOR.test(text)) return `的词${quote(text)}里有逗号之类的分隔符（一行只写一个词）`;
  if (!SEARCHABLE.test(text)) return `的词${quote(text)}里没有文字`;
  if ([...text].length > MAX_WORD_LENGTH) return `的词${quote(text)}长于 ${MAX_WORD_LENGTH} 个字`;

  const [second, tag] = others;
  if (second === undefined) return { text, frequency: null, tag: null };
  if (tag === undefined && TAG.test(second)) return { text, frequency: null, tag: second };
  const frequency = /^\d+$/u.test(second) ? Number(second) : Number.NaN;
  if (!isFrequency(frequency)) {
    return tag === undefined
      ? `的${quote(second)}既不是频率（1 到 ${MAX_FREQUENCY} 的整数）也不是词性（如 n、nr）`
      : `的频率${quote(second)}不是 1 到 ${MAX_FREQUENCY} 的整数`;
  }
  if (tag !== undefined && !TAG.test(tag)) return `的词性${quote(tag)}不是 n、nr 这样的字母`;
  return { text, frequency, tag: tag ?? null };
}
