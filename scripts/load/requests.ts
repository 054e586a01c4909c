/** Draws what readers ask a server for: searches, pages of results, articles, completions. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAnalyzer } from '../../server/analysis/analyzer.ts';
import { loadJieba } from '../../server/analysis/jieba.ts';
import type { Article } from '../../server/corpus/article.ts';
import { assignArticleIds } from '../../server/corpus/article-id.ts';
import { listArticleFiles } from '../../server/corpus/list-files.ts';
import { parseArticle } from '../../server/corpus/read-corpus.ts';
import { AppError } from '../../server/errors.ts';
import { API_ROOT } from '../../server/http/api/operations.ts';
import { articleUrl, searchUrl } from '../../server/http/urls.ts';
import { drawQueries, frequenciesOf } from '../measuring/draw-queries.ts';
import { NATURAL_QUERIES } from '../measuring/natural-queries.ts';
import { createRandom, type Random, shuffled } from '../measuring/random.ts';

/** Kinds of requests, and the readers that ask for each, one request at a time. */
export const READERS = { search: 2, results: 3, articles: 2, suggestions: 3 } as const;
export type Kind = keyof typeof READERS;
export const KINDS = Object.keys(READERS) as readonly Kind[];

/** Paths with their queries, all different. */
export type Requests = Readonly<Record<Kind, readonly string[]>>;

/** Different queries. */
const QUERIES = 200;
/** Articles whose texts queries are drawn from: cutting the whole corpus would take as long as its index. */
const SAMPLE = 300;
/** Enough for 200 with those that people type, also of a small corpus. */
const COUNTS = { words: 8, others: 12 };

/**
 * The same corpus and seed give the same requests.
 *
 * @throws AppError `corpus_unreadable` when the folder cannot be listed or has no article
 */
export async function drawRequests(corpusDir: string, seed: number): Promise<Requests> {
  const random = createRandom(seed);
  const articles = await drawArticles(corpusDir, random);
  const queries = drawTyped(articles, random);
  return {
    search: different(queries.map((q) => `${API_ROOT}/search?${new URLSearchParams({ q })}`)),
    results: different(
      queries.map((q, i) => searchUrl(q, i % 4 === 0 ? { sort: 'date:desc' } : {})),
    ),
    // Every other reader comes from a page of results.
    articles: different(
      articles.map(({ id }, i) => articleUrl(id, i % 2 ? { q: queries[i % queries.length]! } : {})),
    ),
    suggestions: different(
      queries.map((q) => {
        const typed = [...q].slice(0, 1 + Math.floor(random() * Math.min(6, [...q].length)));
        return `${API_ROOT}/suggest?${new URLSearchParams({ q: typed.join('') })}`;
      }),
    ),
  };
}

function drawTyped(articles: readonly Article[], random: Random): string[] {
  const analyzer = createAnalyzer(loadJieba());
  const texts = articles.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  const terms = texts.map((text) => new Set(analyzer.analyze(text).map(({ term }) => term)));
  const source = { texts, frequencies: frequenciesOf(terms), analyzer };
  const drawn = drawQueries(source, random, COUNTS).map(({ q }) => q);
  return shuffled(random, [...new Set([...drawn, ...NATURAL_QUERIES])]).slice(0, QUERIES);
}

async function drawArticles(corpusDir: string, random: Random): Promise<Article[]> {
  const { articles: paths } = await listArticleFiles(corpusDir);
  const ids = assignArticleIds(paths);
  const articles: Article[] = [];
  for (const path of shuffled(random, paths).slice(0, SAMPLE)) {
    const parsed = parseArticle(ids.get(path)!, path, await readFile(join(corpusDir, path)));
    if ('article' in parsed) articles.push(parsed.article);
  }
  if (articles.length === 0) {
    throw new AppError('corpus_unreadable', `文件夹 ${corpusDir} 里没有可以读的文章。`);
  }
  return articles;
}

const different = (paths: readonly string[]): string[] => [...new Set(paths)];
