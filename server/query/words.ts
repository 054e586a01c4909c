/** The words of a query: texts as typed → terms to look for, by the analyzer that indexed the articles. */

import type { Analyzer, Token } from '../analysis/token.ts';
import type { OrQuery, WordQuery } from './query.ts';
import type { Synonyms } from './synonyms.ts';

/** These characters in this order. Its words stand in when it is nowhere. */
export function phraseWord(text: string, analyzer: Analyzer): WordQuery {
  return {
    type: 'word',
    kind: 'phrase',
    text,
    terms: [analyzer.fold(text)],
    parts: analyzer.analyze(text).map(({ term }) => term),
    onlyWhole: false,
  };
}

/** Words that begin so; null where the text has nothing of a word. */
export function prefixWord(text: string, analyzer: Analyzer): WordQuery | null {
  if (analyzer.analyze(text).length === 0) return null;
  const terms = [analyzer.fold(text)];
  return { type: 'word', kind: 'prefix', text, terms, parts: [], onlyWhole: false };
}

/** The words of a text in their order; a stretch that has synonyms becomes one clause with them. */
export function wordsOf(
  text: string,
  analyzer: Analyzer,
  synonyms: Synonyms,
): (WordQuery | OrQuery)[] {
  const places = asOneWord(text, placesOf(text, analyzer), analyzer);
  const words: (WordQuery | OrQuery)[] = [];
  for (let first = 0; first < places.length; ) {
    const expansion = expand(text, places, first, analyzer, synonyms);
    words.push(expansion?.query ?? places[first]!.word);
    first = expansion ? expansion.next : first + 1;
  }
  return words;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly word: WordQuery;
}

/** A short stretch of Chinese that is typed without a blank. */
const SHORT_HAN = /^\p{Script=Han}{2,4}$/u;

/**
 * A short stretch that segmentation cuts into single characters and more (大 | 模型) is one word to
 * whoever typed it: 大 here and 模型 there is not what was asked. Its pieces stand in on the last step.
 */
function asOneWord(text: string, places: readonly Place[], analyzer: Analyzer): readonly Place[] {
  const isCut = places.length > 1 && places.some(({ start, end }) => end - start === 1);
  if (!isCut || !SHORT_HAN.test(text)) return places;
  const pieces = places.flatMap(({ word }) => [...word.terms, ...word.parts]);
  const word: WordQuery = {
    type: 'word',
    kind: 'word',
    text,
    terms: [analyzer.fold(text)],
    parts: [...new Set(pieces)],
    onlyWhole: false,
  };
  return [{ start: 0, end: text.length, word }];
}

/** A word a position: its whole token, and the other spellings of the same stretch of text. */
function placesOf(text: string, analyzer: Analyzer): Place[] {
  const byPosition = new Map<number, Token[]>();
  for (const token of analyzer.analyze(text)) {
    const tokens = byPosition.get(token.position);
    if (tokens) tokens.push(token);
    else byPosition.set(token.position, [token]);
  }
  return [...byPosition.values()].map((tokens) => {
    const { start, end } = tokens[0]!;
    const isWhole = (token: Token): boolean => token.start === start && token.end === end;
    const literal = text.slice(start, end);
    // The stretch as it stands is among the terms, so that any piece of a text finds that text.
    const terms = [...tokens.filter(isWhole).map(({ term }) => term), analyzer.fold(literal)];
    const parts = tokens.filter((token) => !isWhole(token)).map(({ term }) => term);
    const word: WordQuery = {
      type: 'word',
      kind: 'word',
      text: literal,
      terms: [...new Set(terms)],
      parts,
      onlyWhole: false,
    };
    return { start, end, word };
  });
}

/** The longest stretch from `first` on that has synonyms, as a clause, and where the rest begins. */
function expand(
  text: string,
  places: readonly Place[],
  first: number,
  analyzer: Analyzer,
  synonyms: Synonyms,
): { query: OrQuery; next: number } | null {
  if (synonyms.longest === 0) return null;
  const { start } = places[first]!;
  for (let last = places.length - 1; last >= first; last--) {
    const { end } = places[last]!;
    if (end - start > synonyms.longest) continue;
    const found = synonyms.of(analyzer.fold(text.slice(start, end)).replace(/\s+/gu, ' '));
    if (found.length === 0) continue;
    const typed = places.slice(first, last + 1).map(({ word }) => word);
    const itself: OrQuery['clauses'][number] =
      typed.length === 1 ? typed[0]! : { type: 'and', clauses: typed };
    const clauses = [itself, ...found.map((synonym) => synonymWord(synonym, analyzer))];
    return { query: { type: 'or', clauses, isExpansion: true }, next: last + 1 };
  }
  return null;
}

/** A synonym counts as a whole word only: AI for 人工智能 is not in said. */
function synonymWord(synonym: string, analyzer: Analyzer): WordQuery {
  const [place, ...others] = placesOf(synonym, analyzer);
  const isOneWord = place && others.length === 0 && place.end - place.start === synonym.length;
  return { ...(isOneWord ? place.word : phraseWord(synonym, analyzer)), onlyWhole: true };
}
