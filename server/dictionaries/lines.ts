/** What the two dictionary files have in common: lines, comments, and complaints about lines. */

import { withoutInvisible } from '../invisible.ts';

export interface Problem {
  /** From 1, as editors count. */
  readonly line: number;
  /** A sentence that begins with the number of the line. */
  readonly message: string;
}

/** Longer quotations would push the reason off the screen. */
const MAX_QUOTATION = 20;

/** Gives each line that says something to `read`; what it returns is why the line is skipped. */
export function readLines(text: string, read: (line: string) => string | null): Problem[] {
  const problems: Problem[] = [];
  for (const [index, raw] of text.split(/\r\n|[\n\r]/u).entries()) {
    const line = withoutInvisible(raw.toWellFormed()).trim();
    if (line === '' || line.startsWith('#')) continue;
    const reason = read(line);
    if (reason !== null) {
      problems.push({ line: index + 1, message: `第 ${index + 1} 行${reason}，已跳过。` });
    }
  }
  return problems;
}

/** The beginning of what the user wrote, in quotation marks. */
export function quote(text: string): string {
  const chars = [...text];
  return chars.length <= MAX_QUOTATION
    ? `“${text}”`
    : `“${chars.slice(0, MAX_QUOTATION).join('')}…”`;
}
