/** What the description of the API and its pages say in English. */

import type { Catalogue } from './catalogue.ts';

const number = (value: number): string => value.toLocaleString('en');

const page = {
  page: 'Which page, from 1.',
  hitsPerPage: 'How many articles on a page.',
};

const filters = {
  collection: 'Only articles in this folder of the corpus or below it, such as `科技/芯片`.',
  from: 'The first day, included: a year, a month or a day; one after `to` changes places with it. Articles without a date are left out.',
  to: 'The last day, included: a year, a month or a day.',
  source:
    'Only articles that name this source: all of it, whichever its characters, width and case.',
};

const search = {
  q: 'What to look for, as typed into the search box. Its first 500 characters are searched; odd text is never an error, what was ignored is told in `warnings`. Empty: with filters, everything that satisfies them; without, nothing.',
  ...page,
  hitsPerPage: 'How many on a page: articles, or paragraphs with `groupBy=none`.',
  ...filters,
  kind: 'Only paragraphs of this kind.',
  sort: 'By article; those that have no date or views come last, equal ones by relevance.',
  exact: 'The characters of `q` in their order, no operators.',
  relax:
    'Later steps fill a page that the first leaves unfilled; `false`: only the first that finds something.',
  groupBy:
    '`article`: the hits of an article stand together and pages count articles; `none`: pages count paragraphs.',
  groupLimit: 'The most hits of one article, when grouped.',
  facets:
    'Count what was found by these: articles; hits for `kind`. Several have commas between. The first step that finds something is counted; a filter does not narrow the counts of its own facet.',
  cropLength: 'Length of a snippet in characters, about.',
  highlightPreTag: 'Stands before a match, as it is.',
  highlightPostTag: 'Stands behind a match.',
  explain: 'Say how the query was read, and what made every score.',
};

const articleId = 'The id of an article, percent-encoded: `articleId` of a hit.';

export const enApi: Catalogue['api'] = {
  title: '找文 Zhaowen API',
  description:
    'Full-text search over a folder of Chinese article files, for programs. Answers are JSON; positions and lengths are UTF-16 units, as JavaScript, Java and C# count. Errors are `{ message, code, type, link }`: `message` is for people, in the language of `Accept-Language`; `code` is for programs and does not change. A parameter with a wrong name or value is 400 and named.',
  operations: {
    search: {
      summary: 'Search',
      description:
        'The paragraphs that were found, best first; the parameters are those of the page `/search`.',
      parameters: search,
    },
    searchByPost: {
      summary: 'Search with parameters in the body',
      description:
        'The parameters of GET as an object in JSON: numbers are numbers, `true` is `true`, lists are lists; `null` is the same as nothing. For very long queries. At most 256 KB, of `Content-Type` `application/json`.',
      parameters: search,
    },
    suggest: {
      summary: 'Completions while a query is typed',
      description:
        'Titles, words of the corpus, words typed in pinyin; of several words the last is completed.',
      parameters: {
        q: 'What has been typed so far.',
        limit: 'The most completions.',
      },
    },
    listArticles: {
      summary: 'A list of articles',
      description: 'All articles, or those that satisfy the filters, without their texts.',
      parameters: {
        ...page,
        ...filters,
        sort: 'By date, views, title (in the order of pinyin) or path; those that have no date or views come last, equal ones in the order of their paths.',
      },
    },
    getArticle: {
      summary: 'An article',
      description:
        'Its head, all its paragraphs, and the articles before and behind it in its folder.',
      parameters: { id: articleId },
    },
    getParagraph: {
      summary: 'A paragraph',
      description: 'The paragraph, and which article it is of.',
      parameters: { id: articleId, n: 'Which paragraph; 0 is the title.' },
    },
    analyze: {
      summary: 'How a text is cut into terms',
      description:
        'What index and queries see of a text, with offsets; the same as `npm run analyze` prints.',
      parameters: { text: 'The text.' },
    },
    getStats: {
      summary: 'Figures and versions',
      description:
        'How many articles, paragraphs, terms and characters there are, from when to when, in which folders; the versions of index and program.',
      parameters: {},
    },
    getDocument: {
      summary: 'This description',
      description: 'OpenAPI 3.1, in English.',
      parameters: {},
    },
  },
  answers: {
    ok: 'The answer.',
    links:
      'Links to other pages (RFC 8288) with rel next, prev, first, last, each where there is such a page; with very long queries only the first of them.',
    retryAfter: 'Seconds after which to try again.',
    notModified: 'What the ETag of the request stands for has not changed.',
  },
  codes: {
    invalid_parameter: 'A parameter has a value that cannot be; the message names it.',
    unknown_parameter: 'There is no parameter of that name; the message names the nearest one.',
    invalid_json: 'The body is not one object in JSON.',
    bad_request: 'The address cannot be read, for instance for a broken percent-encoding.',
    forbidden: 'This is not for everybody.',
    not_found: 'There is no such address.',
    article_not_found: 'There is no such article.',
    paragraph_not_found: 'The article has no such paragraph.',
    method_not_allowed: 'The address does not take this method; Allow names those that it takes.',
    body_too_large: 'The body is too long.',
    unsupported_media_type:
      'The Content-Type of the body is not application/json, or its encoding is not known.',
    busy: 'Too many requests are waiting; come again after Retry-After seconds.',
    index_not_ready: 'The index is not ready yet; come again after Retry-After seconds.',
    rate_limited:
      'Too many requests within a minute, where the administrator has set a limit; come again after Retry-After seconds.',
    request_too_large: 'The address is too long.',
    internal: 'The program failed.',
  },

  docs: {
    title: 'API',
    head: 'The interface of 找文 for programs: parameters, examples and fields of every address, to be tried on this page.',
    version: (version) => `Version 1, 找文 ${version}`,
    document: 'OpenAPI document',
    contents: 'Contents',
    operations: 'Addresses',
    parameters: 'Parameters',
    body: 'Body',
    noParameters: 'No parameters.',
    count: (parameters) => `${parameters} parameters`,
    required: 'required',
    optional: 'may be missing',
    byDefault: (value) => `${value} by default`,
    range: (min, max) => `${min}–${number(max)}`,
    longest: (max) => `at most ${number(max)} characters`,
    example: 'Example',
    tryIt: 'Try it',
    more: 'More parameters',
    send: 'Send',
    curlOnly: 'A form cannot send JSON; use the command above.',
    answers: 'Answer',
    failures: 'Possible errors',
    errors: 'Error codes',
    schemas: 'Fields of answers',
    english: 'As the OpenAPI document has them.',
    script: {
      copy: 'Copy',
      copied: 'Copied',
      waiting: 'Waiting…',
      answer: 'The answer',
      failed: 'The server could not be reached.',
      milliseconds: 'ms',
    },
  },
};
