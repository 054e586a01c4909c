/** Finds texts that an article prints more than once, so that each is one hit with "also at". */

import { type Layout, type Paragraph, type ParagraphKind, PLAIN } from './article.ts';

export interface Line {
  readonly kind: ParagraphKind;
  readonly text: string;
  /** Default: plain. */
  readonly layout?: Layout;
}

/** A stretch of paragraphs that repeats an earlier stretch, as ordinals, both ends included. */
export interface RepeatedRun {
  readonly first: number;
  readonly last: number;
  /** The ordinal that `first` repeats; the run goes on in step with it. */
  readonly of: number;
}

/**
 * Paragraphs with their sections and repetitions. Kind and text together make a paragraph the same;
 * the title repeats nothing.
 */
export function linkParagraphs(lines: readonly Line[]): Paragraph[] {
  const places = new Map<string, number[]>();
  const sectionOf = new Map<string, number>();
  const sections: (number | null)[] = [];
  let section: number | null = null;
  lines.forEach(({ kind, text }, ordinal) => {
    sections.push(kind === 'body' ? section : null);
    if (kind === 'heading') section = ordinal;
    const key = `${kind} ${text}`;
    const list = places.get(key);
    if (kind === 'body' && section !== null && !sectionOf.has(key)) sectionOf.set(key, section);
    if (list) list.push(ordinal);
    else places.set(key, [ordinal]);
  });

  return lines.map(({ kind, text, layout = PLAIN }, ordinal) => {
    const key = `${kind} ${text}`;
    const all = places.get(key) as number[];
    const first = all[0] as number;
    return {
      ordinal,
      kind,
      text,
      section: sections[ordinal] ?? sectionOf.get(key) ?? null,
      repeatOf: ordinal === first ? null : first,
      alsoAt: ordinal === first ? all.slice(1) : [],
      layout,
    };
  });
}

/** Runs of shorter paragraphs are a refrain or a formula (“（完）”): a reader expects them in place. */
const MIN_FOLDED_LENGTH = 40;

/** The runs a reader may want folded, in order: in step with an earlier stretch, and long enough. */
export function repeatedRuns(paragraphs: readonly Paragraph[]): RepeatedRun[] {
  const runs: RepeatedRun[] = [];
  for (let first = 0; first < paragraphs.length; first++) {
    const of = paragraphs[first]!.repeatOf;
    if (of === null) continue;
    let last = first;
    let longest = paragraphs[first]!.text.length;
    while (paragraphs[last + 1]?.repeatOf === of + (last + 1 - first)) {
      last++;
      longest = Math.max(longest, paragraphs[last]!.text.length);
    }
    if (longest >= MIN_FOLDED_LENGTH) runs.push({ first, last, of });
    first = last;
  }
  return runs;
}
