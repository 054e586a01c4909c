/** Cuts a block of code into paragraphs: what blank lines keep together, up to a readable length. */

import { joinLines } from './join-lines.ts';

/** In UTF-16 units; a command and its answer stay together, a program does not. */
const MAX_LENGTH = 600;

export function codeParagraphs(code: string): string[] {
  const paragraphs: string[][] = [[]];
  let length = 0;
  for (const line of code.split('\n')) {
    if (line.trim() === '' || length + line.length > MAX_LENGTH) {
      paragraphs.push([]);
      length = 0;
    }
    paragraphs.at(-1)!.push(line);
    length += line.length;
  }
  return paragraphs.map(joinLines).filter((text) => text !== '');
}
