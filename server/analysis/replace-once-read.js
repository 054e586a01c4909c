/**
 * A thread that waits until this process has opened a file and closed it, and then puts another in
 * place of the link that leads there. JavaScript, with types in comments: a thread starts from the source in the tests as well.
 */

import { readdirSync, readlinkSync, renameSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

/** Milliseconds between two looks. */
const PAUSE = 2;

/** @type {import('./load-once.ts').Replacement} */
const { file, link, other, openFiles } = workerData;

/** What nobody changes: to wait for it is a pause. */
const unchanged = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** @param {() => boolean} condition */
function waitWhile(condition) {
  while (condition()) Atomics.wait(unchanged, 0, 0, PAUSE);
}

/** @param {string} descriptor */
function isTheFile(descriptor) {
  try {
    return readlinkSync(`${openFiles}/${descriptor}`) === file;
  } catch {
    // Closed since it was listed.
    return false;
  }
}

let descriptor = '';
waitWhile(() => {
  descriptor = readdirSync(openFiles).find(isTheFile) ?? '';
  return descriptor === '';
});
waitWhile(() => isTheFile(descriptor));
renameSync(other, link);
