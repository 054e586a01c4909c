/** Knows the Chinese characters that the corpus has, all and by how they are read. */

import { isHanCode, readingsOf } from './readings.ts';
import type { SuggestionIndex } from './suggestion.ts';
import type { Slot } from './syllables.ts';

/** UTF-16 units that are Chinese characters lie between these. */
const FIRST = 0x3007;
const LAST = 0xfaff;

/** The characters of one state of the index, which its paragraphs stand for: each state has its own. */
const known = new WeakMap<SuggestionIndex['paragraphs'], HanCharacters>();

export interface HanCharacters {
  /** UTF-16 units, ascending. */
  readonly all: readonly number[];
  /** A syllable's number → the characters that may be read so. */
  readonly bySyllable: ReadonlyMap<number, readonly number[]>;
}

/** @returns the same object for the same state of the index */
export function hanCharactersOf({ paragraphs, characters }: SuggestionIndex): HanCharacters {
  const before = known.get(paragraphs);
  if (before) return before;
  const all: number[] = [];
  const bySyllable = new Map<number, number[]>();
  for (let unit = FIRST; unit <= LAST; unit++) {
    if (!isHanCode(unit) || characters.character(unit) === 0) continue;
    all.push(unit);
    for (const id of readingsOf(unit)) {
      const own = bySyllable.get(id);
      if (own) own.push(unit);
      else bySyllable.set(id, [unit]);
    }
  }
  const made = { all, bySyllable };
  known.set(paragraphs, made);
  return made;
}

/** The characters that may be read as the slot says, each once. */
export function charactersRead({ bySyllable }: HanCharacters, slot: Slot): number[] {
  const units = new Set<number>();
  slot.forEach((isIn, id) => {
    if (isIn === 1) for (const unit of bySyllable.get(id) ?? []) units.add(unit);
  });
  return [...units];
}
