/** Collections: the sub-folders of the corpus, by the paths of the articles that lie in them. */

/**
 * The collection of an article: the folder part of its path, in NFC (`科技/芯片/x.txt` → `科技/芯片`).
 *
 * @returns null for an article at the top of the corpus
 */
export function collectionOf(path: string): string | null {
  const end = path.lastIndexOf('/');
  return end === -1 ? null : path.slice(0, end).normalize('NFC');
}

/** The collection and those that it lies in, the outermost first: `科技`, `科技/芯片`. */
export function withParents(collection: string): string[] {
  const folders = collection.split('/');
  return folders.map((_, i) => folders.slice(0, i + 1).join('/'));
}

/** The collection that this one lies in; null for one at the top. */
export function parentOf(collection: string): string | null {
  return collectionOf(collection);
}

/** Whether an article's collection is the wanted one or lies below it. */
export function isWithin(collection: string | null, wanted: string): boolean {
  return collection !== null && (collection === wanted || collection.startsWith(`${wanted}/`));
}

/** A collection as it was typed or linked: NFC, without slashes around it; null where nothing is left. */
export function readCollection(text: string): string | null {
  return text.normalize('NFC').replace(/^\/+|(?<!\/)\/+$/gu, '') || null;
}
