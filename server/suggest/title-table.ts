/** The titles of the corpus, folded, in one string: those with some words are found by looking through it. */

import { lastUpTo } from '../engine/sorted-lists.ts';
import type { Completion, CompletionIndex } from './completion.ts';
import { compareText } from './suggestion.ts';

const SEPARATOR = '\n';

/** More words than this make no difference to a title. */
const MAX_WORDS = 8;

interface Title {
  readonly text: string;
  /** The newest article that has it. */
  readonly articleId: string;
  articles: number;
}

export class TitleTable {
  readonly #titles: readonly Title[];
  /** A separator before each title, one after the last. */
  readonly #joined: string;
  /** Of each title, and the end. */
  readonly #starts: Uint32Array;

  constructor({ articles, paragraphs }: Pick<CompletionIndex, 'articles' | 'paragraphs'>) {
    const titles = new Map<string, Title>();
    const docs = paragraphs.titles();
    const newestFirst = articles
      .map((article, number) => ({ article, number, date: article.date ?? '' }))
      .sort((a, b) => compareText(b.date, a.date) || a.number - b.number);
    for (const { article, number } of newestFirst) {
      const folded = paragraphs.folded(docs[number]!);
      const known = titles.get(folded);
      if (known) known.articles++;
      else titles.set(folded, { text: article.title, articleId: article.id, articles: 1 });
    }
    this.#titles = [...titles.values()];
    const starts: number[] = [];
    let joined = SEPARATOR;
    for (const folded of titles.keys()) {
      starts.push(joined.length);
      joined += folded + SEPARATOR;
    }
    this.#joined = joined;
    this.#starts = Uint32Array.from([...starts, joined.length]);
  }

  /**
   * @param folded the query, trimmed
   * @returns titles that begin with it, then titles that have all its words, each the newest first;
   *   of either at most `count`
   */
  find(folded: string, count: number): { beginning: Completion[]; inside: Completion[] } {
    const words = folded.split(/\s+/u).filter(Boolean).slice(0, MAX_WORDS);
    const [lead] = words.toSorted((a, b) => b.length - a.length);
    if (lead === undefined) return { beginning: [], inside: [] };
    const beginning = this.#with(SEPARATOR + folded, 1, count, () => true);
    const isNew = (number: number): boolean => !beginning.includes(number);
    const inside = this.#with(lead, 0, count, (number, title) => {
      return isNew(number) && words.every((word) => title.includes(word));
    });
    return {
      beginning: beginning.map((number) => this.#complete(number, [folded])),
      inside: inside.map((number) => this.#complete(number, words)),
    };
  }

  /** Numbers of titles that a needle stands in, `shift` before what is meant. */
  #with(
    needle: string,
    shift: number,
    count: number,
    isWanted: (number: number, title: string) => boolean,
  ): number[] {
    const found: number[] = [];
    let at = this.#joined.indexOf(needle);
    while (at !== -1 && found.length < count) {
      const number = lastUpTo(this.#starts, at + shift);
      if (isWanted(number, this.#folded(number))) found.push(number);
      at = this.#joined.indexOf(needle, this.#endOf(number) - shift);
    }
    return found;
  }

  #complete(number: number, words: readonly string[]): Completion {
    const { text, articleId, articles } = this.#titles[number]!;
    const folded = this.#folded(number);
    const typed: { start: number; end: number }[] = [];
    const spans = words.map((word) => ({ start: folded.indexOf(word), length: word.length }));
    for (const { start, length } of spans.sort((a, b) => a.start - b.start)) {
      if (start >= (typed.at(-1)?.end ?? 0)) typed.push({ start, end: start + length });
    }
    const only = articles === 1 ? articleId : null;
    return { q: text, kind: 'title', articleId: only, count: articles, typed };
  }

  #folded(number: number): string {
    return this.#joined.slice(this.#starts[number], this.#endOf(number));
  }

  /** Offset of the separator after a title. */
  #endOf(number: number): number {
    return this.#starts[number + 1]! - SEPARATOR.length;
  }
}
