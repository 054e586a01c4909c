/** What every part of a query can tell of a paragraph, and how the parts join. */

import { type BlockSet, intersectBlocks, uniteBlocks } from '../engine/block-signatures.ts';

/** `whole`: as whole words; `inside`: only inside other words (AI in said). */
export type Presence = 'whole' | 'inside' | null;

export interface Matcher {
  /** About how many documents match; the rarest is asked for its documents first. */
  readonly frequency: number;
  /**
   * Whether `documents` are all that match. Conditions on articles are not listed paragraph by
   * paragraph: they are only asked `presence`, and list the titles where nothing else is asked.
   */
  readonly listsAll: boolean;
  /** The blocks of text that may have a match; null: any. */
  blocks(): BlockSet | null;
  /**
   * Matching documents, ascending.
   *
   * @param within those of other blocks are left out; null or nothing: none are
   */
  documents(within?: BlockSet | null): Uint32Array;
  presence(doc: number): Presence;
  /**
   * Looks at many documents at once, which is cheaper than to ask for the presence of each. What is
   * found is kept until the next time.
   *
   * @param docs ascending
   * @param within the blocks that they are in; null: any
   */
  verify(docs: Uint32Array, within: BlockSet | null): void;
}

/** Any of the clauses: the best presence counts. */
export function anyOf(clauses: readonly Matcher[]): Matcher {
  return {
    frequency: clauses.reduce((sum, { frequency }) => sum + frequency, 0),
    listsAll: clauses.every(({ listsAll }) => listsAll),
    blocks: () => uniteBlocks(clauses.map((clause) => clause.blocks())),
    documents: (within) => {
      const all = new Set(clauses.flatMap((clause) => [...clause.documents(within)]));
      return Uint32Array.from(all).sort();
    },
    presence: (doc) => {
      let best: Presence = null;
      for (const clause of clauses) {
        const presence = clause.presence(doc);
        if (presence === 'whole') return 'whole';
        best ??= presence;
      }
      return best;
    },
    verify: (docs, within) => {
      for (const clause of clauses) clause.verify(docs, within);
    },
  };
}

/**
 * All of the clauses and none of the excluded: the worst presence counts.
 *
 * @param size of the index, for where no clause lists all that match
 */
export function allOf(
  clauses: readonly Matcher[],
  excluded: readonly Matcher[],
  size: number,
): Matcher {
  const presence = (doc: number): Presence => {
    let worst: Presence = 'whole';
    for (const clause of clauses) {
      const one = clause.presence(doc);
      if (one === null) return null;
      if (one === 'inside') worst = 'inside';
    }
    return excluded.some((clause) => clause.presence(doc) !== null) ? null : worst;
  };
  const driver = rarest(clauses);
  return {
    frequency: driver?.frequency ?? 0,
    listsAll: driver?.listsAll ?? false,
    blocks: () => blocksOf(clauses),
    documents: (within = null) =>
      documentsOf(clauses, size, within).filter((doc) => presence(doc) !== null),
    presence,
    verify: (docs, within) => {
      for (const clause of clauses) clause.verify(docs, within);
    },
  };
}

/**
 * The documents to look through for those that satisfy all clauses: of the rarest that lists all,
 * of a single one, else every document, since conditions on articles list only titles.
 *
 * @param within as for `Matcher.documents`
 */
export function documentsOf(
  clauses: readonly Matcher[],
  size: number,
  within: BlockSet | null = null,
): Uint32Array {
  const driver = rarest(clauses);
  if (!driver) return new Uint32Array(0);
  if (clauses.length === 1) return driver.documents(within);
  if (driver.listsAll) {
    const blocks = intersectBlocks([within, blocksOf(clauses)]);
    let docs = driver.documents(blocks);
    // The rarer ones first: they leave the fewest for the others to be looked for in.
    const others = clauses.filter((clause) => clause !== driver);
    for (const clause of others.sort((a, b) => a.frequency - b.frequency)) {
      clause.verify(docs, blocks);
      docs = docs.filter((doc) => clause.presence(doc) !== null);
    }
    return docs;
  }
  return Uint32Array.from({ length: size }, (_, doc) => doc);
}

/** The blocks that may have matches of all clauses. */
function blocksOf(clauses: readonly Matcher[]): BlockSet | null {
  return intersectBlocks(clauses.map((clause) => clause.blocks()));
}

/** The clause whose documents are the fewest to look through, of those that list them all if any does. */
export function rarest<T extends Matcher>(clauses: readonly T[]): T | undefined {
  const listing = clauses.filter(({ listsAll }) => listsAll);
  return (listing.length > 0 ? listing : clauses).reduce<T | undefined>(
    (best, clause) => (!best || clause.frequency < best.frequency ? clause : best),
    undefined,
  );
}
