/** Mends the fences of code that swallow the text behind them, which no writer meant. */

import { isSentence } from './prose.ts';

/** All marks belong to the fence, and the info ends at a blank: there is one way to read a line. */
const FENCE = /^([ \t>]*)(`{3,}(?!`)|~{3,}(?!~))[ \t]*([^`\s]*)(?:\s[^`]*)?$/u;

interface Fence {
  readonly prefix: string;
  readonly marks: string;
  readonly info: string;
}

/**
 * The lines of a Markdown text, as many as before. A fence that nothing closes is blanked where
 * sentences follow; one in a list or a quotation, whose code is not indented with it, is moved out.
 */
export function repairFences(lines: readonly string[]): string[] {
  const repaired = [...lines];
  for (let start = 0; start < lines.length; start++) {
    const fence = parseFence(lines[start]!);
    if (!fence) continue;
    const end = findEnd(lines, start + 1, fence);
    if (end.isClosing) {
      const inside = lines.slice(start + 1, end.at + 1);
      if (!inside.every((line) => line.trim() === '' || isWithin(line, fence.prefix))) {
        for (const at of [start, end.at]) repaired[at] = lines[at]!.replace(/^[ \t>]+/u, '');
      }
      start = end.at;
    } else if (lines.slice(start + 1, end.at).some(isSentence)) {
      repaired[start] = '';
    } else {
      start = end.at - 1;
    }
  }
  return repaired;
}

/** In UTF-16 units. A longer line is a text. */
const MAX_LENGTH = 1000;

function parseFence(line: string): Fence | null {
  const match = line.length > MAX_LENGTH ? null : FENCE.exec(line);
  return match && { prefix: match[1]!, marks: match[2]!, info: match[3]! };
}

/** The closing fence, or the place where another block of code begins. */
function findEnd(lines: readonly string[], from: number, { marks }: Fence) {
  for (let at = from; at < lines.length; at++) {
    const fence = parseFence(lines[at]!);
    if (!fence?.marks.startsWith(marks[0]!)) continue;
    if (fence.info !== '') return { at, isClosing: false };
    if (fence.marks.length >= marks.length) return { at, isClosing: true };
  }
  return { at: lines.length, isClosing: false };
}

/** Whether a line belongs to the list item or quotation that a fence with this prefix stands in. */
function isWithin(line: string, prefix: string): boolean {
  const own = /^[ \t>]*/u.exec(line)![0];
  return prefix.includes('>') ? own.includes('>') : own.length >= prefix.length;
}
