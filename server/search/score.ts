/** How well a paragraph answers a query, in numbers: the formula of the ranking. */

import { isLetterUnit } from '../engine/character-statistics.ts';
import { pairKey } from '../engine/pair-counts.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { inverseFrequency, type WordLookup } from './word-lookup.ts';

/**
 * The parts of a score. Each of the first three is BM25 (Robertson and Zaragoza, The Probabilistic
 * Relevance Framework, 2009) over another kind of unit:
 *
 *     Σ idf(u) · tf · (K1 + 1) / (tf + K1 · (1 − B + B · length / average length))
 *
 * Words carry the meaning; pairs of neighbouring characters see through segmentation and reward
 * words that stand together; single characters bridge abbreviations. The title part is what of the
 * query the article's title and the section's heading say: Σ idf over its distinct words and pairs.
 */
export interface ScoreParts {
  readonly words: number;
  readonly pairs: number;
  readonly characters: number;
  readonly title: number;
}

export const NO_SCORE: ScoreParts = { words: 0, pairs: 0, characters: 0, title: 0 };

/** How fast repetition saturates, and how much long paragraphs are held back. */
const K1 = 1.2;
const B = 0.5;

const CHARACTER_WEIGHT = 0.3;
const TITLE_WEIGHT = 1.5;

export function totalScore({ words, pairs, characters, title }: ScoreParts): number {
  return words + pairs + CHARACTER_WEIGHT * characters + TITLE_WEIGHT * title;
}

/** Units of a query, numbered as they came: a slot each. */
interface Units {
  readonly slots: Map<number, number>;
  /** Of each slot. */
  readonly idfs: number[];
}

const NO_SLOT = -1;

/** Scores paragraphs for one query; what depends on the query alone is computed once. */
export class Scorer {
  readonly #index: SearchIndex;
  readonly #words: readonly { readonly lookup: WordLookup; readonly idf: number }[];
  readonly #pairs: Units = { slots: new Map(), idfs: [] };
  readonly #characters: Units = { slots: new Map(), idfs: [] };
  /** Character → its slot: asked for each character of very many texts. */
  readonly #characterSlots = new Int16Array(0x10000).fill(NO_SLOT);
  /** Slots of two characters, the first one's times the number of characters and the second one's → the slot of their pair. */
  readonly #pairSlots: Int16Array;
  readonly #averageLength: number;
  readonly #scores = new Map<number, ScoreParts>();
  /** Of paragraphs under the same heading it is the same; by the heading's document. */
  readonly #titles = new Map<number, number>();

  /** @param text the folded query */
  constructor(index: SearchIndex, words: readonly WordLookup[], text: string) {
    this.#index = index;
    this.#words = words.map((lookup) => ({
      lookup,
      idf: inverseFrequency(index.paragraphs.size, lookup.frequency),
    }));
    this.#averageLength = index.paragraphs.totalLength / Math.max(1, index.paragraphs.size);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (!isLetterUnit(unit)) continue;
      this.#add(this.#characters, unit, index.characters.character(unit));
      const next = text.charCodeAt(i + 1);
      if (i + 1 < text.length && isLetterUnit(next)) {
        this.#add(this.#pairs, pairKey(unit, next), index.characters.pair(unit, next));
      }
    }
    for (const [unit, slot] of this.#characters.slots) this.#characterSlots[unit] = slot;
    const count = this.#characters.idfs.length;
    this.#pairSlots = new Int16Array(count * count).fill(NO_SLOT);
    for (let i = 0; i + 1 < text.length; i++) {
      const [unit, next] = [text.charCodeAt(i), text.charCodeAt(i + 1)];
      const [first, second] = [this.#characterSlots[unit]!, this.#characterSlots[next]!];
      const pair = this.#pairs.slots.get(pairKey(unit, next));
      if (pair === undefined || first === NO_SLOT || second === NO_SLOT) continue;
      this.#pairSlots[first * count + second] = pair;
    }
  }

  /**
   * The part that words have in the scores: cheap, so that very many paragraphs can be pre-sorted by it.
   *
   * @param docs ascending
   */
  wordsOfAll(docs: Uint32Array): Float64Array {
    const { paragraphs } = this.#index;
    const shortest = this.#norm(0);
    const byUnit = this.#norm(1) - shortest;
    const norms = new Float64Array(docs.length);
    for (let i = 0; i < docs.length; i++) {
      norms[i] = shortest + byUnit * paragraphs.lengthOf(docs[i]!);
    }
    const sums = new Float64Array(docs.length);
    for (const { lookup, idf } of this.#words) {
      const weights = lookup.weights(docs);
      const most = idf * (K1 + 1);
      for (let i = 0; i < docs.length; i++) {
        const tf = weights[i]!;
        sums[i]! += (most * tf) / (tf + norms[i]!);
      }
    }
    return sums;
  }

  /** The same for one of them. */
  words(doc: number): number {
    const saturate = this.#saturation(this.#index.paragraphs.lengthOf(doc));
    let words = 0;
    for (const { lookup, idf } of this.#words) {
      const tf = lookup.weight(doc);
      if (tf > 0) words += idf * saturate(tf);
    }
    return words;
  }

  /** Each is computed once: the hits of an article are put in order again among themselves. */
  score(doc: number): ScoreParts {
    const known = this.#scores.get(doc);
    if (known) return known;
    const score = this.#score(doc);
    this.#scores.set(doc, score);
    return score;
  }

  #score(doc: number): ScoreParts {
    const text = this.#index.paragraphs.folded(doc);
    const saturate = this.#saturation(text.length);
    const counts = this.#count(text);
    return {
      words: this.words(doc),
      pairs: sum(this.#pairs, counts.pairs, saturate),
      characters: sum(this.#characters, counts.characters, saturate),
      title: this.#title(doc),
    };
  }

  #saturation(length: number): (tf: number) => number {
    const norm = this.#norm(length);
    return (tf) => saturated(tf, norm);
  }

  #norm(length: number): number {
    return K1 * (1 - B + (B * length) / this.#averageLength);
  }

  #add({ slots, idfs }: Units, code: number, documentFrequency: number): void {
    if (documentFrequency === 0 || slots.has(code)) return;
    slots.set(code, idfs.length);
    idfs.push(inverseFrequency(this.#index.paragraphs.size, documentFrequency));
  }

  #count(text: string): { pairs: Uint16Array; characters: Uint16Array } {
    // No paragraph is long enough to overflow them: reading an article cuts what is.
    const pairs = new Uint16Array(this.#pairs.idfs.length);
    const count = this.#characters.idfs.length;
    const characters = new Uint16Array(count);
    const slots = this.#characterSlots;
    const pairSlots = this.#pairSlots;
    // Only where two characters of the query meet can a pair of it stand.
    let previous = NO_SLOT;
    for (let i = 0; i < text.length; i++) {
      const slot = slots[text.charCodeAt(i)]!;
      if (slot !== NO_SLOT) {
        characters[slot]!++;
        const pair = previous === NO_SLOT ? NO_SLOT : pairSlots[previous * count + slot]!;
        if (pair !== NO_SLOT) pairs[pair]!++;
      }
      previous = slot;
    }
    return { pairs, characters };
  }

  /** A title is not credited with itself. */
  #title(doc: number): number {
    const { paragraphs } = this.#index;
    if (paragraphs.kindOf(doc) === 'title') return 0;
    const heading = paragraphs.headingOf(doc);
    const known = this.#titles.get(heading);
    if (known !== undefined) return known;
    const first = paragraphs.articleRange(doc).start;
    const own = heading === first ? '' : paragraphs.folded(heading);
    const text = `${paragraphs.folded(first)}\n${own}`;
    const { pairs } = this.#count(text);
    const once = (tf: number): number => Math.min(tf, 1);
    let title = sum(this.#pairs, pairs, once);
    for (const { lookup, idf } of this.#words) if (lookup.isIn(text)) title += idf;
    this.#titles.set(heading, title);
    return title;
  }
}

function saturated(tf: number, norm: number): number {
  return (tf * (K1 + 1)) / (tf + norm);
}

function sum({ idfs }: Units, counts: Uint16Array, weigh: (tf: number) => number): number {
  let total = 0;
  for (let slot = 0; slot < idfs.length; slot++) {
    const tf = counts[slot]!;
    if (tf > 0) total += idfs[slot]! * weigh(tf);
  }
  return total;
}
