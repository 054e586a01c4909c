/** What a step of the ladder found, as parallel lists: there may be a hundred thousand. */

/** `paragraph`: all words in one paragraph; `article`: all in one article; `words`: most of them. */
export const STEPS = ['paragraph', 'article', 'words'] as const;
export type Step = (typeof STEPS)[number];

export interface Match {
  readonly doc: number;
  readonly step: Step;
  /** False where some word stands only inside another one (AI in said). */
  readonly wholeWords: boolean;
  /** Numbers of the plan's clauses that neither the paragraph nor, on the step `article`, the article has. */
  readonly missing: readonly number[];
}

export interface Matches {
  readonly step: Step;
  /** Ascending. */
  readonly docs: Uint32Array;
  /** For each of them 1 or 0. */
  readonly wholeWords: Uint8Array;
  /** For each of them; null where none misses anything. */
  readonly missing: readonly (readonly number[])[] | null;
}

const NOTHING: readonly number[] = [];

/** @param matches of this step, by ascending documents */
export function matchesOf(step: Step, matches: readonly Match[]): Matches {
  return {
    step,
    docs: Uint32Array.from(matches, ({ doc }) => doc),
    wholeWords: Uint8Array.from(matches, ({ wholeWords }) => Number(wholeWords)),
    missing: matches.map(({ missing }) => missing),
  };
}

export function matchAt({ step, docs, wholeWords, missing }: Matches, place: number): Match {
  return {
    doc: docs[place]!,
    step,
    wholeWords: wholeWords[place] === 1,
    missing: missing?.[place] ?? NOTHING,
  };
}

/** @param places ascending */
export function pickMatches(matches: Matches, places: ArrayLike<number>): Matches {
  const { step, missing } = matches;
  const docs = new Uint32Array(places.length);
  const wholeWords = new Uint8Array(places.length);
  for (let i = 0; i < places.length; i++) {
    docs[i] = matches.docs[places[i]!]!;
    wholeWords[i] = matches.wholeWords[places[i]!]!;
  }
  return {
    step,
    docs,
    wholeWords,
    missing: missing && Array.from(places, (place) => missing[place]!),
  };
}

/** @param keep is asked once for each place, ascending */
export function filterMatches(matches: Matches, keep: (place: number) => boolean): Matches {
  const places = new Uint32Array(matches.docs.length);
  let count = 0;
  for (let place = 0; place < places.length; place++) if (keep(place)) places[count++] = place;
  return count === places.length ? matches : pickMatches(matches, places.subarray(0, count));
}
