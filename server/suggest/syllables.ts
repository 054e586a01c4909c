/** The syllables of Mandarin as they are typed, numbered, with ü written v. */

/** Initial → its finals. */
const FINALS: Readonly<Record<string, string>> = {
  '': 'a ai an ang ao e ei en eng er o ou',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  d: 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo',
  f: 'a an ang ei en eng o ou u',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  k: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  r: 'an ang ao e en eng i ong ou u ua uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  t: 'a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo',
  w: 'a ai an ang ei en eng o u',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  y: 'a an ang ao e i in ing o ong ou u uan ue un',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo',
};

/** Other ways in which people type ü: lu, nu, and lyu, nyu as in passports. */
const U_SPELLINGS = /^([ln])(?:yu|u)(e?)$/u;

/** All syllables; a syllable's number is its place here. */
export const SYLLABLES: readonly string[] = Object.entries(FINALS).flatMap(([initial, finals]) =>
  finals.split(' ').map((final) => initial + final),
);

const NUMBERS: ReadonlyMap<string, number> = new Map(SYLLABLES.map((name, id) => [name, id]));

/** A syllable's number → its first letter, a as 0. */
export const INITIALS: Uint8Array = Uint8Array.from(
  SYLLABLES,
  (name) => name.charCodeAt(0) - 'a'.charCodeAt(0),
);

/** No syllable is longer: zhuang, chuang, shuang. */
export const LONGEST_SYLLABLE = 6;

/** A set of syllables, any of which will do at one place: 1 at their numbers. */
export type Slot = Uint8Array;

export function slotOf(ids: Iterable<number>): Slot {
  const slot = new Uint8Array(SYLLABLES.length);
  for (const id of ids) slot[id] = 1;
  return slot;
}

/** The number of a syllable in its dictionary spelling (lv, not lu). */
export function syllableId(name: string): number | undefined {
  return NUMBERS.get(name);
}

/** The syllables that these letters may stand for: `lu` for lu and lü; empty if for none. */
export function idsOf(typed: string): number[] {
  const names = [typed, typed.replace(U_SPELLINGS, '$1v$2')];
  return [...new Set(names)].flatMap((name) => syllableId(name) ?? []);
}

/** The syllables that begin with these letters: `zh` for zha, zhai … */
export function idsFrom(prefix: string): number[] {
  const ids = SYLLABLES.flatMap((name, id) => (name.startsWith(prefix) ? [id] : []));
  return [...new Set([...ids, ...idsOf(prefix)])];
}
