/** Gives each article file the id by which links, programs and readers know it. */

/**
 * The ids of a set of paths: NFC, without extension, `/` written `~`. Where two would be equal the
 * later path in byte order keeps its extension (and, should that be taken too, gets a number).
 *
 * @param paths paths under the corpus folder, with `/`, in any order
 * @returns path → id; every id occurs once
 */
export function assignArticleIds(paths: readonly string[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const path of paths.toSorted(compareBytes)) {
    const full = path.normalize('NFC').replaceAll('/', '~');
    let id = withoutExtension(full);
    if (taken.has(id)) id = full;
    for (let n = 2; taken.has(id); n++) id = `${full}~${n}`;
    taken.add(id);
    ids.set(path, id);
  }
  return ids;
}

/** Byte order of the UTF-8 forms: the same on every machine, whatever its locale. */
export function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function withoutExtension(name: string): string {
  return name.replace(/(?<=[^~])\.[^.~]+$/u, '');
}
