/** The operations of the API, version 1: what each takes, gives, and can fail with. */

import { z } from 'zod';
import type { ApiErrorCode } from '../error-codes.ts';
import { analyzeAnswer } from './answers/analyze-answer.ts';
import type { Answer } from './answers/answer.ts';
import { articleAnswer, articlesAnswer } from './answers/article.ts';
import { paragraphAnswer } from './answers/paragraph.ts';
import { searchAnswer } from './answers/search-answer.ts';
import { statsAnswer } from './answers/stats-answer.ts';
import { suggestAnswer } from './answers/suggest-answer.ts';
import { ANALYZE_PARAMETERS } from './parameters/analyze.ts';
import { ARTICLE_PATH, ARTICLES_PARAMETERS, PARAGRAPH_PATH } from './parameters/articles.ts';
import type { Parameters, ValuesOf } from './parameters/parameter.ts';
import { SEARCH_PARAMETERS } from './parameters/search.ts';
import { SUGGEST_PARAMETERS } from './parameters/suggest.ts';

/** The path that all of them lie below. */
export const API_ROOT = '/api/v1';

export interface Operation {
  readonly method: 'get' | 'post';
  /** Below API_ROOT, as OpenAPI writes it: `/articles/{id}`. */
  readonly path: string;
  /** Those in braces. */
  readonly inPath: Parameters;
  readonly inQuery: Parameters;
  /** Of POST: the members of an object in JSON. */
  readonly inBody?: Parameters;
  readonly answer: z.ZodType;
  /** Whether the answer is a page of several, and links lead to the others. */
  readonly isPaged?: true;
  /** Besides those that any request can meet. */
  readonly errors: readonly ApiErrorCode[];
  /** Values of its parameters, for documentation. */
  readonly example: Readonly<Record<string, string | number | readonly string[]>>;
}

export const OPERATIONS = {
  search: {
    method: 'get',
    path: '/search',
    inPath: {},
    inQuery: SEARCH_PARAMETERS,
    answer: searchAnswer,
    isPaged: true,
    errors: ['invalid_parameter'],
    example: { q: '人工智能', hitsPerPage: 5 },
  },
  searchByPost: {
    method: 'post',
    path: '/search',
    inPath: {},
    inQuery: {},
    inBody: SEARCH_PARAMETERS,
    answer: searchAnswer,
    errors: ['invalid_parameter', 'invalid_json', 'body_too_large', 'unsupported_media_type'],
    example: { q: '人工智能', hitsPerPage: 5, facets: ['year', 'kind'] },
  },
  suggest: {
    method: 'get',
    path: '/suggest',
    inPath: {},
    inQuery: SUGGEST_PARAMETERS,
    answer: suggestAnswer,
    errors: ['invalid_parameter'],
    example: { q: '人工' },
  },
  listArticles: {
    method: 'get',
    path: '/articles',
    inPath: {},
    inQuery: ARTICLES_PARAMETERS,
    answer: articlesAnswer,
    isPaged: true,
    errors: ['invalid_parameter'],
    example: { hitsPerPage: 5, sort: 'date:desc' },
  },
  getArticle: {
    method: 'get',
    path: '/articles/{id}',
    inPath: ARTICLE_PATH,
    inQuery: {},
    answer: articleAnswer,
    errors: ['article_not_found'],
    example: { id: '科技~一根丝杠的国产化' },
  },
  getParagraph: {
    method: 'get',
    path: '/articles/{id}/paragraphs/{n}',
    inPath: PARAGRAPH_PATH,
    inQuery: {},
    answer: paragraphAnswer,
    errors: ['invalid_parameter', 'article_not_found', 'paragraph_not_found'],
    example: { id: '科技~一根丝杠的国产化', n: 1 },
  },
  analyze: {
    method: 'get',
    path: '/analyze',
    inPath: {},
    inQuery: ANALYZE_PARAMETERS,
    answer: analyzeAnswer,
    errors: ['invalid_parameter'],
    example: { text: '用ChatGPT写代码' },
  },
  getStats: {
    method: 'get',
    path: '/stats',
    inPath: {},
    inQuery: {},
    answer: statsAnswer,
    errors: [],
    example: {},
  },
  getDocument: {
    method: 'get',
    path: '/openapi.json',
    inPath: {},
    inQuery: {},
    answer: z.looseObject({ openapi: z.string().describe('3.1.0') }),
    errors: [],
    example: {},
  },
} as const satisfies Readonly<Record<string, Operation>>;

export type OperationId = keyof typeof OPERATIONS;
type Table = typeof OPERATIONS;

type BodyOf<Id extends OperationId> = Table[Id] extends {
  readonly inBody: infer B extends Parameters;
}
  ? B
  : Record<never, never>;

/** The names of an operation's parameters, wherever they are given. */
export type ParameterNames<Id extends OperationId> =
  | keyof Table[Id]['inPath']
  | keyof Table[Id]['inQuery']
  | keyof BodyOf<Id>;

export type ValuesFor<Id extends OperationId> = ValuesOf<Table[Id]['inPath']> &
  ValuesOf<Table[Id]['inQuery']> &
  ValuesOf<BodyOf<Id>>;

export type AnswerOf<Id extends OperationId> = Answer<Table[Id]['answer']>;

/** Errors that any request can meet. */
export const COMMON_ERRORS = [
  'unknown_parameter',
  'bad_request',
  'rate_limited',
  'request_too_large',
  'internal',
  'busy',
  'index_not_ready',
] as const satisfies readonly ApiErrorCode[];
