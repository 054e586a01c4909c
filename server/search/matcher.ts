/** What every part of a query can tell of a paragraph, and how the parts join. */

import { hasBit, intersectBits, uniteBits } from '../engine/bits.ts';
import type { BlockSet } from '../engine/block-signatures.ts';
import { unite } from '../engine/scan-results.ts';

/** How a document has what is sought, the better the higher. */
export type Presence = typeof ABSENT | typeof INSIDE | typeof WHOLE;
export const ABSENT = 0;
/** Only inside other words: AI in said. */
export const INSIDE = 1;
/** As whole words. */
export const WHOLE = 2;

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
  /** A bit a document, set for all that match and perhaps some more, where that is known already; else null. */
  members(): Uint32Array | null;
  /**
   * Matching documents, ascending.
   *
   * @param within those of other blocks are left out; null or nothing: none are
   */
  documents(within?: BlockSet | null): Uint32Array;
  presence(doc: number): Presence;
  /**
   * The presences of many documents at once, which is cheaper than to ask for each.
   *
   * @param docs ascending
   * @param within the blocks that they are in; null: any
   */
  presences(docs: Uint32Array, within: BlockSet | null): Uint8Array;
}

/**
 * Any of the clauses: the best presence counts.
 *
 * @param size of the index
 */
export function anyOf(clauses: readonly Matcher[], size: number): Matcher {
  return {
    frequency: clauses.reduce((sum, { frequency }) => sum + frequency, 0),
    listsAll: clauses.every(({ listsAll }) => listsAll),
    blocks: () => uniteBits(clauses.map((clause) => clause.blocks())),
    members: () => uniteBits(clauses.map((clause) => clause.members())),
    documents: (within) => {
      const lists = clauses.map((clause) => clause.documents(within));
      return unite(lists, size);
    },
    presence: (doc) => {
      let best: Presence = ABSENT;
      for (const clause of clauses) {
        const presence = clause.presence(doc);
        if (presence > best) best = presence;
        if (best === WHOLE) break;
      }
      return best;
    },
    presences: (docs, within) => {
      const best = new Uint8Array(docs.length);
      for (const clause of clauses) {
        const own = clause.presences(docs, within);
        for (let i = 0; i < own.length; i++) if (own[i]! > best[i]!) best[i] = own[i]!;
      }
      return best;
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
  const isExcluded = (doc: number): boolean =>
    excluded.some((clause) => clause.presence(doc) !== ABSENT);
  const presence = (doc: number): Presence => {
    let worst: Presence = WHOLE;
    for (const clause of clauses) {
      const one = clause.presence(doc);
      if (one < worst) worst = one;
      if (worst === ABSENT) break;
    }
    return isExcluded(doc) ? ABSENT : worst;
  };
  const driver = rarest(clauses);
  return {
    frequency: driver?.frequency ?? 0,
    listsAll: driver?.listsAll ?? false,
    blocks: () => blocksOf(clauses),
    members: () => membersOf(clauses),
    documents: (within = null) =>
      findAll(clauses, size, within).docs.filter((doc) => !isExcluded(doc)),
    presence,
    presences: (docs, within) => {
      const worst = new Uint8Array(docs.length).fill(WHOLE);
      for (const clause of clauses) {
        const own = clause.presences(docs, within);
        for (let i = 0; i < own.length; i++) if (own[i]! < worst[i]!) worst[i] = own[i]!;
      }
      return excluded.length === 0
        ? worst
        : worst.map((one, i) => (isExcluded(docs[i]!) ? ABSENT : one));
    },
  };
}

/**
 * Documents, ascending, with a 1 for each that has all that is sought as whole words, else a 0. The
 * lists belong to whoever asked for them.
 */
export interface Found {
  readonly docs: Uint32Array;
  readonly wholeWords: Uint8Array;
}

/**
 * The documents that satisfy all clauses. The rarest that lists all is asked for its documents, of a
 * single clause that one; else every document is looked at, since conditions on articles list only
 * titles.
 *
 * @param size of the index
 * @param within as for `Matcher.documents`
 */
export function findAll(
  clauses: readonly Matcher[],
  size: number,
  within: BlockSet | null = null,
): Found {
  const driver = rarest(clauses);
  if (!driver) return { docs: new Uint32Array(0), wholeWords: new Uint8Array(0) };
  const isSingle = clauses.length === 1;
  const isListed = isSingle || driver.listsAll;
  const blocks = isSingle ? within : intersectBits([within, blocksOf(clauses)]);
  const listed = isListed
    ? driver.documents(blocks)
    : Uint32Array.from({ length: size }, (_, doc) => doc);
  const docs = isSingle ? listed : membersIn(listed, membersOf(clauses));
  const every = { docs, wholeWords: new Uint8Array(docs.length).fill(1) };
  let found = narrow(every, driver.presences(docs, blocks));
  // The rarer ones first: they leave the fewest for the others to be looked for in.
  const others = clauses.filter((clause) => clause !== driver);
  for (const clause of others.sort((a, b) => a.frequency - b.frequency)) {
    found = narrow(found, clause.presences(found.docs, blocks));
  }
  return found;
}

/** What satisfies one clause more. */
function narrow({ docs, wholeWords }: Found, presences: Uint8Array): Found {
  const left = new Uint32Array(docs.length);
  const whole = new Uint8Array(docs.length);
  let count = 0;
  for (let i = 0; i < docs.length; i++) {
    const presence = presences[i]!;
    if (presence === ABSENT) continue;
    left[count] = docs[i]!;
    whole[count++] = presence === WHOLE ? wholeWords[i]! : 0;
  }
  return { docs: left.subarray(0, count), wholeWords: whole.subarray(0, count) };
}

/** The blocks that may have matches of all clauses. */
function blocksOf(clauses: readonly Matcher[]): BlockSet | null {
  return intersectBits(clauses.map((clause) => clause.blocks()));
}

/** What is known already of the documents that match all clauses. */
function membersOf(clauses: readonly Matcher[]): Uint32Array | null {
  return intersectBits(clauses.map((clause) => clause.members()));
}

/** Those of the documents whose bits are set; null: all. */
function membersIn(docs: Uint32Array, members: Uint32Array | null): Uint32Array {
  if (members === null) return docs;
  const left = new Uint32Array(docs.length);
  let count = 0;
  for (let i = 0; i < docs.length; i++) {
    if (hasBit(members, docs[i]!)) left[count++] = docs[i]!;
  }
  return count === docs.length ? docs : left.subarray(0, count);
}

/** The clause whose documents are the fewest to look through, of those that list them all if any does. */
export function rarest<T extends Matcher>(clauses: readonly T[]): T | undefined {
  const listing = clauses.filter(({ listsAll }) => listsAll);
  return (listing.length > 0 ? listing : clauses).reduce<T | undefined>(
    (best, clause) => (!best || clause.frequency < best.frequency ? clause : best),
    undefined,
  );
}
