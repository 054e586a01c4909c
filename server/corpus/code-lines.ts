/** Cuts a block of code into paragraphs: what blank lines keep together, up to a readable length. */

import { joinLines } from './join-lines.ts';

/** In UTF-16 units; a command and its answer stay together, a program does not. */
const MAX_LENGTH = 600;

export interface CodeParagraph {
  readonly text: string;
  /** Its lines, below the blank ones before it. */
  readonly verbatim: string;
}

/** The `verbatim` of all of them, in lines below one another, is the code without what is blank at its ends. */
export function codeParagraphs(code: string): CodeParagraph[] {
  const paragraphs: string[][] = [[]];
  let length = 0;
  let isBlank = true;
  for (const line of code.split('\n')) {
    const isBlankLine = line.trim() === '';
    if (isBlankLine || length + line.length > MAX_LENGTH) {
      if (!isBlank) paragraphs.push([]);
      isBlank = true;
      length = 0;
    }
    paragraphs.at(-1)!.push(line);
    isBlank &&= isBlankLine;
    length += line.length;
  }
  return paragraphs
    .map((lines) => ({ text: joinLines(lines), verbatim: lines.map(trimEnd).join('\n') }))
    .filter(({ text }) => text !== '')
    .map((paragraph, i) => (i === 0 ? withoutBlanks(paragraph) : paragraph));
}

function trimEnd(line: string): string {
  return line.trimEnd();
}

function withoutBlanks({ text, verbatim }: CodeParagraph): CodeParagraph {
  return { text, verbatim: verbatim.replace(/^\n+/u, '') };
}
