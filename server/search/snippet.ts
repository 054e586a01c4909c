/** Cuts the stretch of a paragraph that best shows why it is a hit. */

import type { WordSpan } from './find-spans.ts';
import type { Span } from './spans.ts';

const SENTENCE_END = /[。！？!?；;…]["”’』」）)]*|\.["”’)]*(?=\s)|\n/gu;
const CLAUSE_END = /[，,、：:]["”’』」）)]*|\s/gu;

/** How much of a snippet matches may fill, so that some room is left around them. */
const MAX_CORE = 0.8;

/** Quotation marks and brackets that may stand behind the end of a sentence, and the end itself. */
const CLOSING_REACH = 4;

/** UTF-16 units within which a word is expected to begin or end. */
const WORD_REACH = 12;

/** What share of a snippet must be filled before a sentence, or a clause, may end it. */
const MIN_OF_SENTENCES = 0.5;
const MIN_OF_CLAUSES = 0.75;

/**
 * The window of at most about `length` UTF-16 units around the densest matches: as many different
 * words as possible, then as many matches. It begins and ends with a sentence if the matches leave
 * room for that, else with a clause, else with a word, and never inside a surrogate pair.
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
  const middle = Math.max(0, core.start - lead);
  const start = beginningNear(
    text,
    Math.max(0, core.end - length),
    middle,
    core.start,
    isWordBreak,
  );
  return { start, end: endingNear(text, start, core.end, start + length, isWordBreak) };
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

/**
 * The best place to begin between `earliest` and `latest`: where a sentence begins, at `wanted` or
 * as soon as may be behind it, else right before it; else where a clause or a word does.
 */
function beginningNear(
  text: string,
  earliest: number,
  wanted: number,
  latest: number,
  isWordBreak: (offset: number) => boolean,
): number {
  const sentences = [0, ...endsOf(text, SENTENCE_END, earliest, latest)];
  const sentence = sentences.find((at) => at >= wanted) ?? sentences.at(-1)!;
  if (sentence >= earliest) return sentence;
  const clause = endsOf(text, CLAUSE_END, wanted, latest)[0];
  if (clause !== undefined) return clause;
  const nearby = Math.min(latest, wanted + WORD_REACH);
  for (let at = wanted; at <= nearby; at++) if (isWordBreak(at)) return avoidPairs(text, at);
  return avoidPairs(text, wanted);
}

/** The best place to end what begins at `start`, between the end of the matches and `latest`. */
function endingNear(
  text: string,
  start: number,
  matchesEnd: number,
  latest: number,
  isWordBreak: (offset: number) => boolean,
): number {
  if (latest >= text.length) return text.length;
  const from = (share: number): number =>
    Math.max(matchesEnd, start + Math.floor((latest - start) * share));
  const sentence = endsOf(text, SENTENCE_END, from(MIN_OF_SENTENCES), latest).at(-1);
  if (sentence !== undefined) return sentence;
  const earliest = from(MIN_OF_CLAUSES);
  // A comma before the ellipsis that the view sets would look like a slip.
  const clause = [...text.slice(earliest, latest).matchAll(CLAUSE_END)].at(-1);
  if (clause) return earliest + clause.index;
  const nearby = Math.max(earliest, latest - WORD_REACH);
  for (let at = latest; at >= nearby; at--) if (isWordBreak(at)) return avoidPairs(text, at);
  return avoidPairs(text, latest);
}

/** Where in the text a border ends, between two offsets, both included. */
function endsOf(text: string, border: RegExp, from: number, to: number): number[] {
  // Its first character may stand right before `from`, and quotation marks between.
  const before = Math.max(0, from - CLOSING_REACH);
  return [...text.slice(before, to + 1).matchAll(border)]
    .map((match) => before + match.index + match[0].length)
    .filter((end) => end >= from && end <= to);
}

/** The offset, moved before a surrogate pair that it would cut. */
function avoidPairs(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return offset > 0 && unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}
