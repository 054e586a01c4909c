/** Finds what stands more than once in a corpus: whole articles, and paragraphs of different ones. */

import type { Article } from '../article.ts';
import { comparedTexts } from './compared-texts.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import { DistinctTexts } from './distinct-texts.ts';
import { joinNearArticles, type LettersByGroup } from './near-articles.ts';
import { joinNearTexts } from './near-texts.ts';
import { ShingleRarity } from './rarity.ts';
import { type DuplicateReport, type PlacedText, reportDuplicates } from './report.ts';
import { shinglesOf } from './shingles.ts';

/** After so many milliseconds of work others get their turn. */
const SLICE_MS = 8;

/**
 * What is duplicated where, whatever the order of the articles. Takes linear time, about two seconds for
 * ten million characters, in slices of some 10 ms (a single paragraph is never split).
 *
 * @param pause awaited between two slices; if it rejects, the work ends with its error
 */
export async function findDuplicates(
  articles: readonly Article[],
  pause: () => Promise<void> = () => new Promise(setImmediate),
): Promise<DuplicateReport> {
  const work = duplicateSteps(articles);
  for (let sliceStart = performance.now(); ; ) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - sliceStart >= SLICE_MS) {
      await pause();
      sliceStart = performance.now();
    }
  }
}

function* duplicateSteps(unordered: readonly Article[]): Generator<void, DuplicateReport> {
  const articles = unordered.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const texts = new DistinctTexts();
  const rarity = new ShingleRarity();
  const places: PlacedText[] = [];
  for (let article = 0; article < articles.length; article++) {
    for (const { ordinal, text, letters } of comparedTexts(articles[article]!)) {
      const number = texts.add(text, letters);
      if (number === texts.size - 1) rarity.add(shinglesOf(letters));
      places.push({ article, ordinal, text: number, letters: letters.length });
      yield;
    }
  }
  const nearTexts = yield* joinNearTexts(texts, rarity);
  const nearArticles = yield* joinNearArticles(
    yield* lettersByGroup(articles.length, places, nearTexts),
  );
  return reportDuplicates({ articles, texts, places, nearTexts, nearArticles });
}

function* lettersByGroup(
  articles: number,
  places: readonly PlacedText[],
  nearTexts: DisjointSets,
): Generator<void, readonly LettersByGroup[]> {
  const byArticle = Array.from({ length: articles }, () => new Map<number, number>());
  for (const { article, text, letters } of places) {
    const group = nearTexts.find(text);
    byArticle[article]!.set(group, (byArticle[article]!.get(group) ?? 0) + letters);
    yield;
  }
  return byArticle;
}
