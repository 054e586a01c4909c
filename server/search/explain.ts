/** Says how an answer came about: how the query was read, which step answered, what made the scores. */

import type { SearchIndex } from '../engine/search-index.ts';
import { soughtWords } from '../query/query.ts';
import type { Step } from './matches.ts';
import type { SearchResponse } from './search.ts';

export interface Explanation {
  /** The query after folding (case, width, Traditional → Simplified), as it is compared with the texts. */
  readonly folded: string;
  readonly words: readonly ExplainedWord[];
  /** The steps of the ladder that this page shows, in order. */
  readonly steps: readonly Step[];
}

export interface ExplainedWord {
  /** As typed; a synonym as its list has it. */
  readonly text: string;
  readonly kind: 'word' | 'phrase' | 'prefix';
  readonly isSynonym: boolean;
  /** What is looked for: its folded form and other spellings. */
  readonly terms: readonly string[];
  /** Looked for on the last step only. */
  readonly parts: readonly string[];
  /** Paragraphs that have it as a word; null where only a search can tell. */
  readonly paragraphs: number | null;
}

export function explainSearch(
  { analyzer, documentFrequencies }: SearchIndex,
  { parsed, groups }: SearchResponse,
): Explanation {
  const words = parsed.query ? soughtWords(parsed.query) : [];
  return {
    folded: analyzer.fold(parsed.text),
    words: words.map(({ text, kind, onlyWhole, terms, parts }) => ({
      text,
      kind,
      isSynonym: onlyWhole,
      terms,
      parts: [...new Set(parts)],
      paragraphs: kind === 'word' ? (documentFrequencies.get(terms[0] as string) ?? null) : null,
    })),
    steps: [...new Set(groups.map(({ step }) => step))],
  };
}
