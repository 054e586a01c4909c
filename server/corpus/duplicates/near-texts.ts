/** Finds which of many texts are near one another, without comparing each with each. */

import { DisjointSets } from './disjoint-sets.ts';
import type { DistinctTexts } from './distinct-texts.ts';
import { lettersOf } from './letters.ts';
import { PrefixIndex } from './prefix-index.ts';
import type { ShingleRarity } from './rarity.ts';
import { areNear, fewestCommon, fewestShared, shingleSet, shinglesOf } from './shingles.ts';

/** A text that may have near ones. */
interface Candidate {
  readonly number: number;
  /** How many different shingles it has. */
  readonly size: number;
  /** Its rarest shingles, so many that a near text of its size or smaller shares one of them. */
  readonly prefix: Uint32Array;
}

/**
 * Joins every two texts that are near, and so also what is near to something near.
 *
 * By prefix filtering (Bayardo, Ma and Srikant, Scaling up all pairs similarity search, 2007; Xiao et
 * al., Efficient similarity joins for near duplicate detection, 2008): near texts share one of their
 * rarest shingles, so only texts that do are compared. Nothing is missed as long as no more than 200
 * texts of about the same size share the same rare shingles (see PrefixIndex).
 *
 * Yields after each small step.
 */
export function* joinNearTexts(
  texts: DistinctTexts,
  rarity: ShingleRarity,
): Generator<void, DisjointSets> {
  const groups = new DisjointSets(texts.size);
  const candidates = yield* findCandidates(texts, rarity);
  const entries = candidates.reduce((sum, { size }) => sum + indexedPrefix(size), 0);
  const index = new PrefixIndex(texts.size, entries);
  const sets = new Map<number, Uint32Array>();
  const setOf = (number: number): Uint32Array => {
    const set = sets.get(number) ?? shingleSet(shinglesOf(lettersOf(texts.get(number))));
    sets.set(number, set);
    return set;
  };

  for (const { number, size, prefix } of candidates) {
    for (const other of index.sharing(number, prefix, fewestCommon(size))) {
      if (groups.areJoined(number, other)) continue;
      if (areNear(setOf(number), setOf(other))) groups.join(number, other);
      yield;
    }
    index.add(number, size, prefix.subarray(0, indexedPrefix(size)));
    yield;
  }
  return groups;
}

/** Smaller ones first, as the lengths of the prefixes demand. */
function* findCandidates(
  texts: DistinctTexts,
  rarity: ShingleRarity,
): Generator<void, readonly Candidate[]> {
  const bySize = new Map<number, Candidate[]>();
  for (let number = 0; number < texts.size; number++) {
    const shingles = shinglesOf(lettersOf(texts.get(number)));
    if (!rarity.standsAlone(shingles)) {
      const ordered = rarity.rarestFirst(shingles);
      const size = ordered.length;
      const prefix = ordered.slice(0, size - fewestCommon(size) + 1);
      const sameSize = bySize.get(size);
      if (sameSize) sameSize.push({ number, size, prefix });
      else bySize.set(size, [{ number, size, prefix }]);
    }
    yield;
  }
  return [...bySize.keys()].sort((a, b) => a - b).flatMap((size) => bySize.get(size)!);
}

/** Of how many shingles a near text that is no smaller shares one: fewer than for smaller ones. */
function indexedPrefix(size: number): number {
  return size - fewestShared(size, size) + 1;
}
