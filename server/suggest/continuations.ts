/** What the corpus goes on with after a word: 文心 is followed by 一言, 人工智能 by 技术. */

import type { Candidate, CompletionIndex } from './completion.ts';
import { isHanCode } from './readings.ts';
import { compareText } from './suggestion.ts';

/** Places looked at: they show how a word is mostly followed, and bound the work. */
const SAMPLE = 150;

/** In UTF-16 units beyond what was typed. */
const MAX_MORE = 8;

/**
 * @param head a folded word
 * @param matches how far what was typed goes at this offset, right after the word: an offset, or
 *   −1 where something else stands
 * @param atLeast the fewest paragraphs that say so
 * @returns the word with what was typed and the rest of the word there, or the next one, the
 *   commonest first
 */
export function continuationsOf(
  index: CompletionIndex,
  head: string,
  matches: (text: string, at: number) => number,
  atLeast: number,
): Candidate[] {
  const found = new Map<string, { count: number; known: number }>();
  for (const doc of documentsWith(index, head)) {
    const text = index.paragraphs.folded(doc);
    const isBreak = (offset: number): boolean => index.paragraphs.isWordBreak(doc, offset);
    const seen = new Set<string>();
    for (let at = text.indexOf(head); at !== -1; at = text.indexOf(head, at + 1)) {
      const after = at + head.length;
      if (!isBreak(at) || !isBreak(after)) continue;
      const typed = matches(text, after);
      if (typed === -1) continue;
      let end = typed === after || !isBreak(typed) ? typed + 1 : typed;
      while (end < text.length && end - typed < MAX_MORE && !isBreak(end)) end++;
      // 的, 在, 了 follow everything.
      if (typed === after && end - typed < 2) continue;
      if (end > text.length || !isBreak(end) || !isHan(text, after, end)) continue;
      const run = text.slice(at, end);
      seen.add(run);
      if (!found.has(run)) found.set(run, { count: 0, known: typed - at });
    }
    for (const run of seen) found.get(run)!.count++;
  }
  return [...found]
    .map(([text, { count, known }]) => ({ text, count, known }))
    .filter(({ count }) => count >= atLeast)
    .sort((a, b) => b.count - a.count || compareText(a.text, b.text));
}

/**
 * The word with the word of one character before it: 大 before 模型.
 *
 * @param isWanted whether this UTF-16 unit is such a character
 * @returns the commonest first
 */
export function precededBy(
  index: CompletionIndex,
  word: string,
  isWanted: (code: number) => boolean,
): { readonly text: string; readonly count: number }[] {
  const found = new Map<string, number>();
  for (const doc of documentsWith(index, word)) {
    const text = index.paragraphs.folded(doc);
    const seen = new Set<string>();
    for (let at = text.indexOf(word, 1); at !== -1; at = text.indexOf(word, at + 1)) {
      const isWhole = [at - 1, at, at + word.length].every((offset) =>
        index.paragraphs.isWordBreak(doc, offset),
      );
      if (isWhole && isWanted(text.charCodeAt(at - 1))) {
        seen.add(text.slice(at - 1, at + word.length));
      }
    }
    for (const run of seen) found.set(run, (found.get(run) ?? 0) + 1);
  }
  return [...found]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || compareText(a.text, b.text));
}

/** Some of the documents that have the word; where the engine was not told of it, the first ones. */
export function documentsWith({ engine, paragraphs }: CompletionIndex, term: string): number[] {
  const posted = engine.documentsWith([term]);
  if (posted.length > 0) return posted.toSorted((a, b) => a - b).slice(0, SAMPLE);
  const documents: number[] = [];
  const size = Math.min(paragraphs.size, SAMPLE * 10);
  for (let doc = 0; doc < size && documents.length < SAMPLE; doc++) {
    if (paragraphs.folded(doc).includes(term)) documents.push(doc);
  }
  return documents;
}

function isHan(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isHanCode(text.charCodeAt(i))) return false;
  return true;
}
