/** Knows the errors of a system that has run out of something: they say nothing of the file that was asked for. */

/** Too many open files, of the process or of all; no memory; too many processes. */
const SHORTAGES: ReadonlySet<unknown> = new Set(['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN']);

/** Whether a file, or a process, may well be had a moment later. */
export function isShortage(error: unknown): boolean {
  return error instanceof Error && SHORTAGES.has((error as NodeJS.ErrnoException).code);
}
