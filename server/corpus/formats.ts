/** Which files are articles, and of which format each is, by their extension. */

export type Format = 'text' | 'markdown' | 'html';

const EXTENSIONS: readonly (readonly [RegExp, Format])[] = [
  [/\.txt$/iu, 'text'],
  [/\.(?:md|markdown)$/iu, 'markdown'],
  [/\.(?:html?|xhtml)$/iu, 'html'],
];

/** @returns null for a file that is no article */
export function formatOf(path: string): Format | null {
  return EXTENSIONS.find(([extension]) => extension.test(path))?.[1] ?? null;
}
