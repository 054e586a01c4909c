/** Tells words of letters and digits from Chinese ones, since the two are found and marked differently. */

const LETTER = /(?!\p{Script=Han})[\p{L}\p{Nd}]/u;

/**
 * Whether the term has a letter or digit that is not Han. Such a term may be spelled otherwise
 * than the text it stands for (gpt4 for GPT-4), and inside another word it means nothing.
 */
export function isAlphabetic(term: string): boolean {
  return LETTER.test(term);
}
