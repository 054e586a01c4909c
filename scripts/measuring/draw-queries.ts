/** Draws queries from the texts of a corpus: the same texts and seed give the same queries. */

import type { Analyzer, Token } from '../../server/analysis/token.ts';
import { parseQuery } from '../../server/query/parse-query.ts';
import type { SampleQuery } from './queries.ts';
import { pick, type Random, shuffled } from './random.ts';

export interface DrawSource {
  /** Of the paragraphs, as they stand. At least one. */
  readonly texts: readonly string[];
  /** Term → the number of paragraphs that carry it. */
  readonly frequencies: ReadonlyMap<string, number>;
  readonly analyzer: Analyzer;
}

/** @param documents the different terms of each */
export function frequenciesOf(documents: readonly ReadonlySet<string>[]): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const terms of documents) {
    for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  return frequencies;
}

/** Of each kind below; fewer where the texts do not yield so many. */
export interface DrawCounts {
  /** Of each of 1–6 words, for each of the choices. */
  readonly words: number;
  readonly others: number;
}

export const USUAL_COUNTS: DrawCounts = { words: 12, others: 36 };

const MOST_WORDS = 6;

/** Which words of a paragraph are asked for: those that most paragraphs have, the fewest, any. */
const CHOICES = ['frequent', 'rare', 'any'] as const;

/** Draws that are given up before a kind is left incomplete. */
const TRIES_EACH = 200;

/**
 * `relaxed` and `none` are drawn by what is likely; whoever uses them keeps those without a hit.
 */
export function drawQueries(
  source: DrawSource,
  random: Random,
  counts: DrawCounts = USUAL_COUNTS,
): SampleQuery[] {
  const drawn: SampleQuery[] = [];
  const seen = new Set<string>();
  const draw = (count: number, one: () => SampleQuery | null): void => {
    let wanted = count;
    for (let tries = count * TRIES_EACH; wanted > 0 && tries > 0; tries--) {
      const query = one();
      if (query === null || seen.has(query.q)) continue;
      seen.add(query.q);
      drawn.push(query);
      wanted--;
    }
  };
  for (let length = 1; length <= MOST_WORDS; length++) {
    for (const choice of CHOICES) {
      draw(counts.words, () => drawWords(source, random, length, choice));
    }
  }
  draw(counts.others, () => drawPhrase(source, random));
  const characters = charactersByFrequency(source.texts);
  draw(counts.others, () => drawCharacter(characters, random));
  draw(counts.others, () => drawInside(source, random));
  // Some of them will have hits after all.
  draw(counts.others * 2, () => drawStrangers(source, random));
  draw(counts.others, () => drawNonsense(characters, random));
  draw(counts.others, () => drawNonsense(LETTERS, random));
  return drawn;
}

function drawWords(
  source: DrawSource,
  random: Random,
  length: number,
  choice: (typeof CHOICES)[number],
): SampleQuery | null {
  const { texts, frequencies, analyzer } = source;
  const words = wordsOf(pick(random, texts), analyzer);
  if (words.length < length) return null;
  const frequency = ({ term }: Word): number => frequencies.get(term) ?? 0;
  const inOrder = shuffled(random, words);
  if (choice === 'frequent') inOrder.sort((a, b) => frequency(b) - frequency(a));
  if (choice === 'rare') inOrder.sort((a, b) => frequency(a) - frequency(b));
  return asQuery('words', shuffled(random, inOrder.slice(0, length)), analyzer);
}

/** Words of several paragraphs, the rarer ones of each: seldom does one paragraph have them all. */
function drawStrangers({ texts, analyzer, frequencies }: DrawSource, random: Random) {
  const words = Array.from({ length: 2 + Math.floor(random() * 3) }, () => {
    const own = wordsOf(pick(random, texts), analyzer);
    own.sort((a, b) => (frequencies.get(a.term) ?? 0) - (frequencies.get(b.term) ?? 0));
    return own[Math.floor(own.length / 4)];
  });
  const known = words.filter((word) => word !== undefined);
  return known.length < 2 ? null : asQuery('relaxed', known, analyzer);
}

interface Word {
  readonly text: string;
  readonly term: string;
}

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** The different words of a text, each as it stands and as the index has it. */
function wordsOf(text: string, analyzer: Analyzer): Word[] {
  const words = new Map<string, Word>();
  for (const { term, start, end } of wholeTokens(analyzer.analyze(text))) {
    if (SAYS_SOMETHING.test(term)) words.set(term, { text: text.slice(start, end), term });
  }
  return [...words.values()];
}

/** Without the parts and other spellings of the same stretch. */
function wholeTokens(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ position }, i) => tokens[i - 1]?.position !== position);
}

/** Null unless the query asks for exactly these words: some are operators, some are cut otherwise alone. */
function asQuery(
  group: 'words' | 'relaxed',
  words: readonly Word[],
  analyzer: Analyzer,
): SampleQuery | null {
  const q = words.map(({ text }) => text).join(' ');
  const terms = words.map(({ term }) => term);
  const { query } = parseQuery(q, { analyzer });
  const asked = query?.type === 'and' ? query.clauses : [query];
  const isAsMeant =
    asked.length === terms.length &&
    new Set(terms).size === terms.length &&
    asked.every((each, i) => each?.type === 'word' && each.terms[0] === terms[i]);
  return isAsMeant ? { group, q, terms } : null;
}

/** Words that a phrase has at most, and characters. */
const PHRASE_WORDS = 5;
const PHRASE_LENGTH = 30;

function drawPhrase({ texts, analyzer }: DrawSource, random: Random): SampleQuery | null {
  const text = pick(random, texts);
  const tokens = analyzer.analyze(text);
  const positions = tokens.at(-1)?.position ?? 0;
  const length = 2 + Math.floor(random() * (PHRASE_WORDS - 1));
  const first = Math.floor(random() * (positions + 2 - length));
  const run = tokens.filter(({ position }) => position >= first && position < first + length);
  if (first < 0 || run.length < length) return null;
  const stretch = text.slice(run[0]!.start, Math.max(...run.map(({ end }) => end)));
  const q = `“${stretch}”`;
  const { query } = parseQuery(q, { analyzer });
  const isPhrase =
    stretch.length <= PHRASE_LENGTH && query?.type === 'word' && query.text === stretch;
  return isPhrase ? { group: 'phrases', q, terms: run.map(({ term }) => term) } : null;
}

const HAN = /\p{Script=Han}/gu;

/** Most frequent first. */
function charactersByFrequency(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [character] of text.matchAll(HAN)) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([character]) => character);
}

/** Frequent ones as often as rare ones: by the logarithm of their rank. */
function drawCharacter(characters: readonly string[], random: Random): SampleQuery | null {
  const q = characters[Math.floor(characters.length ** random()) - 1];
  return q === undefined ? null : { group: 'characters', q, terms: [q] };
}

const LONG_HAN_WORD = /^\p{Script=Han}{3,}$/u;

/** Two characters inside a longer word, which are no word anywhere. */
function drawInside({ texts, frequencies, analyzer }: DrawSource, random: Random) {
  const words = wordsOf(pick(random, texts), analyzer).filter(({ text }) =>
    LONG_HAN_WORD.test(text),
  );
  if (words.length === 0) return null;
  const { text } = pick(random, words);
  const start = Math.floor(random() * (text.length - 1));
  const q = text.slice(start, start + 2);
  return frequencies.has(analyzer.fold(q)) ? null : ({ group: 'inside', q, terms: [q] } as const);
}

const LETTERS = [...'bcdfghjklmnpqrstvwxz'];

/** 3–4 characters, or 6–8 letters, that say nothing together. */
function drawNonsense(alphabet: readonly string[], random: Random): SampleQuery | null {
  if (alphabet.length === 0) return null;
  const length = (alphabet === LETTERS ? 6 : 3) + Math.floor(random() * 2);
  const q = Array.from({ length }, () => pick(random, alphabet)).join('');
  return { group: 'none', q, terms: [q] };
}
