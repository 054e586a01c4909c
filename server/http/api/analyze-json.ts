/** The JSON of an analysis: the tokens of a text, as the index sees them. */

import type { Analyzer } from '../../analysis/token.ts';
import type { analyzeAnswer } from './answers/analyze-answer.ts';
import type { Answer } from './answers/answer.ts';

export function toAnalyzeJson(text: string, analyzer: Analyzer): Answer<typeof analyzeAnswer> {
  return {
    text,
    folded: analyzer.fold(text),
    tokens: analyzer.analyze(text).map(({ term, start, end, position }) => ({
      term,
      text: text.slice(start, end),
      start,
      end,
      position,
    })),
  };
}
