/** Parses an article with code that is loaded for the first one: a start that finds nothing changed does without. */

import type { ParsedFile } from './read-corpus.ts';

/** As `parseArticle`. */
export async function parseLazily(
  id: string,
  path: string,
  bytes: Uint8Array,
): Promise<ParsedFile> {
  const { parseArticle } = await import('./read-corpus.ts');
  return parseArticle(id, path, bytes);
}
