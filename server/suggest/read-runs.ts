/** Finds in one pass over the articles that may have them the runs of characters that are read in given ways. */

import { isReadAs } from './readings.ts';
import { mayHaveSound, soundTest } from './sound-signatures.ts';
import type { SuggestionIndex } from './suggestion.ts';
import type { Slot } from './syllables.ts';

/** One slot for each character of the run. */
export type Pattern = readonly Slot[];

/** A string that stands in the corpus, cut where tokens begin and end. */
export interface Run {
  readonly text: string;
  /** Offset in the joined text of its first occurrence. */
  at: number;
  count: number;
}

/** Bits of a mask are patterns; the lowest says that the mask has been worked out. */
const KNOWN = 1;
export const MAX_PATTERNS = 30;

/**
 * @param patterns at most MAX_PATTERNS, others are ignored; of at least two slots each
 * @returns for each pattern the runs that begin and end at a token border, by their folded text
 */
export function findReadRuns(
  { paragraphs }: SuggestionIndex,
  patterns: readonly Pattern[],
): ReadonlyMap<string, Run>[] {
  const used = patterns.slice(0, MAX_PATTERNS);
  const found = used.map(() => new Map<string, Run>());
  if (used.length === 0) return found;
  const tests = used.map(soundTest);
  /** Character code → the patterns whose first, whose second character it may be. */
  const firsts = new Int32Array(0x10000);
  const seconds = new Int32Array(0x10000);
  paragraphs.articles.forEach((article, number) => {
    const { start, end } = paragraphs.textOfArticle(number);
    const ownText = (): string => paragraphs.joined.slice(start, end);
    let open = 0;
    tests.forEach((test, which) => {
      if (mayHaveSound(article, ownText, test)) open |= 2 << which;
    });
    if (open !== 0) visit(ownText(), start, open);
  });
  return found;

  /**
   * @param start where the text stands
   * @param open a bit for each pattern that is looked for
   */
  function visit(text: string, start: number, open: number): void {
    for (let at = 0; at < text.length - 1; at++) {
      const code = text.charCodeAt(at);
      let mask = firsts[code]!;
      if (mask === 0) mask = firsts[code] = maskOf(code, used, 0);
      mask &= open;
      if (mask === 0) continue;
      const next = text.charCodeAt(at + 1);
      mask &= seconds[next] ||= maskOf(next, used, 1);
      for (; mask !== 0; mask &= mask - 1) {
        const which = 30 - Math.clz32(mask & -mask);
        const pattern = used[which]!;
        if (!matches(text, at, pattern)) continue;
        const stop = at + pattern.length;
        if (!paragraphs.text.isBreakAt(start + at) || !paragraphs.text.isBreakAt(start + stop))
          continue;
        countRun(found[which]!, text.slice(at, stop), start + at);
      }
    }
  }
}

/** Counts one more occurrence of a run. */
export function countRun(runs: Map<string, Run>, text: string, at: number): void {
  const run = runs.get(text);
  if (run) {
    run.count++;
    if (at < run.at) run.at = at;
  } else runs.set(text, { text, at, count: 1 });
}

function maskOf(code: number, patterns: readonly Pattern[], place: number): number {
  let mask = KNOWN;
  patterns.forEach((pattern, which) => {
    if (isReadAs(code, pattern[place]!)) mask |= 2 << which;
  });
  return mask;
}

/** Whether the characters after the first two are read as the pattern says. */
function matches(text: string, at: number, pattern: Pattern): boolean {
  if (at + pattern.length > text.length) return false;
  for (let i = 2; i < pattern.length; i++) {
    if (!isReadAs(text.charCodeAt(at + i), pattern[i]!)) return false;
  }
  return true;
}
