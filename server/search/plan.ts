/** How a query is answered: its tree as matchers, parted into what is sought and what must hold. */

import type { ParagraphKind } from '../corpus/article.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { describeQuery, type Query, soughtWords } from '../query/query.ts';
import { isAlphabetic } from './alphabetic.ts';
import { conditionOnArticles, hasInField, isInFolder } from './article-conditions.ts';
import { ABSENT, allOf, anyOf, type Matcher } from './matcher.ts';
import { isQuestionWord } from './question-words.ts';
import { WordLookup } from './word-lookup.ts';

export interface Plan {
  /** What a paragraph is to say; the ladder may do without some of them. */
  readonly clauses: readonly PlannedClause[];
  /** What holds on every step: conditions on the article, and what is excluded. */
  admits(doc: number): boolean;
  /** Whether there is any such condition. */
  readonly isFiltered: boolean;
  /** The paragraphs that are listed where nothing is sought: titles stand for articles. Null for none. */
  readonly lists: ParagraphKind | null;
  /** The words sought, wherever in the tree; those of synonyms too. */
  readonly words: readonly WordLookup[];
  /** Those of them that say what the query is about, which make the score. */
  readonly topics: readonly WordLookup[];
}

export interface PlannedClause {
  /** As typed. */
  readonly text: string;
  readonly matcher: Matcher;
  readonly words: readonly WordLookup[];
}

/**
 * @param query null where nothing is sought
 * @param listsAll whether all articles are listed where the query says nothing
 */
export function planQuery(index: SearchIndex, query: Query | null, listsAll = false): Plan {
  const conjuncts = query === null ? [] : query.type === 'and' ? query.clauses : [query];
  const clauses: PlannedClause[] = [];
  const conditions: Matcher[] = [];
  const excluded: Matcher[] = [];
  for (const conjunct of conjuncts) {
    const words: WordLookup[] = [];
    if (conjunct.type === 'not') excluded.push(compile(index, conjunct.clause, [], true));
    else if (soughtWords(conjunct).length === 0) {
      // Fields and dates, and OR of nothing else: no step of the ladder does without them.
      conditions.push(compile(index, conjunct, words));
    } else {
      const matcher = compile(index, conjunct, words);
      clauses.push({ text: describeQuery(conjunct), matcher, words });
    }
  }
  const isFiltered = conditions.length + excluded.length > 0;
  const words = clauses.flatMap((clause) => clause.words);
  const topics = words.filter(({ word }) => !isQuestionWord(word.terms[0] as string));
  return {
    clauses,
    admits: (doc) =>
      conditions.every((condition) => condition.presence(doc) !== ABSENT) &&
      !excluded.some((clause) => isExcluded(index, clause, doc)),
    isFiltered,
    lists: clauses.length === 0 && (isFiltered || listsAll) ? 'title' : null,
    words,
    topics: topics.length > 0 ? topics : words,
  };
}

/** What is excluded is excluded with the whole article where the title says it. */
function isExcluded({ paragraphs }: SearchIndex, clause: Matcher, doc: number): boolean {
  return (
    clause.presence(doc) !== ABSENT ||
    clause.presence(paragraphs.articleRange(doc).start) !== ABSENT
  );
}

/**
 * @param words receives the look-ups of the words that are sought
 * @param isExcluded an excluded word of letters is meant as a word: -AI does not exclude said
 */
function compile(
  index: SearchIndex,
  query: Query,
  words: WordLookup[],
  isExcluded = false,
): Matcher {
  switch (query.type) {
    case 'word': {
      const onlyWhole =
        query.onlyWhole ||
        (isExcluded && query.kind === 'word' && isAlphabetic(query.terms[0] as string));
      const lookup = new WordLookup(index, query, onlyWhole);
      if (!isExcluded) words.push(lookup);
      return lookup;
    }
    case 'or':
      return anyOf(
        query.clauses.map((clause) => compile(index, clause, words, isExcluded)),
        index.paragraphs.size,
      );
    case 'and': {
      const isNot = (clause: Query): boolean => clause.type === 'not';
      const sought = query.clauses.filter((clause) => !isNot(clause));
      const excluded = query.clauses.flatMap((clause) =>
        clause.type === 'not' ? [compile(index, clause.clause, [], true)] : [],
      );
      return allOf(
        sought.map((clause) => compile(index, clause, words, isExcluded)),
        excluded,
        index.paragraphs.size,
      );
    }
    case 'not':
      return allOf([], [compile(index, query.clause, [], true)], index.paragraphs.size);
    case 'date':
      return conditionOnArticles(index, ({ date }) => {
        const { from, to } = query;
        return date !== null && (from === null || date >= from) && (to === null || date <= to);
      });
    case 'field':
      return conditionOnArticles(index, (article) => hasInField(index, article, query));
    case 'folder':
      return conditionOnArticles(index, (article) => isInFolder(index, article, query));
  }
}
