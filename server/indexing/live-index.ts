/** The index in memory, which follows changes of the corpus: each change makes the next state of it. */

import type { Analyzer } from '../analysis/token.ts';
import { type Breather, createBreather } from '../breather.ts';
import type { Article } from '../corpus/article.ts';
import type { ArticleChanges } from '../corpus/article-changes.ts';
import { compareBytes } from '../corpus/article-id.ts';
import { createSearchIndex, type SearchIndex } from '../engine/search-index.ts';
import type { Synonyms } from '../query/synonyms.ts';
import type { OpenIndex } from './build-index.ts';
import { segmentArticles } from './segment-articles.ts';

export interface LiveIndexOptions extends OpenIndex {
  readonly analyzer: Analyzer;
  readonly synonyms?: Synonyms | undefined;
  /** ISO time of the state that it begins with. */
  readonly builtAt: string;
}

/** Milliseconds of work before searches get their turn. */
const SLICE = 10;

/**
 * Documents that are taken over in one go, which no search may interrupt. One article is never
 * parted, however long it is.
 */
const MAX_STEP = 1_000;

/** Paragraphs of an article that is to go, of which nobody has looked how many it has. */
const USUAL_LENGTH = 40;

export class LiveIndex {
  /** What all states share: the first one, kept here, would stay in memory for good. */
  readonly #shared: Pick<LiveIndexOptions, 'analyzer' | 'engine' | 'statistics' | 'unposted'>;
  #synonyms: Synonyms | undefined;
  #current: SearchIndex;
  #nextKey: number;

  /** @param options with articles in the order of their paths; the engine is this index's own from now on */
  constructor({ paragraphs, builtAt, synonyms, ...shared }: LiveIndexOptions) {
    this.#shared = shared;
    this.#synonyms = synonyms;
    this.#current = this.#stateWith(paragraphs, builtAt);
    this.#nextKey = paragraphs.columns.keys.reduce((most, key) => Math.max(most, key + 1), 0);
  }

  /** The state of this moment; see `SearchIndex` for how long it may be kept. */
  get current(): SearchIndex {
    return this.#current;
  }

  replaceSynonyms(synonyms: Synonyms): void {
    this.#synonyms = synonyms;
    this.#current = this.#stateWith(this.#current.paragraphs, this.#current.builtAt);
  }

  /**
   * Brings the changes in, some articles at a time; searches go on in between and see each article
   * either as it was or as it is now. Not to be called again before it is done.
   *
   * @param at ISO time of the changes. Default: now
   */
  async apply(changes: ArticleChanges, at: string = new Date().toISOString()): Promise<void> {
    const breather = createBreather(SLICE);
    for (const step of stepsOf(changes)) await this.#take(step, at, breather);
  }

  async #take({ put, removed }: ArticleChanges, at: string, breather: Breather): Promise<void> {
    const { analyzer, engine, statistics, unposted } = this.#shared;
    const { paragraphs } = this.#current;
    const gone = new Set([...removed, ...put.map(({ path }) => path)]);
    const numbers = paragraphs.articles.flatMap(({ path }, number) =>
      gone.has(path) ? [number] : [],
    );
    const outgoing = await segmentArticles(
      numbers.map((number) => paragraphs.articles[number]!),
      analyzer,
      { breather },
    );
    const incoming = await segmentArticles(put.toSorted(comparePaths), analyzer, {
      firstKey: this.#nextKey,
      breather,
    });
    this.#nextKey += incoming.paragraphs.size;
    // The engine may know them early: no document has these keys before the state below is made.
    for (const [doc, key] of incoming.paragraphs.columns.keys.entries()) {
      if (breather.isDue()) await breather.rest();
      engine.add(key, incoming.terms.posted(doc, unposted));
    }

    // From here to the next state in one go.
    statistics.remove(outgoing);
    statistics.add(incoming);
    const next = paragraphs.with(new Set(numbers), incoming.paragraphs, comparePaths);
    this.#current = this.#stateWith(next, at);

    // And it may know them for a while: a state passes over keys that it does not have.
    const keys = numbers.flatMap((number) => [...paragraphs.keysOfArticle(number)]);
    for (const [doc, key] of keys.entries()) {
      if (breather.isDue()) await breather.rest();
      engine.remove(key, outgoing.terms.posted(doc, unposted));
    }
  }

  #stateWith(paragraphs: SearchIndex['paragraphs'], builtAt: string): SearchIndex {
    return createSearchIndex({ ...this.#shared, synonyms: this.#synonyms, paragraphs, builtAt });
  }
}

/** The order of the articles in an index. */
export function comparePaths(a: Article, b: Article): number {
  return compareBytes(a.path, b.path);
}

/** The changes in parts of bounded size, each path in one part; few changes, such as a renaming, stay together. */
function* stepsOf({ put, removed }: ArticleChanges): Generator<ArticleChanges> {
  let step: { put: Article[]; removed: string[] } = { put: [], removed: [] };
  let size = 0;
  for (const change of [...removed, ...put]) {
    const own = typeof change === 'string' ? USUAL_LENGTH : change.paragraphs.length;
    if (size > 0 && size + own > MAX_STEP) {
      yield step;
      step = { put: [], removed: [] };
      size = 0;
    }
    if (typeof change === 'string') step.removed.push(change);
    else step.put.push(change);
    size += own;
  }
  if (size > 0) yield step;
}
