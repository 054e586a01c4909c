/**
 * How a text becomes terms: char filters → segmenter → token filters, in one ordered list each.
 *
 * To add a stage: write it as one file beside the others, put it into the list below (or that of
 * fold-for-segmentation.ts) at the place where its input looks right, add its line to the tests'
 * table, and raise ANALYZER_VERSION.
 */

import { createHash } from 'node:crypto';
import { composeCharMappings } from './char-filters/char-mapping.ts';
import { traditionalTable } from './char-filters/traditional.ts';
import { foldVariants } from './char-filters/variants.ts';
import { keepCompounds } from './compounds.ts';
import { foldForSegmentation } from './fold-for-segmentation.ts';
import type { Jieba } from './jieba.ts';
import { addDigits, keepNumerals } from './numerals.ts';
import type { Analyzer, CharFilter, Segmenter, Token, TokenFilter } from './token.ts';
import { dropPunctuation } from './token-filters/drop-punctuation.ts';
import { limitLength } from './token-filters/limit-length.ts';
import { splitCompounds } from './token-filters/split-compounds.ts';
import { splitHanWords } from './token-filters/split-han-words.ts';
import { stripMarks } from './token-filters/strip-marks.ts';

/** Raise with every change that can give other tokens; indexes of another version are rebuilt. */
export const ANALYZER_VERSION = 3;

/** The analyzer of the product: one for indexing, queries and highlighting. */
export function createAnalyzer(jieba: Jieba): Analyzer {
  return assembleAnalyzer({
    load: jieba.load,
    fold: foldForSegmentation,
    foldTerms: composeCharMappings([foldVariants]),
    segment: keepCompounds(keepNumerals(jieba.segment)),
    tokenFilters: [
      // Before anything is dropped: it looks at the next token.
      addDigits,
      dropPunctuation,
      splitHanWords(jieba.splitWord),
      splitCompounds,
      // After the splits: these two change the length of terms, and parts are located by length.
      stripMarks,
      limitLength,
    ],
    fingerprint: createHash('sha256')
      .update(`${ANALYZER_VERSION} ${process.versions.unicode} `)
      .update(traditionalTable)
      .update(jieba.dictionaryFingerprint)
      .digest('hex'),
    dictionary: jieba.dictionaryFingerprint,
  });
}

/** An analyzer from any stages; the tests build small ones. */
export function assembleAnalyzer(stages: {
  /** Default: there is nothing to load. */
  readonly load?: () => void;
  /** Before segmentation, each character by itself: what the segmenter's dictionary should see. */
  readonly fold: CharFilter;
  /** After it, on terms and on literal text, as well: what the dictionary should still tell apart. */
  readonly foldTerms: CharFilter;
  readonly segment: Segmenter;
  readonly tokenFilters: readonly TokenFilter[];
  readonly fingerprint: string;
  readonly dictionary: string;
}): Analyzer {
  const { load = () => {}, fold, foldTerms, segment, tokenFilters } = stages;
  const { fingerprint, dictionary } = stages;
  return {
    fingerprint,
    dictionary,
    load,
    fold: composeCharMappings([fold, foldTerms]),
    analyze(text) {
      const tokens: Token[] = [];
      let start = 0;
      for (const term of segment(fold(text))) {
        const end = start + term.length;
        tokens.push({ term, start, end, position: tokens.length });
        start = end;
      }
      return tokenFilters
        .reduce<readonly Token[]>((all, filter) => filter(all), tokens)
        .map((token) => ({ ...token, term: foldTerms(token.term) }));
    },
  };
}
