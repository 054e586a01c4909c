/** Which terms are so frequent that reading them off the text costs less than their postings. */

/** Below this many paragraphs a term always has postings. */
const MIN_FREQUENCY = 2_000;

/** Above this share of the paragraphs it has none. */
const MAX_SHARE = 0.02;

/**
 * Whether a term is left without postings wherever the text spells it as it is. Answers do not
 * depend on it: such a term is found by a scan of the joined text, at about the cost of reading
 * its postings, and an index without them is built and loaded in half the time.
 */
export function isFrequent(documentFrequency: number, paragraphs: number): boolean {
  return documentFrequency > Math.max(MIN_FREQUENCY, paragraphs * MAX_SHARE);
}
