/** Conditions on whole articles: their date, their folder, and what stands in their title, author and source. */

import type { Article } from '../corpus/article.ts';
import { collectionOf } from '../corpus/collection.ts';
import { type MetadataRole, roleOf } from '../corpus/metadata-names.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import type { FieldName, FieldQuery, FolderQuery, Query } from '../query/query.ts';
import { isAlphabetic } from './alphabetic.ts';
import { ABSENT, type Matcher, WHOLE } from './matcher.ts';

/** What the fields of the query language ask for; 作者 finds translators too. */
const FIELD_ROLES: Readonly<Record<Exclude<FieldName, 'title'>, ReadonlySet<MetadataRole | null>>> =
  {
    author: new Set<MetadataRole>(['author', 'translator']),
    translator: new Set<MetadataRole>(['translator']),
    source: new Set<MetadataRole>(['source', 'link', 'address']),
  };

/** Every paragraph of the articles that satisfy the test; each article is asked once. */
export function conditionOnArticles(
  { paragraphs }: SearchIndex,
  test: (article: Article) => boolean,
): Matcher {
  const known = new Map<number, boolean>();
  const holds = (doc: number): boolean => {
    const number = paragraphs.articleOf(doc);
    let answer = known.get(number);
    if (answer === undefined) {
      answer = test(paragraphs.get(doc).article);
      known.set(number, answer);
    }
    return answer;
  };
  return {
    frequency: paragraphs.size,
    listsAll: false,
    blocks: () => null,
    members: () => null,
    documents: () => paragraphs.titles().filter(holds),
    presence: (doc) => (holds(doc) ? WHOLE : ABSENT),
    presences: (docs) => Uint8Array.from(docs, (doc) => (holds(doc) ? WHOLE : ABSENT)),
  };
}

/** Whether the article's field says what is asked of it. */
export function hasInField(index: SearchIndex, article: Article, query: FieldQuery): boolean {
  const values =
    query.field === 'title'
      ? [article.title]
      : article.metadata
          .filter(({ name }) => FIELD_ROLES[query.field as 'author'].has(roleOf(name)))
          .map(({ value }) => value);
  return values.some((value) => satisfies(index.analyzer.fold(value), query.clause));
}

/** Whether folders of these names lead to the article: all of its path, its beginning, or a part. */
export function isInFolder(
  { analyzer }: SearchIndex,
  article: Article,
  query: FolderQuery,
): boolean {
  const collection = collectionOf(article.path);
  if (collection === null) return false;
  const names = analyzer.fold(collection).split('/');
  return `/${names.map((name) => name.trim()).join('/')}/`.includes(`/${query.names.join('/')}/`);
}

function satisfies(folded: string, query: Query): boolean {
  switch (query.type) {
    case 'word':
      return query.terms.some((term) => contains(folded, term, query.kind === 'prefix'));
    case 'and':
      return query.clauses.every((clause) => satisfies(folded, clause));
    case 'or':
      return query.clauses.some((clause) => satisfies(folded, clause));
    case 'not':
      return !satisfies(folded, query.clause);
    default:
      return false;
  }
}

const LETTER = /[\p{L}\p{N}]/u;

/** Chinese anywhere; letters and digits where no others touch them, as AI in OpenAI's AI but not in said. */
function contains(folded: string, term: string, isPrefix: boolean): boolean {
  if (!isAlphabetic(term)) return folded.includes(term);
  for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + 1)) {
    const touches = (side: string, own: string): boolean =>
      isAlphabetic(side) && LETTER.test(side) && isAlphabetic(own);
    const isStart = !touches(folded.slice(0, at).slice(-1), term[0]!);
    const isEnd = isPrefix || !touches(folded.charAt(at + term.length), term.at(-1)!);
    if (isStart && isEnd) return true;
  }
  return false;
}
