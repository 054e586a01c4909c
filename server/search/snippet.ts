/** Cuts the stretch of a paragraph that best shows why it is a hit. */

import type { WordSpan } from './find-spans.ts';
import type { Span } from './spans.ts';

const SENTENCE_END = /[。！？!?；;…]["”’』」）)]*|\n/gu;
const CLAUSE_END = /[，,、：:]["”’』」）)]*|\s/gu;

/** How much of a snippet matches may fill, so that some room is left around them. */
const MAX_CORE = 0.8;

/** UTF-16 units within which a word is expected to begin or end. */
const WORD_REACH = 12;

/**
 * The window of at most about `length` UTF-16 units around the densest matches: as many different
 * words as possible, then as many matches. It begins at a sentence if one begins near, else at a
 * clause, else at a word, and never inside a surrogate pair.
 *
 * @param spans where the words stand in `text`; none gives the beginning of the text
 * @param isWordBreak whether a token begins or ends at an offset
 */
export function chooseSnippet(
  text: string,
  spans: readonly WordSpan[],
  length: number,
  isWordBreak: (offset: number) => boolean = () => true,
): Span {
  if (text.length <= length) return { start: 0, end: text.length };
  const core = densestStretch(spans, Math.ceil(length * MAX_CORE));
  const lead = Math.max(0, Math.floor((length - (core.end - core.start)) / 2));
  const start = beginningNear(text, Math.max(0, core.start - lead), core.start, isWordBreak);
  const end = endingNear(
    text,
    Math.max(core.end, start + Math.floor(length * 0.75)),
    start + length,
    isWordBreak,
  );
  return { start, end };
}

/** From the first to the last of the spans that fit together best. */
function densestStretch(spans: readonly WordSpan[], length: number): Span {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let best: Span = { start: 0, end: 0 };
  let bestWorth = 0;
  const inside = new Map<number, number>();
  let first = 0;
  sorted.forEach((span, last) => {
    inside.set(span.word, (inside.get(span.word) ?? 0) + 1);
    while (first < last && span.end - sorted[first]!.start > length) {
      const { word } = sorted[first++]!;
      const left = inside.get(word)! - 1;
      if (left === 0) inside.delete(word);
      else inside.set(word, left);
    }
    const worth = inside.size * 1000 + Math.min(last - first, 999);
    if (worth > bestWorth) {
      bestWorth = worth;
      best = {
        start: sorted[first]!.start,
        end: Math.min(span.end, sorted[first]!.start + length),
      };
    }
  });
  return best;
}

/** The best place to begin between `earliest` and `latest`. */
function beginningNear(
  text: string,
  earliest: number,
  latest: number,
  isWordBreak: (offset: number) => boolean,
): number {
  if (earliest === 0) return 0;
  const between = text.slice(earliest, latest);
  for (const border of [SENTENCE_END, CLAUSE_END]) {
    const first = between.matchAll(border).next().value;
    if (first) return earliest + first.index + first[0].length;
  }
  const nearby = Math.min(latest, earliest + WORD_REACH);
  for (let at = earliest; at <= nearby; at++) if (isWordBreak(at)) return avoidPairs(text, at);
  return avoidPairs(text, earliest);
}

/** The best place to end between `earliest` and `latest`. */
function endingNear(
  text: string,
  earliest: number,
  latest: number,
  isWordBreak: (offset: number) => boolean,
): number {
  if (latest >= text.length) return text.length;
  const between = text.slice(earliest, latest);
  const sentence = [...between.matchAll(SENTENCE_END)].at(-1);
  if (sentence) return earliest + sentence.index + sentence[0].length;
  // A comma before the ellipsis that the view sets would look like a slip.
  const clause = [...between.matchAll(CLAUSE_END)].at(-1);
  if (clause) return earliest + clause.index;
  const nearby = Math.max(earliest, latest - WORD_REACH);
  for (let at = latest; at >= nearby; at--) if (isWordBreak(at)) return avoidPairs(text, at);
  return avoidPairs(text, latest);
}

/** The offset, moved before a surrogate pair that it would cut. */
function avoidPairs(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return offset > 0 && unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}
