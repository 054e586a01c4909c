/** Counts hits by looking at every document: too simple to be wrong, and what every engine is held against. */

import { createHash } from 'node:crypto';
import type { ParsedQuery } from '../../server/query/parse-query.ts';
import type { Query } from '../../server/query/query.ts';

export interface PlainDocument {
  readonly folded: string;
  /** In their order. */
  readonly terms: readonly string[];
  /** The same, each once. */
  readonly carried: ReadonlySet<string>;
  /** The same for texts that count once. */
  readonly identity: string;
}

/** A word or phrase that a paragraph must have, in any of these spellings. */
export interface Requirement {
  readonly spellings: readonly string[];
  /** Whether a term of the document will do where the text spells it otherwise. */
  readonly isWord: boolean;
}

/** What a paragraph must have; null for queries with other operators than phrases. */
export function requirementsOf({ query }: ParsedQuery): readonly Requirement[] | null {
  if (query === null) return null;
  const clauses: readonly Query[] = query.type === 'and' ? query.clauses : [query];
  const requirements = clauses.flatMap((clause) =>
    clause.type === 'word' && clause.kind !== 'prefix'
      ? { spellings: clause.terms, isWord: clause.kind === 'word' }
      : [],
  );
  return requirements.length === clauses.length ? requirements : null;
}

export function hasAll(
  document: Pick<PlainDocument, 'folded' | 'carried'>,
  requirements: readonly Requirement[],
): boolean {
  return requirements.every(({ spellings, isWord }) =>
    spellings.some(
      (spelling) =>
        document.folded.includes(spelling) || (isWord && document.carried.has(spelling)),
    ),
  );
}

/** Documents with all that is required, those of the same identity counted once. */
export function countHits(
  documents: readonly PlainDocument[],
  requirements: readonly Requirement[],
): number {
  const found = documents.filter((document) => hasAll(document, requirements));
  return new Set(found.map(({ identity }) => identity)).size;
}

/** Whether the document has all the terms, of a phrase one behind the other. */
export function hasTerms(
  { terms, carried }: Pick<PlainDocument, 'terms' | 'carried'>,
  wanted: readonly string[],
  inRow: boolean,
): boolean {
  if (!wanted.every((term) => carried.has(term))) return false;
  return !inRow || terms.some((_, at) => wanted.every((term, i) => terms[at + i] === term));
}

/** A set of documents in a few characters. */
export function digestOf(documents: readonly number[]): { count: number; digest: string } {
  const sorted = Uint32Array.from(documents).sort();
  return {
    count: sorted.length,
    digest: createHash('sha256').update(sorted).digest('base64').slice(0, 16),
  };
}
