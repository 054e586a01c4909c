/** The process in which long files are parsed: takes one, gives what was made of it, until its parent goes. */

import { parseArticle } from './read-corpus.ts';

export interface ParseTask {
  readonly id: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

process.on('message', ({ id, path, bytes }: ParseTask) => {
  process.send?.(parseArticle(id, path, bytes));
});
// Ctrl-C goes to all processes of a terminal; this one ends with its parent.
process.on('SIGINT', () => {});
