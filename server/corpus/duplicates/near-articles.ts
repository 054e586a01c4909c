/** Finds which articles are the same, or nearly so, from the groups of their texts. */

import { DisjointSets } from './disjoint-sets.ts';

/** Articles are near when each has at least this part of its letters in texts of the other. */
const NEAR = 0.9;

/** How many articles are looked at for one text; for form letters, as in PrefixIndex. */
const MAX_LOOKED_AT = 200;

/** One article: group of texts → letters that the article has in texts of the group. */
export type LettersByGroup = ReadonlyMap<number, number>;

/**
 * Joins every two articles that are near. As with texts, near articles share one of their rarest
 * groups: those that make up more than a tenth of the article. Yields after each small step.
 */
export function* joinNearArticles(
  articles: readonly LettersByGroup[],
): Generator<void, DisjointSets> {
  const joined = new DisjointSets(articles.length);
  const frequencies = new Map<number, number>();
  for (const article of articles) {
    for (const group of article.keys()) frequencies.set(group, (frequencies.get(group) ?? 0) + 1);
    yield;
  }
  const articlesByGroup = new Map<number, number[]>();
  for (let number = 0; number < articles.length; number++) {
    for (const group of rarestGroups(articles[number]!, frequencies)) {
      const others = articlesByGroup.get(group) ?? [];
      for (const other of others.slice(-MAX_LOOKED_AT)) {
        if (joined.areJoined(number, other)) continue;
        if (areNear(articles[number]!, articles[other]!)) joined.join(number, other);
        yield;
      }
      if (others.push(number) === 1) articlesByGroup.set(group, others);
    }
    yield;
  }
  return joined;
}

function rarestGroups(
  article: LettersByGroup,
  frequencies: ReadonlyMap<number, number>,
): readonly number[] {
  const ordered = [...article.keys()].sort(
    (a, b) => frequencies.get(a)! - frequencies.get(b)! || a - b,
  );
  let left = total(article);
  const needed = NEAR * left;
  const end = ordered.findIndex((group) => {
    left -= article.get(group)!;
    return left < needed;
  });
  const rarest = ordered.slice(0, end + 1);
  // What no other article has leads nowhere.
  return rarest.filter((group) => frequencies.get(group)! > 1);
}

function areNear(a: LettersByGroup, b: LettersByGroup): boolean {
  return sharedLetters(a, b) >= NEAR * total(a) && sharedLetters(b, a) >= NEAR * total(b);
}

function sharedLetters(article: LettersByGroup, other: LettersByGroup): number {
  let shared = 0;
  for (const [group, letters] of article) if (other.has(group)) shared += letters;
  return shared;
}

function total(article: LettersByGroup): number {
  let letters = 0;
  for (const part of article.values()) letters += part;
  return letters;
}
