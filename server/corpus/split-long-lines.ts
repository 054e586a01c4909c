/** Cuts lines as long as whole texts into paragraphs, at sentence ends where there are any. */

/** In UTF-16 units: no paragraph that a person wrote is longer. */
const MAX_LENGTH = 4000;

/** How long the pieces are, about, and how far from there a cut may lie. */
const LENGTH = 2000;
const REACH = 1000;

/** How long a title may be that was cut from a line with a whole text in it. */
const TITLE_LENGTH = 60;
const TITLE_REACH = 40;

/** A sentence ends behind its closing quotes; a full stop of Western languages needs white space. */
const SENTENCE_END = /(?:[。！？!?…]+|\.(?=\s))[”’"'」』）)\]】]*/gu;
const CLAUSE_END = /[，,；;：:、]|\s/gu;

/** The line itself, or its pieces; joined, they are the line. No cut parts a surrogate pair. */
export function splitLongLine(line: string): string[] {
  if (line.length <= MAX_LENGTH) return [line];
  const pieces: string[] = [];
  let start = 0;
  while (line.length - start > LENGTH + REACH) {
    const end = findCut(line, start + LENGTH, REACH);
    pieces.push(line.slice(start, end));
    start = end;
  }
  return [...pieces, line.slice(start)];
}

/** A title, and what of it is too much for one: only a line with a whole text in it is cut. */
export function cutTitle(line: string): readonly [title: string, rest: string] {
  if (line.length <= MAX_LENGTH) return [line, ''];
  const end = findCut(line, TITLE_LENGTH, TITLE_REACH);
  return [line.slice(0, end).trim(), line.slice(end)];
}

/** The sentence end nearest to a place, else the end of a clause, else the place itself. */
function findCut(line: string, near: number, reach: number): number {
  const from = near - reach;
  const window = line.slice(from, near + reach);
  for (const end of [SENTENCE_END, CLAUSE_END]) {
    const cuts = [...window.matchAll(end)]
      .map((match) => from + match.index + match[0].length)
      .filter((cut) => cut < near + reach);
    const [first, ...others] = cuts;
    if (first === undefined) continue;
    return others.reduce((a, b) => (Math.abs(b - near) < Math.abs(a - near) ? b : a), first);
  }
  const isInPair = /^[\ud800-\udbff][\udc00-\udfff]$/.test(line.slice(near - 1, near + 1));
  return isInPair ? near - 1 : near;
}
