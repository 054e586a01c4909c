/** Puts matches in order: steps of the ladder, whole words, kinds of agreement, score, tie-break. */

import type { SearchIndex } from '../engine/search-index.ts';
import type { LookedUpWord, Match, Step } from './ladder.ts';
import { type ScoreParts, Scorer, totalScore } from './score.ts';

/** How a paragraph with all words agrees with the query, the closest first. */
const AGREEMENTS = ['exact title', 'title', 'heading', 'phrase', 'near', 'scattered'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

export interface Ranked extends Match {
  readonly score: number;
  readonly parts: ScoreParts;
  /** On the steps below the first it is always `scattered`: there the score alone decides. */
  readonly agreement: Agreement;
}

const STEPS: readonly Step[] = ['paragraph', 'article', 'words'];

/** Words are near when all stand within this many characters more than they have themselves. */
const NEAR = 20;

/**
 * The order: step of the ladder, whole words before hits inside words, agreement, score (see
 * score.ts); equal ones by date (newest first), article path, ordinal. No two places are ever equal.
 */
export class Ranker {
  readonly #index: SearchIndex;
  readonly #words: readonly LookedUpWord[];
  readonly #scorer: Scorer;
  /** The folded query without white space: the words as one phrase. */
  readonly phrase: string;

  /** @param typed the query as typed */
  constructor(index: SearchIndex, words: readonly LookedUpWord[], typed: string) {
    this.#index = index;
    this.#words = words;
    const folded = index.analyzer.fold(typed);
    this.#scorer = new Scorer(
      index,
      words.map(({ lookup }) => lookup),
      folded,
    );
    this.phrase = folded.replace(/\s+/gu, '');
  }

  rank(matches: readonly Match[]): Ranked[] {
    return matches.map((match) => this.#judge(match)).sort((a, b) => this.#compare(a, b));
  }

  #judge(match: Match): Ranked {
    const parts = this.#scorer.score(match.doc);
    const agreement = match.step === 'paragraph' ? this.#agreement(match.doc) : 'scattered';
    return { ...match, parts, score: totalScore(parts), agreement };
  }

  #agreement(doc: number): Agreement {
    const { paragraph } = this.#index.paragraphs.get(doc);
    const text = this.#index.paragraphs.folded(doc);
    if (paragraph.kind === 'title') {
      return text.replace(/\s+/gu, '') === this.phrase ? 'exact title' : 'title';
    }
    if (paragraph.kind === 'heading') return 'heading';
    if (this.#words.length === 1 || text.replace(/\s+/gu, '').includes(this.phrase))
      return 'phrase';
    return this.#areNear(text) ? 'near' : 'scattered';
  }

  /** Whether some stretch of the text, little longer than the words together, has them all. */
  #areNear(text: string): boolean {
    const places: { at: number; word: number }[] = [];
    let length = NEAR;
    this.#words.forEach(({ word }, i) => {
      length += word.terms[0]!.length;
      for (const term of word.terms) {
        for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + term.length)) {
          places.push({ at, word: i });
        }
      }
    });
    places.sort((a, b) => a.at - b.at);
    const last = new Int32Array(this.#words.length).fill(-1);
    return places.some(({ at, word }) => {
      last[word] = at;
      return last.every((place) => place !== -1 && at - place <= length);
    });
  }

  #compare(a: Ranked, b: Ranked): number {
    if (a.step !== b.step) return STEPS.indexOf(a.step) - STEPS.indexOf(b.step);
    if (a.wholeWords !== b.wholeWords && a.step === 'paragraph') return a.wholeWords ? -1 : 1;
    if (a.agreement !== b.agreement) {
      return AGREEMENTS.indexOf(a.agreement) - AGREEMENTS.indexOf(b.agreement);
    }
    if (a.score !== b.score) return b.score - a.score;
    const dateA = this.#index.paragraphs.get(a.doc).article.date ?? '';
    const dateB = this.#index.paragraphs.get(b.doc).article.date ?? '';
    if (dateA !== dateB) return dateA < dateB ? 1 : -1;
    // Documents are numbered by article path, then ordinal.
    return a.doc - b.doc;
  }
}
