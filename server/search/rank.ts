/** Puts matches in order: steps of the ladder, whole words, kinds of agreement, score, tie-break. */

import { PARAGRAPH_KINDS, type ParagraphKind } from '../corpus/article.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { type Match, type Matches, matchAt, matchesOf, STEPS, type Step } from './matches.ts';
import { Nearness } from './nearness.ts';
import { placesOfBest } from './places-of-best.ts';
import type { Plan } from './plan.ts';
import { NO_SCORE, type ScoreParts, Scorer, totalScore } from './score.ts';

/** How a paragraph with all words agrees with the query, the closest first. */
export const AGREEMENTS = [
  'exact title',
  'title',
  'heading',
  'phrase',
  'near',
  'scattered',
] as const;
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

/** Matches with their order. */
export interface Ranking {
  /** Those that are kept. */
  readonly matches: Matches;
  /** The same, best first. */
  inOrder(): Iterable<Ranked>;
}

/** So many are judged in full; with more, those that kind and words alone put behind stay behind. */
const MAX_JUDGED = 500;

/** On the last step, what scores less than this share of the best has too little of the query. */
const MIN_SHARE_OF_BEST = 0.4;

/** No score comes near it: with 64 words of the highest weight it is about 3,000. */
const MAX_SCORE = 1e6;

/**
 * The order: step of the ladder, whole words before hits inside words, agreement, score (see
 * score.ts); equal ones by date (newest first), article path, ordinal. No two places are ever equal.
 */
export class Ranker {
  readonly #index: SearchIndex;
  readonly #plan: Plan;
  readonly #scorer: Scorer;
  readonly #nearness: Nearness;
  readonly #phrase: string;
  /** Finds the phrase, whatever white space stands in it. */
  #phrasePattern: RegExp | undefined;

  /**
   * @param sought the folded texts that a paragraph is to say
   * @param phrase the folded query without white space, empty if it is not to be read as one phrase
   */
  constructor(index: SearchIndex, plan: Plan, sought: readonly string[], phrase: string) {
    this.#index = index;
    this.#plan = plan;
    this.#scorer = new Scorer(index, plan.topics, withoutQuestions(sought.join(' '), plan));
    this.#nearness = new Nearness(plan.clauses);
    this.#phrase = phrase;
  }

  /** The part of their scores that says most and costs least; of documents, ascending. */
  roughScores(docs: Uint32Array): Float64Array {
    return this.#scorer.wordsOfAll(docs);
  }

  /** Puts few in order at once, and of many as many as are taken. */
  rank(matches: Matches): Ranking {
    if (this.#plan.clauses.length === 0) return this.#list(matches);
    const { step, docs } = matches;
    if (docs.length > MAX_JUDGED) return { matches, inOrder: () => this.#inOrder(matches) };
    const places = [...docs.keys()];
    if (step !== 'words') return { matches, inOrder: () => this.#judgeInOrder(matches, places) };
    const ranked = [...this.#judgeInOrder(matches, places)];
    const least = (ranked[0]?.score ?? 0) * MIN_SHARE_OF_BEST;
    const kept = ranked.filter(({ score }) => score >= least);
    const byDocument = kept.toSorted((a, b) => a.doc - b.doc);
    return { matches: matchesOf(step, byDocument), inOrder: () => kept };
  }

  /** Conditions alone: articles by their dates, however many. */
  #list(matches: Matches): Ranking {
    const inOrder = () =>
      Array.from(matches.docs, (_, place) => this.#judgeRoughly(matches, place)).sort(compare);
    return { matches, inOrder };
  }

  *#inOrder(matches: Matches): Generator<Ranked, void, void> {
    // One number that orders as rank and score do: very many are compared without an object each.
    const keys = this.#scorer.wordsOfAll(matches.docs);
    this.#subtractRoughRanks(matches, keys);
    const best = placesOfBest(keys, MAX_JUDGED);
    yield* this.#judgeInOrder(matches, best);
    const taken = new Set(best);
    const rest = Array.from(keys, (_, place) => place).filter((place) => !taken.has(place));
    yield* rest.map((place) => this.#judgeRoughly(matches, place)).sort(compare);
  }

  #subtractRoughRanks({ docs, step, wholeWords }: Matches, keys: Float64Array): void {
    const { kinds } = this.#index.paragraphs.columns;
    const kindCount = PARAGRAPH_KINDS.length;
    const ranks = new Float64Array(2 * kindCount);
    for (const [kind, name] of PARAGRAPH_KINDS.entries()) {
      const agreement = roughAgreement(name, step);
      ranks[kind] = rankOf(step, false, agreement) * MAX_SCORE;
      ranks[kindCount + kind] = rankOf(step, true, agreement) * MAX_SCORE;
    }
    for (let i = 0; i < docs.length; i++) {
      keys[i]! -= ranks[wholeWords[i]! * kindCount + kinds[docs[i]!]!]!;
    }
  }

  #judgeRoughly(matches: Matches, place: number): Ranked {
    const match = matchAt(matches, place);
    const words = this.#scorer.words(match.doc);
    const kind = this.#index.paragraphs.kindOf(match.doc);
    const agreement = roughAgreement(kind, match.step);
    return this.#place(match, agreement, { ...NO_SCORE, words });
  }

  /** Those that agree most with the query first: no other is looked at for the first page if they fill it. */
  *#judgeInOrder(matches: Matches, places: readonly number[]): Generator<Ranked, void, void> {
    // What kind and words alone tell apart no look at the text puts together again.
    const byRoughRank = groupBy(places, (place) => this.#roughRank(matches, place));
    for (const own of inOrderOfKeys(byRoughRank)) {
      const judged = own.map((place) => this.#judge(matchAt(matches, place)));
      for (const alike of inOrderOfKeys(groupBy(judged, ({ rank }) => rank))) {
        yield* alike
          .map(({ match, agreement }) =>
            this.#place(match, agreement, this.#scorer.score(match.doc)),
          )
          .sort(compare);
      }
    }
  }

  #judge(match: Match): { match: Match; agreement: Agreement; rank: number } {
    const agreement = match.step === 'paragraph' ? this.#agreement(match.doc) : 'scattered';
    return { match, agreement, rank: rankOf(match.step, match.wholeWords, agreement) };
  }

  #roughRank({ step, docs, wholeWords }: Matches, place: number): number {
    const kind = this.#index.paragraphs.kindOf(docs[place]!);
    return rankOf(step, wholeWords[place] === 1, roughAgreement(kind, step));
  }

  #place(match: Match, agreement: Agreement, parts: ScoreParts): Ranked {
    const { paragraphs } = this.#index;
    const { doc, step, wholeWords, missing } = match;
    return {
      doc,
      step,
      wholeWords,
      missing,
      agreement,
      parts,
      score: totalScore(parts),
      rank: rankOf(step, wholeWords, agreement),
      date: paragraphs.articles[paragraphs.articleOf(doc)]!.date ?? '',
    };
  }

  #agreement(doc: number): Agreement {
    const { paragraphs } = this.#index;
    const kind = paragraphs.kindOf(doc);
    if (kind === 'title') {
      return withoutSpace(paragraphs.folded(doc)) === this.#phrase ? 'exact title' : 'title';
    }
    if (kind === 'heading') return 'heading';
    if (this.#plan.clauses.length === 1) return 'phrase';
    const text = paragraphs.folded(doc);
    if (this.#saysPhrase(text)) return 'phrase';
    return this.#nearness.areNear(text) ? 'near' : 'scattered';
  }

  #saysPhrase(text: string): boolean {
    if (this.#phrase === '') return false;
    this.#phrasePattern ??= patternOf(this.#phrase);
    return this.#phrasePattern.test(text);
  }
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function inOrderOfKeys<T>(groups: ReadonlyMap<number, T>): T[] {
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}

/** What is known of the agreement without a look at the text. */
function roughAgreement(kind: ParagraphKind, step: Step): Agreement {
  return kind === 'body' || step !== 'paragraph' ? 'scattered' : kind;
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** @param phrase without white space */
function patternOf(phrase: string): RegExp {
  const units = phrase.split('').map((unit) => unit.replace(/[\\^$.*+?()[\]{}|]/u, '\\$&'));
  return new RegExp(units.join('\\s*'));
}

/** What only asks is no more part of the pairs and characters than of the words. */
function withoutQuestions(text: string, { words, topics }: Plan): string {
  const asking = words.filter((lookup) => !topics.includes(lookup));
  return asking.reduce((left, { word }) => left.replaceAll(word.terms[0] as string, ' '), text);
}

/** Step, whole words and agreement as one number, lower is better. */
function rankOf(step: Step, wholeWords: boolean, agreement: Agreement): number {
  const behind = wholeWords || step !== 'paragraph' ? 0 : 1;
  return (STEPS.indexOf(step) * 2 + behind) * AGREEMENTS.length + AGREEMENTS.indexOf(agreement);
}

function compare(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.score !== b.score) return b.score - a.score;
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  // Documents are numbered by article path, then ordinal.
  return a.doc - b.doc;
}
