/** Which terms are so frequent that reading them off the text costs less than their postings. */

/** Below this many paragraphs a term always has postings. */
const MIN_FREQUENCY = 2_000;

/** Above this share of the paragraphs it has none. */
const MAX_SHARE = 0.02;

/**
 * Whether a term does without postings wherever the text spells it as it is. Answers do not depend
 * on it: such a term is found by a scan of the joined text, at about the cost of reading its
 * postings, and an index without them is built and loaded in half the time.
 *
 * Of the number of paragraphs only the power of two counts: a few more or less change nothing.
 */
export function isFrequent(documentFrequency: number, paragraphs: number): boolean {
  const size = 2 ** Math.floor(Math.log2(Math.max(1, paragraphs)));
  return documentFrequency > Math.max(MIN_FREQUENCY, size * MAX_SHARE);
}

/** The terms to leave without postings when an index is built; see `SearchIndex.unposted`. */
export function frequentTerms(
  documentFrequencies: ReadonlyMap<string, number>,
  paragraphs: number,
): ReadonlySet<string> {
  return new Set(
    [...documentFrequencies].flatMap(([term, count]) =>
      isFrequent(count, paragraphs) ? [term] : [],
    ),
  );
}
