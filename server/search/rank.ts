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
  /** Step, whole words and agreement in one number, lower is better: what goes before the score. */
  readonly rank: number;
  /** Of the article; empty where it has none. */
  readonly date: string;
}

const STEPS: readonly Step[] = ['paragraph', 'article', 'words'];

/** So many are judged in full; with more, those that kind and words alone put behind stay behind. */
const MAX_JUDGED = 500;

/** On the last step, what scores less than this share of the best has too little of the query. */
const MIN_SHARE_OF_BEST = 0.4;

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
    if (matches.length <= MAX_JUDGED) {
      const ranked = matches.map((match) => this.#judge(match)).sort(compare);
      const least = (ranked[0]?.score ?? 0) * MIN_SHARE_OF_BEST;
      return ranked.filter(({ step, score }) => step !== 'words' || score >= least);
    }
    const roughly = matches.map((match) => this.#judgeRoughly(match)).sort(compare);
    const best = roughly.slice(0, MAX_JUDGED).map((match) => this.#judge(match));
    return [...best.sort(compare), ...roughly.slice(MAX_JUDGED)];
  }

  #judgeRoughly(match: Match): Ranked {
    const { kind } = this.#index.paragraphs.get(match.doc).paragraph;
    const agreement = kind === 'body' || match.step !== 'paragraph' ? 'scattered' : kind;
    const parts = { words: this.#scorer.words(match.doc), pairs: 0, characters: 0, title: 0 };
    return this.#place(match, agreement, parts);
  }

  #judge(match: Match): Ranked {
    const agreement = match.step === 'paragraph' ? this.#agreement(match.doc) : 'scattered';
    return this.#place(match, agreement, this.#scorer.score(match.doc));
  }

  #place(match: Match, agreement: Agreement, parts: ScoreParts): Ranked {
    const { step, wholeWords } = match;
    const behind = wholeWords || step !== 'paragraph' ? 0 : 1;
    return {
      ...match,
      agreement,
      parts,
      score: totalScore(parts),
      rank: (STEPS.indexOf(step) * 2 + behind) * AGREEMENTS.length + AGREEMENTS.indexOf(agreement),
      date: this.#index.paragraphs.get(match.doc).article.date ?? '',
    };
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
}

function compare(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.score !== b.score) return b.score - a.score;
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  // Documents are numbered by article path, then ordinal.
  return a.doc - b.doc;
}
