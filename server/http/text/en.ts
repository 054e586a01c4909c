/** Every sentence and label of the pages and the API in English; numbers and names are filled in here. */

import type { FileNote } from '../../corpus/article.ts';
import type { QueryWarning } from '../../query/parse-query.ts';
import type { Catalogue } from './catalogue.ts';
import { enApi } from './en-api.ts';

const number = (value: number): string => value.toLocaleString('en');

/** A number with its noun: 1 article, 2 articles. */
const count = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : many}`;

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2000, month, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' }),
);

/** By code; the sentence that the reader of the file wrote is Chinese. */
const NOTES: Readonly<Record<FileNote['code'], string>> = {
  control_characters: 'Has control characters; they were taken for spaces.',
  empty: 'There is no text in the file; it was not read.',
  encoding_guessed: 'Its encoding was guessed. If the text is garbled, save the file as UTF-8.',
  hidden_file: 'Hidden files are not read.',
  id_collision: 'Would have the address of another article; its own keeps the ending of the file.',
  impossible_date: 'Its date is in no calendar; it counts as undated.',
  malformed_line: 'A line could not be used and was skipped.',
  not_a_file: 'A pipe, a socket or a device, not a file; it was not read.',
  not_an_article: 'Not a .txt, .md or .html file, so it was not read. Save it as one of these.',
  not_text: 'Does not look like text and was not read.',
  not_utf8: 'No encoding reads it. Save it as UTF-8.',
  replacement_characters: 'Some places could not be read; they show as �.',
  symbolic_link: 'Symbolic links are not followed.',
  temporary_file: 'A temporary file of an editor or a download; it was not read.',
  too_large: 'Larger than 16 MB and not read. Split it.',
  unreadable: 'Could not be read. Check its name and permissions.',
};

export const en: Catalogue = {
  lang: 'en',
  name: '找文',
  tagline: 'Find that passage in a whole folder of Chinese articles',
  description: '找文 Zhaowen: full-text search over Chinese articles.',

  language: { label: 'Language', other: 'zh', otherName: '中文' },
  head: {
    results: (heading, summary) => (summary === null ? heading : `${heading}: ${summary}.`),
    corpus: (summary) => `The corpus: ${summary}.`,
    help: 'How to search with 找文 Zhaowen, how to add articles, and the interface for programs.',
  },

  form: {
    label: 'Search articles',
    placeholder: 'Keywords',
    submit: 'Search',
    skip: 'Skip to the text',
  },

  typing: {
    label: 'Suggestions',
    kinds: { title: 'Titles', term: 'Words', pinyin: 'Pinyin', recent: 'Recent searches' },
    paragraphs: 'paragraphs',
    articles: 'articles',
    remove: 'Remove (Shift+Delete)',
    clear: 'Clear recent searches',
  },

  theme: {
    label: 'Appearance',
    choices: { system: 'System', light: 'Light', dark: 'Dark' },
  },

  home: {
    corpus: (articles, paragraphs) =>
      `${count(articles, 'article')}, ${count(paragraphs, 'paragraph')}`,
    dates: (first, last) => (first === last ? first : `${first} to ${last}`),
    examples: 'Try',
    latest: 'Latest articles',
    empty: 'There are no articles in the folder yet',
    emptyHint:
      'Put .txt, .md or .html files into it. The first line of a .txt file is its title, the second may read “添加时间:2023-04-25 点击次数:202”, then a paragraph a line. They are found a moment later.',
  },

  results: {
    title: (q) => `${q} - 找文`,
    pageHeading: (q) => `Results for “${q}”`,
    listed: (articles) => count(articles, 'article'),
    found: (hits, articles) => `${count(hits, 'paragraph')} in ${count(articles, 'article')}`,
    foundPartly: (hits, articles) =>
      `Nothing fits entirely; ${count(hits, 'paragraph')} in ${count(articles, 'article')} fit in part`,
    insideWords: (hits) => ` (${number(hits)} more only inside other words)`,
    steps: {
      article: 'Articles with all the words, but not in one paragraph:',
      words: 'Only some of the words:',
    },
    onlySteps: {
      article:
        'No paragraph has all these words. The following articles do, but not in one paragraph:',
      words: 'No article has all these words. The following have some of them:',
    },
    missing: 'Missing',
    time: (milliseconds) =>
      `${milliseconds < 10 ? Math.max(milliseconds, 0.1).toFixed(1) : Math.round(milliseconds)} ms`,
    none: (q) => `Nothing found for “${q}”`,
    noneWords: 'These words were looked for:',
    noneHints: [
      'Leave out a word or two, or say it in another way.',
      'Check the spelling. Simplified or Traditional, half or full width, upper or lower case make no difference.',
    ],
    missingWord: (word) => `No article has “${word}”.`,
    more: (hits) => `${number(hits)} more in this article`,
    heading: 'heading',
    section: (heading) => `under “${heading.replaceAll('“', '‘').replaceAll('”', '’')}”`,
    paragraph: (ordinal) => `paragraph ${number(ordinal)}`,
    alsoAt: 'also at',
    otherArticle: (title) => `“${title}”`,
    asExact: 'Search exactly',
    asWords: 'Search by words',
    exact: (q) => `Exact search: “${q}” as it stands.`,
    didYouMean: 'Did you mean:',
    searchedInstead: (typed, q) =>
      `Nothing found for “${typed}”. These are for “${q}”, read as pinyin.`,
    places: (places) => `${count(places, 'place')} in all`,
    insideWord: 'inside a word',
    insideWordHint: 'What you look for stands inside another word',
  },

  collections: {
    label: 'Folders',
    heading: (collection) => `Articles in “${collection}”`,
    articles: 'articles',
    none: (q, collection) => `Nothing found for “${q}” in the folder “${collection}”`,
    empty: (collection) => `There is no folder “${collection}”, or no article in it`,
    everywhere: (q) => `Look for “${q}” in all articles`,
  },

  filters: {
    label: 'Filters',
    active: 'Filtered by',
    remove: ', click to remove',
    clear: 'Clear all',
    facets: { year: 'Year', collection: 'Folder', source: 'Source', kind: 'Found in' },
    articles: 'articles',
    hits: 'paragraphs',
    more: (values) => `More (${number(values)})`,
    year: (year) => year,
    month: (month) => MONTHS[Number(month.slice(5)) - 1] ?? month,
    monthsOf: (year) => `Months of ${year}`,
    kinds: { title: 'Titles', heading: 'Headings', body: 'Text' },
    onlyKind: { title: 'Titles only', heading: 'Headings only', body: 'Text only' },
    fromSource: (source) => `Source: ${source}`,
    period: (period) => {
      const [year, month, day] = period.split('-').map(Number);
      return [...(day ? [day] : []), ...(month ? [MONTHS[month - 1]] : []), year].join(' ');
    },
    since: (day) => `from ${day}`,
    until: (day) => `until ${day}`,
    between: (from, to) => `${from} to ${to}`,
    dates: 'Dates',
    from: 'From',
    to: 'To',
    apply: 'Filter by date',
    heading: 'Filtered articles',
    none: (q) => `Nothing found for “${q}” with these filters`,
    empty: 'No article fits these filters',
    without: (q) => `Look for “${q}” without filters`,
  },

  sort: {
    label: 'Order',
    relevance: 'Relevance',
    'date:desc': 'Newest',
    'date:asc': 'Oldest',
    'views:desc': 'Most read',
  },

  why: {
    title: 'Why these results',
    words: 'How your query was read',
    word: 'You typed',
    terms: 'Looked for as',
    paragraphs: 'A word in so many paragraphs',
    folded: (folded) =>
      `Compared as “${folded}”: Simplified and Traditional, widths and cases are one.`,
    inCollection: (collection) => `Only in the folder “${collection}”.`,
    narrowed: (filters) => `Also required: ${filters}.`,
    sorted: {
      'date:desc': 'By date, newest first, then by relevance; undated ones last.',
      'date:asc': 'By date, oldest first, then by relevance; undated ones last.',
      'views:desc': 'By views, most first, then by relevance; those without last.',
    },
    kinds: { word: '', phrase: 'as it stands', prefix: 'beginning of a word' },
    synonym: 'synonym',
    relaxedTo: (parts) => ` (in parts: ${parts})`,
    steps: {
      paragraph: 'All words in one paragraph.',
      article: 'All words in one article, but not in one paragraph.',
      words: 'Only some of the words; rare ones count more.',
    },
    stepsShown: (steps) => `On this page: ${steps}`,
    order: 'How they are ordered (this page)',
    hit: 'Paragraph',
    agreement: 'Agreement',
    agreements: {
      'exact title': 'is the title',
      title: 'in the title',
      heading: 'in a heading',
      phrase: 'together as typed',
      near: 'near each other',
      scattered: 'scattered',
    },
    insideWord: 'inside a word',
    parts: ['Words', 'Pairs', 'Characters', 'Titles'],
    score: 'Score',
    hitLabel: (title, paragraph) =>
      paragraph === 0 ? `“${title}”, title` : `“${title}”, paragraph ${number(paragraph)}`,
    formula:
      'First whether all words are there, then whether they stand as words of their own and how closely they agree, then the score: words + pairs of characters + 0.3 × characters + 1.5 × title and heading, each the higher the rarer (BM25).',
  },

  browse: {
    title: 'Browse',
    home: 'Browse by year and folder',
    month: (month) => (MONTHS[Number(month.slice(5)) - 1] ?? month).slice(0, 3),
    description: (articles) => `${count(articles, 'article')} by year, month and folder.`,
    years: 'Years',
    count: number,
    articles: (articles) => count(articles, 'article'),
    undated: (articles) => `${number(articles)} more without a date`,
    loose: (articles) => `${number(articles)} more in no folder`,
  },

  feed: {
    everything: 'Latest articles - 找文',
    link: 'Subscribe',
    hint: 'Follow new articles of this search in a feed reader (Atom)',
  },

  pages: {
    label: 'Pages',
    previous: 'Previous',
    next: 'Next',
    page: (page) => `Page ${number(page)}`,
  },

  article: {
    title: (title) => `${title} - 找文`,
    views: (views) => count(views, 'view'),
    undated: 'undated',
    details: {
      author: 'by',
      translator: 'translated by',
      reviewer: 'proofread by',
      editor: 'edited by',
      collector: 'chosen by',
      source: 'source',
      category: 'section',
      tags: 'tags',
      link: 'original',
      address: 'address',
    },
    found: (q, marks) => `“${q}”: ${count(marks, 'place')} in this article`,
    notFound: (q) => `“${q}” is not in this article`,
    first: 'Go to the first',
    back: 'Back to the results',
    same: (first, last) =>
      first === last ? `Same as paragraph ${first}` : `Same as paragraphs ${first}–${last}`,
    code: 'Code',
    table: 'Table',
    permalink: (ordinal) => `Link to paragraph ${ordinal}`,
    contents: 'Contents',
    step: (mark, marks) => `${number(mark)}/${number(marks)}`,
    previousMark: 'Previous match',
    nextMark: 'Next match',
    stepsUpTo: (steps) => `So many matches: previous and next go as far as the ${number(steps)}th`,
    neighbours: 'Neighbouring articles',
    previous: 'Previous article',
    next: 'Next article',
    address: (address) => `Address: ${address}`,
    quotation: (title, date) => ({
      before: '“',
      after: `” — ${title}${date === null ? '' : `, ${date}`}, `,
    }),
    quote: 'Quote',
    quoted: 'Copied, with title, date and link',
    copyByHand: 'This browser does not let pages copy. Press Ctrl+C (⌘C):',
    close: 'Close',
  },

  corpus: {
    title: 'The corpus',
    repeated: (paragraphs) =>
      ` (${count(paragraphs, 'of them is', 'of them are')} repeated within an article and indexed once)`,
    changed: 'Index updated',
    moment: (iso) => new Date(iso).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' }),
    notSaved: (error) =>
      `The index could not be written to disk and is in memory only: searches are not affected, but the next start has to read the articles anew. ${error}`,
    unreadable:
      'The folder of the articles cannot be read at the moment; what was read last is searched. Once it is back, it is followed again by itself.',
    lists: 'Lists',
    figures: {
      all: 'articles',
      skipped: 'not read',
      warnings: 'to look at',
      undated: 'undated',
      duplicates: 'duplicates',
    },
    headings: {
      all: 'All articles',
      skipped: 'Files that were not read',
      warnings: 'Articles to look at',
      undated: 'Articles without a date',
      duplicates: 'What stands more than once',
    },
    hints: {
      all: '',
      skipped:
        'What is in these files cannot be found. Once mended they are read by themselves, without a restart.',
      warnings: 'These articles were read and are found; they only deserve a look.',
      undated:
        'Write “添加时间:2023-04-25” into the second line of an article, and it takes part in orders and filters by date.',
      duplicates: '',
    },
    nothing: {
      all: 'There are no articles in the folder yet.',
      skipped: 'Every file was read.',
      warnings: 'No article needs a look.',
      undated: 'Every article has a date.',
      duplicates: 'Nothing stands more than once.',
    },
    nothingIn: (collection) => `None in the folder “${collection}”.`,
    remove: ', click to see all folders',
    unit: 'items',
    columns: {
      article: 'Article',
      date: 'Date',
      encoding: 'Encoding',
      paragraphs: 'Paragraphs',
      views: 'Views',
    },
    units: { paragraphs: 'paragraphs', views: 'views' },
    undated: 'undated',
    guessed: (encoding) => `${encoding} (guessed)`,
    note: ({ code }) => NOTES[code],
    advice: {
      empty: 'Write something into it, or delete it.',
      hidden_file: 'If it is an article, give it a name that does not begin with a dot.',
      not_a_file: 'What belongs to a program can stay; an article has to be an ordinary file.',
      not_an_article: 'What is not meant to be an article can stay.',
      not_text: 'If it is an article, open it and save it as UTF-8 text.',
      symbolic_link: 'Copy the file itself into the folder.',
      temporary_file: 'It can stay: once written, the file is read under its own name.',
    },
    sections: {
      files: 'Equal files',
      articles: 'Articles that are the same, or nearly so',
      paragraphs: 'Paragraphs in several articles',
    },
    alike: {
      files: (files) => `${count(files, 'file')}, equal in every byte`,
      articles: (articles, isExact) =>
        `${count(articles, 'article')}, ${isExact ? 'the same text' : 'nearly the same'}`,
      paragraphs: (places, isExact) =>
        `${count(places, 'place')}, ${isExact ? 'the same text' : 'nearly the same'}`,
    },
    more: (places) => `${number(places)} more`,
    cutOff: (total, listed) =>
      `${number(total)} groups in all; the largest ${number(listed)} are listed.`,
    compared:
      'All articles as they are now were compared. Punctuation, spaces, widths and cases make no difference; paragraphs of fewer than 30 characters are left out.',
    comparing:
      'All articles and paragraphs are being compared, which takes some seconds; reload this page in a while. Until then only equal files are listed.',
    comparingAgain: (moment) =>
      `Articles have changed and are being compared anew; the following is as of ${moment}.`,
  },

  help: {
    template: 'help-en',
    title: 'Help',
    home: 'Home',
  },

  api: enApi,

  errors: {
    heading: {
      400: 'This address cannot be read',
      403: 'This page is not for everybody',
      404: 'There is no such page',
      405: 'This cannot be done here',
      408: 'The request was too slow',
      429: 'Too many requests',
      431: 'This address is too long',
      500: 'Something went wrong',
      503: 'One moment, please',
    },
    home: 'Go to the start page',
    notFound: 'The address may be mistyped, or the article moved away.',
    articleNotFound:
      'There is no such article: it may have another name now, or have moved away. Try the words of its title.',
    paragraphNotFound: (ordinal, last) =>
      `The article has no paragraph ${ordinal}: they go from 0, the title, to ${last}.`,
    methodNotAllowed: (method, allow) => `This address does not take ${method}, only ${allow}.`,
    badJson: 'The body must be an object in JSON, such as {"q": "人工智能", "page": 1}.',
    notJson: 'The body must be JSON in UTF-8; set its Content-Type to application/json.',
    bodyTooLarge: (kilobytes) => `The body is too long; it may have ${kilobytes} KB.`,
    badRequest: 'The address has characters that cannot be read. Check whether it is complete.',
    notEncoded:
      'Chinese in an address has to be percent-encoded, for instance by curl -G --data-urlencode "q=人工智能" with the address.',
    badHttp: 'The request is not as HTTP has it, and was not understood.',
    badBody:
      'The body cannot be unpacked: Content-Encoding is to be gzip, deflate or br, and true of it.',
    noOperation: (docs) => `There is no such operation. They are described at ${docs}.`,
    similar: 'Perhaps one of these',
    badHost:
      'The Host of the request is not the name of a host. Check the address, or the settings of the proxy.',
    tooLarge: 'The address is too long. 500 characters of keywords are enough.',
    tooSlow: 'The request came too slowly to arrive whole. Check the network and try again.',
    notReady: ({ stage, percent }) => {
      const work = {
        opening: 'The index is being opened',
        reading: 'The articles are being read',
        indexing: 'The index is being built',
      };
      return `${work[stage]}${percent === null ? '' : `: ${percent} %`}. This page loads itself again when it is done.`;
    },
    onlyLocal:
      'These figures are for programs on the same machine. The administrator can change that by METRICS.',
    busy: 'Too many people are searching at the moment. Try again in a few seconds.',
    rateLimited: (seconds) =>
      `You asked too often within a minute. Try again in ${count(seconds, 'second')}.`,
    internal:
      'The program failed; it is not your fault. Try again, and tell the administrator if it stays.',
  },

  warning: (warning: QueryWarning): string => {
    switch (warning.code) {
      case 'empty_query':
        return 'Type what you are looking for.';
      case 'only_exclusions':
        return 'There are only words to exclude. Add what to look for, for example: 人工智能 -广告.';
      case 'exclusion_in_or':
        return `A word to exclude cannot stand beside OR; ${warning.text} was ignored.`;
      case 'date_not_understood':
        return `The date “${warning.text}” could not be read, so it filters nothing. Write 日期:2023, 日期:2023-04, 日期:>=2023-01 or 日期:2022..2023.`;
      case 'query_too_long':
        return `The query is very long; its first ${warning.searchedCharacters} characters were searched.`;
      case 'too_many_words':
        return `The query has very many words; the first ${warning.searchedWords} were searched.`;
    }
  },

  parameter: {
    notInteger: (name, value, min, max) =>
      `Parameter ${name} must be a whole number from ${min} to ${max}; it is “${value}”.`,
    notOneOf: (name, value, values) =>
      `Parameter ${name} must be ${values.join(' or ')}; it is “${value}”.`,
    notDate: (name, value) =>
      `Parameter ${name} must be a date such as 2023, 2023-04 or 2023-04-25; it is “${value}”.`,
    wrongType: (name, type) =>
      `Parameter ${name} must be ${
        {
          integer: 'a whole number',
          boolean: 'true or false',
          string: 'a string',
          list: 'a list of strings',
        }[type]
      } in JSON.`,
    repeated: (name) => `Parameter ${name} may be given once only.`,
    unknown: (name, nearest, names) =>
      nearest === null
        ? `There is no parameter ${name}. ${names.length === 0 ? 'This address has none.' : `There are ${names.join(', ')}.`}`
        : `There is no parameter ${name}; did you mean ${nearest}?`,
    tooLong: (name, max) => `Parameter ${name} may have ${max} characters at most.`,
    pageUsed: (page) => `This is page ${number(page)}.`,
    lastPage: (page) => `There are not so many pages; this is the last (page ${number(page)}).`,
  },
};
