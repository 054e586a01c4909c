/** Words the outcome of the search for duplicates: which groups there are, and where they stand. */

import type { Article } from '../article.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import type { DistinctTexts } from './distinct-texts.ts';

export interface DuplicateReport {
  readonly articles: Groups<ArticleGroup>;
  /** Without those that stand in one article and its copies only, which `articles` tells. */
  readonly paragraphs: Groups<ParagraphGroup>;
}

export interface Groups<Group> {
  /** How many groups there are in all. */
  readonly total: number;
  /** The first 200: most members first, then longest, then in the order of the paths. */
  readonly first: readonly Group[];
}

export interface ArticleGroup {
  /** Articles in all. */
  readonly count: number;
  /** Whether the letters and digits of all are the same, apart from their titles. */
  readonly isExact: boolean;
  /** The first 20, in the order of their paths. */
  readonly articleIds: readonly string[];
}

export interface ParagraphGroup {
  /** As it stands in the first place. */
  readonly text: string;
  /** Places in all. */
  readonly count: number;
  /** Whether the letters and digits are the same in all places. */
  readonly isExact: boolean;
  /** The first 20, in the order of paths and ordinals. */
  readonly places: readonly DuplicatePlace[];
}

export interface DuplicatePlace {
  readonly articleId: string;
  readonly ordinal: number;
}

/** A text in an article; both as numbers. */
export interface PlacedText {
  readonly article: number;
  /** Null for the short lines of an article together, which make no paragraph. */
  readonly ordinal: number | null;
  readonly text: number;
  readonly letters: number;
}

export interface Findings {
  /** In the order of their paths. */
  readonly articles: readonly Article[];
  readonly texts: DistinctTexts;
  /** In the order of articles, then ordinals. */
  readonly places: readonly PlacedText[];
  readonly nearTexts: DisjointSets;
  readonly nearArticles: DisjointSets;
}

const MAX_GROUPS = 200;
const MAX_MEMBERS = 20;

export function reportDuplicates(findings: Findings): DuplicateReport {
  return { articles: articleGroups(findings), paragraphs: paragraphGroups(findings) };
}

function articleGroups({ articles, places, nearArticles }: Findings): Groups<ArticleGroup> {
  const textsOf = Array.from(articles, (): number[] => []);
  const lettersOf = new Uint32Array(articles.length);
  for (const { article, text, letters } of places) {
    textsOf[article]!.push(text);
    lettersOf[article]! += letters;
  }
  const numbers = [...articles.keys()];
  const groups = groupsOf(numbers, articles.length, (article) => nearArticles.find(article));
  return firstGroups(
    groups,
    (article) => lettersOf[article]!,
    (group) => ({
      count: group.length,
      isExact: areAllEqual(group.map((article) => textsOf[article]!.join())),
      articleIds: group.slice(0, MAX_MEMBERS).map((article) => articles[article]!.id),
    }),
  );
}

function paragraphGroups(findings: Findings): Groups<ParagraphGroup> {
  const { articles, texts, places, nearTexts, nearArticles } = findings;
  const paragraphs = places.filter(isParagraph);
  const groups = groupsOf(paragraphs, texts.size, ({ text }) => nearTexts.find(text)).filter(
    (group) => !group.every(({ article }) => nearArticles.areJoined(article, group[0]!.article)),
  );
  return firstGroups(
    groups,
    ({ letters }) => letters,
    (group) => ({
      text: articles[group[0]!.article]!.paragraphs[group[0]!.ordinal]!.text,
      count: group.length,
      isExact: areAllEqual(group.map(({ text }) => text)),
      places: group
        .slice(0, MAX_MEMBERS)
        .map(({ article, ordinal }) => ({ articleId: articles[article]!.id, ordinal })),
    }),
  );
}

function isParagraph(place: PlacedText): place is PlacedText & { readonly ordinal: number } {
  return place.ordinal !== null;
}

/**
 * The groups of more than one member, in the order of their first.
 *
 * @param size groups are numbered 0 … size − 1
 */
function groupsOf<Member>(
  members: readonly Member[],
  size: number,
  groupOf: (member: Member) => number,
): Member[][] {
  // Most members are alone: counting first spares a list for each of them.
  const counts = new Uint32Array(size);
  for (const member of members) counts[groupOf(member)]!++;
  const groups = new Map<number, Member[]>();
  for (const member of members) {
    const group = groupOf(member);
    if (counts[group]! < 2) continue;
    const others = groups.get(group);
    if (others) others.push(member);
    else groups.set(group, [member]);
  }
  return [...groups.values()];
}

function firstGroups<Member, Group>(
  groups: readonly Member[][],
  lengthOf: (member: Member) => number,
  describe: (group: readonly Member[]) => Group,
): Groups<Group> {
  // Sorting is stable: what is equal keeps the order of the first members.
  const first = groups
    .toSorted((a, b) => b.length - a.length || lengthOf(b[0]!) - lengthOf(a[0]!))
    .slice(0, MAX_GROUPS);
  return { total: groups.length, first: first.map(describe) };
}

function areAllEqual(values: readonly (string | number)[]): boolean {
  return values.every((value) => value === values[0]);
}
