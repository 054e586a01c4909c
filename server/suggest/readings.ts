/** The only door to pinyin-pro: how a Chinese character is read, looked up once per character. */

import { createRequire } from 'node:module';
import type * as pinyinPro from 'pinyin-pro';
import { type Slot, syllableId } from './syllables.ts';

/** In `table`: not asked yet; asked, and without a reading; else the syllable's number + 2. */
const UNKNOWN = 0;
const NONE = 1;
const FIRST = 2;
/** Flag: `readings` knows more than the usual one. */
const POLYPHONIC = 0x8000;

/** Character code → the usual reading. A scan over millions of characters is look-ups in it. */
const table = new Uint16Array(0x10000);
/** Character code → all readings, the usual one first. */
const readings = new Map<number, readonly number[]>();
const NO_READINGS: readonly number[] = [];

/** Interjections that pinyin-pro spells without a vowel or with a rare one. */
const RESPELLED: Readonly<Record<string, string>> = { ng: 'en', ê: 'ei' };

/** Whether a UTF-16 unit is a Han character; those outside the first plane (𠮷) have two and are not. */
export function isHanCode(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    code === 0x3007
  );
}

/** The numbers of all syllables that the character may be read as, the usual one first, tones ignored. */
export function readingsOf(code: number): readonly number[] {
  return entryOf(code) === NONE ? NO_READINGS : readings.get(code)!;
}

/** Whether any reading of the character is in the slot. */
export function isReadAs(code: number, slot: Slot): boolean {
  const entry = entryOf(code);
  if (entry === NONE) return false;
  if (slot[(entry & ~POLYPHONIC) - FIRST] === 1) return true;
  return (entry & POLYPHONIC) !== 0 && readings.get(code)!.some((id) => slot[id] === 1);
}

function entryOf(code: number): number {
  const entry = table[code]!;
  return entry === UNKNOWN ? learn(code) : entry;
}

function learn(code: number): number {
  const all = [...new Set(isHanCode(code) ? ask(String.fromCharCode(code)) : [])];
  const [usual] = all;
  const entry = usual === undefined ? NONE : (usual + FIRST) | (all.length > 1 ? POLYPHONIC : 0);
  if (usual !== undefined) readings.set(code, all);
  table[code] = entry;
  return entry;
}

/** Loaded when the first character is asked for: no server should start later for it. */
let library: typeof pinyinPro | undefined;

/** Not by `pinyin`, which segments even a single character, and takes twice as long. */
function ask(char: string): number[] {
  library ??= createRequire(import.meta.url)('pinyin-pro') as typeof pinyinPro;
  const { polyphonic } = library;
  const [names = []] = polyphonic(char, { toneType: 'none', type: 'array', v: true });
  return names.flatMap((name) => syllableId(RESPELLED[name] ?? name) ?? []);
}
