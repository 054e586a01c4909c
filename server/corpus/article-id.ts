/** Gives each article file the id by which links, programs and readers know it. */

/**
 * The ids of a set of paths: NFC, whole characters (names on Windows may hold halves), without
 * extension, `/` written `~`. Where two would be equal the later path in byte order keeps its
 * extension (and, should that be taken too, gets a number).
 *
 * @param paths paths under the corpus folder, with `/`, in any order
 * @returns path → id; every id occurs once
 */
export function assignArticleIds(paths: readonly string[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const path of paths.toSorted(compareBytes)) {
    const full = path.normalize('NFC').toWellFormed().replaceAll('/', '~');
    let id = withoutExtension(full);
    if (taken.has(id)) id = full;
    for (let n = 2; taken.has(id); n++) id = `${full}~${n}`;
    taken.add(id);
    ids.set(path, id);
  }
  return ids;
}

/**
 * Byte order of the UTF-8 forms, which is the order of code points: the same on every machine,
 * whatever its locale. Units are compared as they stand but for surrogates, which come last.
 */
export function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [unitA, unitB] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (unitA !== unitB) return rank(unitA) - rank(unitB);
  }
  return a.length - b.length;
}

function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function withoutExtension(name: string): string {
  return name.replace(/(?<=[^~])\.[^.~]+$/u, '');
}
