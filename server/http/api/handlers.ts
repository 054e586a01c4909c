/** What the operations of the API do: from the values of their parameters to their answers, without HTTP. */

import type { Article } from '../../corpus/article.ts';
import type { SearchIndex } from '../../engine/search-index.ts';
import { AppError } from '../../errors.ts';
import { explainSearch } from '../../search/explain.ts';
import { createArticleLister } from '../../search/list-articles.ts';
import type { Complete } from '../../suggest/complete.ts';
import { type IndexSource, ofEachState } from '../index-source.ts';
import { neighboursIn } from '../neighbours.ts';
import type { Search } from '../remembered-search.ts';
import { measure } from '../request-notes.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { en } from '../text/en.ts';
import { toAnalyzeJson } from './analyze-json.ts';
import { toArticleJson, toArticleSummaryJson, toParagraphAnswer } from './article-json.ts';
import { apiDocument } from './document.ts';
import type { AnswerOf, OperationId, ValuesFor } from './operations.ts';
import { toArticleListRequest } from './parameters/articles.ts';
import { toAskedSearch } from './parameters/search.ts';
import { toSearchJson } from './search-json.ts';
import { toStatsJson } from './stats-json.ts';
import { toSuggestJson } from './suggest-json.ts';

/** @throws AppError with a code of the operation */
export type Handler<Id extends OperationId> = (
  values: ValuesFor<Id>,
  text: Catalogue,
) => AnswerOf<Id>;

export type Handlers = { readonly [Id in OperationId]: Handler<Id> };

/**
 * @param search as the pages search, remembering or not
 * @param completer gives what completes queries on a state of the index
 */
export function createHandlers(
  source: IndexSource,
  search: Search,
  completer: (index: SearchIndex) => Complete,
): Handlers {
  const articleLister = ofEachState(createArticleLister);
  const neighbours = ofEachState(neighboursIn);

  const searchFor: Handler<'search'> = (values, text) => {
    const { index } = source;
    const { request, tags, explain } = toAskedSearch(values);
    const { result, milliseconds } = timed(() => search(index, request));
    const explanation = explain ? explainSearch(index, result) : null;
    return toSearchJson(result, tags, milliseconds, text, explanation);
  };

  return {
    search: searchFor,
    searchByPost: searchFor,
    suggest({ q, limit }) {
      const complete = completer(source.index);
      const { result, milliseconds } = timed(() => measure('suggest', () => complete(q, limit)));
      return toSuggestJson(q, result, milliseconds);
    },
    listArticles(values) {
      const request = toArticleListRequest(values);
      const { articles, ...totals } = articleLister(source.index)(request);
      const { page, hitsPerPage } = request;
      return { articles: articles.map(toArticleSummaryJson), page, hitsPerPage, ...totals };
    },
    getArticle({ id }, text) {
      const { index } = source;
      const article = articleOf(index, id, text);
      return toArticleJson(article, neighbours(index).get(article.id)!);
    },
    getParagraph({ id, n }, text) {
      const article = articleOf(source.index, id, text);
      const paragraph = article.paragraphs[n];
      if (!paragraph) {
        const last = article.paragraphs.length - 1;
        throw new AppError('paragraph_not_found', text.errors.paragraphNotFound(n, last));
      }
      return toParagraphAnswer(article, paragraph);
    },
    analyze: (values) => toAnalyzeJson(values.text, source.index.analyzer),
    getStats: () => toStatsJson(source),
    getDocument: () => ({ ...apiDocument(en) }),
  };
}

function articleOf(index: SearchIndex, id: string, { errors }: Catalogue): Article {
  const article = index.article(id);
  if (!article) throw new AppError('article_not_found', errors.articleNotFound);
  return article;
}

function timed<T>(work: () => T): { readonly result: T; readonly milliseconds: number } {
  const started = performance.now();
  return { result: work(), milliseconds: performance.now() - started };
}
