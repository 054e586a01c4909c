/** Completes what has been typed so far: titles, words of the corpus, Chinese typed in pinyin. */

import { withoutInvisible } from '../invisible.ts';
import { completePinyin } from './complete-pinyin.ts';
import type { Candidate, Completion, CompletionIndex } from './completion.ts';
import { continuationsOf, documentsWith, precededBy } from './continuations.ts';
import { isHanCode } from './readings.ts';
import { type TermTable, termTableOf } from './term-table.ts';
import { TitleTable } from './title-table.ts';

export type Complete = (q: string, limit: number) => Completion[];

/** In UTF-16 units; longer queries were pasted, not typed. */
const MAX_LENGTH = 64;

/** Of a list of eight three may be titles, and three pinyin, while there are enough words. */
const SHARE = 3 / 8;

/** Where these stand, adding to a word may mean anything; what is offered must find something. */
const OPERATOR = /["“”「」『』()（）|｜:：*＊]|(?:^|\s)(?:[-－+＋]|(?:OR|NOT|或)(?:\s|$))/u;

/** A phrase that the corpus has once may be chance. */
const MIN_PHRASE = 2;

/** Words that may stand behind one of one character; the most frequent ones are tried. */
const WORDS = 4;

const U_UMLAUT = /[üǖǘǚǜ]/giu;

/** A stretch at the end of the query that is completed, the rest left as it is. */
interface Tail {
  readonly start: number;
  /** Folded. */
  readonly text: string;
}

/**
 * @param index one state of the index; the function must not outlive it. Its tables are made when
 *   it is first called.
 * @returns a function that never throws and whose answers are the same for the same corpus
 */
export function createCompleter(index: CompletionIndex): Complete {
  let tables: { readonly terms: TermTable; readonly titles: TitleTable } | undefined;
  const glyphs = new Map<string, string>();

  return (q, limit) => {
    const whole = withoutInvisible(q).toWellFormed();
    const text = whole.trimStart().normalize('NFC').replace(U_UMLAUT, 'v');
    const asked = text.trimEnd();
    if (asked === '' || text.length > MAX_LENGTH) return [];
    tables ??= { terms: termTableOf(index), titles: new TitleTable(index) };
    const { terms, titles } = tables;
    const folded = index.analyzer.fold(asked).replace(/\s/gu, ' ');
    const { beginning, inside } = titles.find(folded, limit);
    // After a blank the next word is not begun yet.
    const isOpen = asked === text && !OPERATOR.test(asked);
    const found = isOpen ? completeWords(index, terms, asked, folded, limit) : NOTHING;
    const offer = (kind: 'term' | 'pinyin', { tail, candidates }: Offer): Completion[] =>
      candidates.map((candidate) => ({
        q: asked.slice(0, tail.start) + inGlyphs(candidate.text),
        kind,
        articleId: null,
        count: candidate.count,
        typed: [{ start: 0, end: tail.start + candidate.known }],
      }));
    return mix(
      { titles: [...beginning, ...inside], areTitlesFirst: beginning.length > 0 },
      offer('term', found.terms),
      offer('pinyin', found.pinyin),
      limit,
    );
  };

  /** A folded string as the corpus writes it. */
  function inGlyphs(folded: string): string {
    const known = glyphs.get(folded) ?? lookUp(index, folded);
    glyphs.set(folded, known);
    return known;
  }
}

interface Offer {
  readonly tail: Tail;
  readonly candidates: readonly Candidate[];
}

const NONE: Offer = { tail: { start: 0, text: '' }, candidates: [] };
const NOTHING = { terms: NONE, pinyin: NONE };

/** The longest stretch at the end that something begins with is completed. */
function completeWords(
  index: CompletionIndex,
  terms: TermTable,
  asked: string,
  folded: string,
  limit: number,
): { readonly terms: Offer; readonly pinyin: Offer } {
  const tails = tailsOf(index, asked, folded);
  const first = (complete: (tail: Tail) => readonly Candidate[]): Offer => {
    for (const tail of tails) {
      const candidates = complete(tail);
      if (candidates.length > 0) return { tail, candidates };
    }
    return NONE;
  };
  return {
    terms: first(({ text }) => completeTerm(index, terms, text, limit)),
    pinyin: first(({ text }) => completePinyin(index, terms, text, limit)),
  };
}

/** The whole query, its last word, and of a word without blanks what segmentation puts last. */
function tailsOf({ analyzer }: CompletionIndex, asked: string, folded: string): Tail[] {
  const lastWord = folded.lastIndexOf(' ') + 1;
  const inside = analyzer
    .analyze(asked)
    .map(({ start }) => start)
    .filter((start) => start > lastWord && asked.length - start >= 2)
    .slice(-3);
  const starts = [...new Set([0, lastWord, ...inside])].sort((a, b) => a - b);
  return starts.map((start) => ({ start, text: folded.slice(start) }));
}

/** Words that begin so; then, if there is room, a word with what follows it in the corpus. */
function completeTerm(
  index: CompletionIndex,
  terms: TermTable,
  text: string,
  limit: number,
): Candidate[] {
  if (text.includes(' ')) return [];
  const known = text.length;
  const words = terms
    .completionsOf(text, limit)
    .map((term) => ({ text: term, count: terms.frequency(term), known }));
  if (words.length >= limit || !isHanCode(text.charCodeAt(0))) return words;
  const seen = new Set(words.map((word) => word.text)).add(text);
  const phrases = phrasesOf(index, terms, text).filter((phrase) => !seen.has(phrase.text));
  return [...words, ...phrases].slice(0, limit);
}

/** A word and what follows it; or one of one character and the word behind it: 大 | 模型. */
function phrasesOf(index: CompletionIndex, terms: TermTable, text: string): Candidate[] {
  for (let length = text.length; length >= 2; length--) {
    const head = text.slice(0, length);
    if (terms.frequency(head) === 0) continue;
    const rest = text.slice(length);
    const matches = (paragraph: string, at: number): number =>
      paragraph.startsWith(rest, at) ? at + rest.length : -1;
    return continuationsOf(index, head, matches, rest === '' ? MIN_PHRASE : 1);
  }
  if (text.length < 2) return [];
  const first = text.charCodeAt(0);
  return terms
    .completionsOf(text.slice(1), WORDS)
    .flatMap((word) => precededBy(index, word, (code) => code === first))
    .map((phrase) => ({ ...phrase, known: text.length }))
    .sort((a, b) => b.count - a.count);
}

/** What the first documents with the term write; the term itself where it is spelled otherwise. */
function lookUp(index: CompletionIndex, folded: string): string {
  for (const doc of documentsWith(index, folded).slice(0, 20)) {
    const at = index.paragraphs.folded(doc).indexOf(folded);
    if (at !== -1) return index.paragraphs.get(doc).paragraph.text.slice(at, at + folded.length);
  }
  return folded;
}

/** Each kind in one group, each query once, at most `limit` of them. */
function mix(
  { titles, areTitlesFirst }: { titles: readonly Completion[]; areTitlesFirst: boolean },
  terms: readonly Completion[],
  pinyin: readonly Completion[],
  limit: number,
): Completion[] {
  const share = Math.ceil(limit * SHARE);
  const atMost = (all: readonly Completion[], others: number, room: number): Completion[] =>
    all.slice(0, Math.min(room, Math.max(share, limit - others)));
  const someTitles = atMost(titles, terms.length + pinyin.length, limit);
  const left = limit - someTitles.length;
  const somePinyin = atMost(pinyin, terms.length + someTitles.length, left);
  const words = [...terms.slice(0, left - somePinyin.length), ...somePinyin];
  const all = areTitlesFirst ? [...someTitles, ...words] : [...words, ...someTitles];
  return [...new Map(all.toReversed().map((each) => [each.q, each])).values()].toReversed();
}
