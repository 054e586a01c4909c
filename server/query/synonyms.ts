/** Looks up what else a word is called, by the rules that the owner of the corpus wrote. */

export interface Synonyms {
  /** Synonyms of a folded term, without itself; empty where there are none. */
  of(term: string): readonly string[];
  /** The most UTF-16 units a key has; 0 where there are none. */
  readonly longest: number;
}

export const NO_SYNONYMS: Synonyms = { of: () => [], longest: 0 };

/**
 * Whoever searches one of `from` also finds each of `to`. Rules are not chained: from a–b and b–c
 * it does not follow that a is c.
 *
 * Keys are folded, with one blank for any white space. Synonyms stay as they were written; of those
 * that fold alike the first is kept.
 */
export function createSynonyms(
  rules: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[],
  fold: (text: string) => string,
): Synonyms {
  const keyOf = (term: string): string => fold(term).replace(/\s+/gu, ' ').trim();
  /** Key → the key of each synonym, and how it was written. */
  const table = new Map<string, Map<string, string>>();
  for (const { from, to } of rules) {
    const synonyms = to.map((term) => [keyOf(term), term] as const);
    for (const key of from.map(keyOf)) {
      const known = table.get(key) ?? new Map<string, string>();
      for (const [synonymKey, synonym] of synonyms) {
        const isNew = synonymKey !== '' && synonymKey !== key && !known.has(synonymKey);
        if (isNew) known.set(synonymKey, synonym);
      }
      if (key !== '' && known.size > 0) table.set(key, known);
    }
  }

  const lists = new Map([...table].map(([key, synonyms]) => [key, [...synonyms.values()]]));
  return {
    of: (term) => lists.get(term) ?? [],
    longest: [...lists.keys()].reduce((longest, { length }) => Math.max(longest, length), 0),
  };
}
