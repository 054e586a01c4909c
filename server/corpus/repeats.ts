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
  const known: Readonly<Record<ParagraphKind, Map<string, Places>>> = {
    title: new Map(),
    heading: new Map(),
    body: new Map(),
  };
  const sections: (number | null)[] = [];
  let current: number | null = null;
  const placesOf = lines.map(({ kind, text }, ordinal) => {
    const section = kind === 'body' ? current : null;
    sections.push(section);
    if (kind === 'heading') current = ordinal;
    const places = known[kind].get(text);
    if (places === undefined) {
      const first: Places = { ordinals: [ordinal], section };
      known[kind].set(text, first);
      return first;
    }
    places.ordinals.push(ordinal);
    places.section ??= section;
    return places;
  });

  return lines.map(({ kind, text, layout = PLAIN }, ordinal) => {
    const { ordinals, section } = placesOf[ordinal]!;
    const first = ordinals[0]!;
    return {
      ordinal,
      kind,
      text,
      section: sections[ordinal] ?? section,
      repeatOf: ordinal === first ? null : first,
      alsoAt: ordinal === first && ordinals.length > 1 ? ordinals.slice(1) : NOWHERE,
      layout,
    };
  });
}

/** Of paragraphs that say the same. */
interface Places {
  readonly ordinals: number[];
  /** The first that one of them stands in. */
  section: number | null;
}

const NOWHERE: readonly number[] = [];

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
