/** Every sentence and label of the pages and the API in Chinese; numbers and names are filled in here. */

import type { FileNote, ParagraphKind } from '../../corpus/article.ts';
import type { MetadataRole } from '../../corpus/metadata-names.ts';
import type { BuildReason } from '../../indexing/plan-update.ts';
import type { QueryWarning } from '../../query/parse-query.ts';
import type { WordQuery } from '../../query/query.ts';
import type { Step } from '../../search/matches.ts';
import type { Agreement } from '../../search/rank.ts';
import type { Sort } from '../../search/sort.ts';
import type { ParameterType } from '../api/parameters/parameter.ts';
import type { Opening } from '../index-source.ts';
import type { CorpusList } from '../params.ts';
import { zhApi } from './zh-api.ts';

type WordKind = WordQuery['kind'];

const number = (value: number): string => value.toLocaleString('zh-CN');

export const zh = {
  lang: 'zh-CN',
  name: '找文',
  tagline: '在一整个文件夹的文章里，找到那一段话',
  description: '找文：中文文章的全文搜索。',

  /** The switch to the other language, which names it in that language. */
  language: { label: '语言', other: 'en', otherName: 'English' },
  /** Descriptions of pages, which other programs show. */
  head: {
    results: (heading: string, summary: string | null): string =>
      summary === null ? heading : `${heading}：${summary}。`,
    corpus: (summary: string): string => `文章概况：${summary}。`,
    help: '怎样用找文搜索、怎样添加文章，以及程序接口。',
  },

  form: {
    label: '搜索文章',
    placeholder: '输入关键词',
    submit: '搜索',
    skip: '跳到正文',
  },

  /** Read by the scripts of the search box. */
  typing: {
    label: '搜索建议',
    kinds: { title: '标题', term: '词', pinyin: '拼音', recent: '最近搜索' },
    paragraphs: '段',
    articles: '篇',
    remove: '删除（Shift+Delete）',
    clear: '清除最近搜索',
  },

  theme: {
    label: '外观',
    choices: { system: '跟随系统', light: '浅色', dark: '深色' },
  },

  home: {
    corpus: (articles: number, paragraphs: number): string =>
      `共 ${number(articles)} 篇文章，${number(paragraphs)} 段文字`,
    dates: (first: string, last: string): string =>
      first === last ? first : `${first} 至 ${last}`,
    examples: '试试',
    latest: '最近的文章',
    empty: '文章文件夹里还没有文章',
    emptyHint:
      '把 .txt、.md 或 .html 文件放进去。.txt 的第一行是标题，第二行可以写“添加时间:2023-04-25 点击次数:202”，下面一行一段。一会儿就能搜到。',
  },

  results: {
    title: (q: string): string => `${q} - 找文`,
    pageHeading: (q: string): string => `“${q}”的搜索结果`,
    listed: (articles: number): string => `${number(articles)} 篇文章`,
    found: (hits: number, articles: number): string =>
      `${number(articles)} 篇文章里找到 ${number(hits)} 段`,
    foundPartly: (hits: number, articles: number): string =>
      `没有完全符合的；${number(articles)} 篇文章里有 ${number(hits)} 段部分符合`,
    insideWords: (hits: number): string => `（另有 ${number(hits)} 段只在词内出现）`,
    steps: {
      article: '下面的文章里各个词都有，但不在同一段里：',
      words: '下面的只有其中一部分词：',
    },
    onlySteps: {
      article: '没有哪一段同时有这些词。下面的文章里各个词都有，但不在同一段里：',
      words: '没有哪一篇同时有这些词。下面的只有其中一部分：',
    },
    missing: '缺少',
    time: (milliseconds: number): string =>
      `用时 ${milliseconds < 10 ? Math.max(milliseconds, 0.1).toFixed(1) : Math.round(milliseconds)} 毫秒`,
    none: (q: string): string => `没有找到“${q}”`,
    noneWords: '这次是按这些词找的：',
    noneHints: [
      '少用一两个词，或者换一个说法。',
      '检查有没有错别字；简体、繁体、全角、半角、大小写不用管，都一样找得到。',
    ],
    missingWord: (word: string): string => `所有文章里都没有“${word}”。`,
    more: (count: number): string => `还有 ${number(count)} 段匹配，查看全文`,
    heading: '小标题',
    section: (heading: string): string => `在「${heading}」一节`,
    paragraph: (ordinal: number): string => `第 ${number(ordinal)} 段`,
    alsoAt: '另见',
    otherArticle: (title: string): string => `《${title}》`,
    asExact: '精确查找',
    asWords: '改为按词查找',
    exact: (q: string): string => `正在精确查找：“${q}”要原样连在一起。`,
    didYouMean: '您是不是要找：',
    searchedInstead: (typed: string, q: string): string =>
      `没有找到“${typed}”。下面是按拼音找到的“${q}”。`,
    places: (count: number): string => `等 ${number(count)} 处`,
    insideWord: '词内',
    insideWordHint: '要找的字在别的词里面',
  },

  collections: {
    label: '文件夹',
    heading: (collection: string): string => `文件夹“${collection}”里的文章`,
    articles: '篇',
    none: (q: string, collection: string): string => `文件夹“${collection}”里没有找到“${q}”`,
    empty: (collection: string): string => `没有文件夹“${collection}”，或者里面没有文章`,
    everywhere: (q: string): string => `在全部文章里找“${q}”`,
  },

  filters: {
    label: '筛选',
    /** Of the chips that are shown above the results. */
    active: '正在筛选',
    /** Read aloud behind the name of a filter that is on. */
    remove: '，点击取消',
    clear: '清除全部',
    facets: { year: '年份', collection: '文件夹', source: '来源', kind: '找到的地方' },
    articles: '篇',
    hits: '段',
    more: (count: number): string => `更多（${number(count)}）`,
    year: (year: string): string => `${year} 年`,
    month: (month: string): string => `${Number(month.slice(5))} 月`,
    monthsOf: (year: string): string => `${year} 年各月`,
    kinds: { title: '标题', heading: '小标题', body: '正文' } satisfies Record<
      ParagraphKind,
      string
    >,
    onlyKind: {
      title: '只看标题',
      heading: '只看小标题',
      body: '只看正文',
    } satisfies Record<ParagraphKind, string>,
    fromSource: (source: string): string => `来源：${source}`,
    /** A year, a month or a day: 2023, 2023-04, 2023-04-25. */
    period: (period: string): string => {
      const [year, month, day] = period.split('-').map(Number);
      return `${year} 年${month ? ` ${month} 月` : ''}${day ? ` ${day} 日` : ''}`;
    },
    since: (day: string): string => `${day} 起`,
    until: (day: string): string => `到 ${day} 为止`,
    between: (from: string, to: string): string => `${from} 至 ${to}`,
    dates: '日期',
    from: '从',
    to: '到',
    apply: '按日期筛选',
    heading: '筛选出的文章',
    none: (q: string): string => `在现在的筛选里没有找到“${q}”`,
    empty: '没有文章符合现在的筛选',
    without: (q: string): string => `去掉全部筛选，再找“${q}”`,
  },

  sort: {
    label: '排序',
    relevance: '相关',
    'date:desc': '最新',
    'date:asc': '最早',
    'views:desc': '最多点击',
  } satisfies Record<Sort | 'label', string>,

  why: {
    title: '为什么是这些结果',
    words: '怎样理解您输入的',
    word: '输入的',
    terms: '按这些写法查找',
    paragraphs: '作为词在几段里',
    folded: (folded: string): string => `不分繁简、全半角和大小写，按“${folded}”比对。`,
    inCollection: (collection: string): string => `只在文件夹“${collection}”里找。`,
    narrowed: (filters: string): string => `还要符合：${filters}。`,
    sorted: {
      'date:desc': '按日期从新到旧排列，同一天的看相关程度；没有日期的在最后。',
      'date:asc': '按日期从旧到新排列，同一天的看相关程度；没有日期的在最后。',
      'views:desc': '按点击次数从多到少排列，同样多的看相关程度；没有点击次数的在最后。',
    } satisfies Record<Exclude<Sort, 'relevance'>, string>,
    kinds: { word: '', phrase: '原样', prefix: '词的开头' } as Record<WordKind, string>,
    synonym: '同义词',
    relaxedTo: (parts: string): string => `（拆开时：${parts}）`,
    steps: {
      paragraph: '各个词都在同一段里。',
      article: '各个词都在同一篇文章里，但不在同一段。',
      words: '只有其中一部分词；越少见的词越要紧。',
    } as Record<Step, string>,
    stepsShown: (steps: string): string => `这一页的结果：${steps}`,
    order: '怎样排列（这一页）',
    hit: '段落',
    agreement: '吻合',
    agreements: {
      'exact title': '就是标题',
      title: '在标题里',
      heading: '在小标题里',
      phrase: '原样相连',
      near: '相距很近',
      scattered: '分散',
    } as Record<Agreement, string>,
    insideWord: '词内',
    parts: ['词', '字对', '单字', '标题'],
    score: '得分',
    hitLabel: (title: string, paragraph: number): string =>
      paragraph === 0 ? `《${title}》标题` : `《${title}》第 ${number(paragraph)} 段`,
    formula:
      '先看各个词是否都在，再看是否作为单独的词出现、吻合得怎样，最后看得分。得分 = 词 + 字对 + 单字 × 0.3 + 标题和小标题 × 1.5，各项越少见的越高（BM25）。',
  },

  browse: {
    title: '浏览',
    home: '按年份和文件夹浏览',
    month: (month: string): string => `${Number(month.slice(5))} 月`,
    description: (articles: number): string =>
      `${number(articles)} 篇文章，按年份、月份和文件夹浏览。`,
    years: '年份',
    count: number,
    articles: (count: number): string => `${number(count)} 篇`,
    undated: (count: number): string => `还有 ${number(count)} 篇没有日期`,
    loose: (count: number): string => `还有 ${number(count)} 篇不在文件夹里`,
  },

  feed: {
    everything: '最新的文章 - 找文',
    link: '订阅',
    hint: '用订阅软件跟踪这次搜索的新文章（Atom）',
  },

  pages: {
    label: '分页',
    previous: '上一页',
    next: '下一页',
    page: (page: number): string => `第 ${number(page)} 页`,
  },

  article: {
    title: (title: string): string => `${title} - 找文`,
    views: (views: number): string => `${number(views)} 次点击`,
    undated: '未注明日期',
    details: {
      author: '作者',
      translator: '译者',
      reviewer: '校对',
      editor: '编辑',
      collector: '选题',
      source: '来源',
      category: '栏目',
      tags: '标签',
      link: '原文',
      address: '网址',
    } satisfies Record<MetadataRole, string>,
    found: (q: string, count: number): string => `“${q}”在这篇文章里有 ${number(count)} 处`,
    notFound: (q: string): string => `这篇文章里没有“${q}”`,
    first: '到第一处',
    back: '回到搜索结果',
    same: (first: number, last: number): string =>
      first === last ? `与第 ${first} 段相同` : `与第 ${first}–${last} 段相同`,
    code: '代码',
    table: '表格',
    permalink: (ordinal: number): string => `第 ${ordinal} 段的链接`,
    contents: '目录',
    step: (mark: number, marks: number): string => `第 ${number(mark)}/${number(marks)} 处`,
    previousMark: '上一处',
    nextMark: '下一处',
    stepsUpTo: (steps: number): string => `处数太多，“上一处”“下一处”只到第 ${number(steps)} 处`,
    neighbours: '前后文章',
    previous: '上一篇',
    next: '下一篇',
    address: (address: string): string => `本文地址：${address}`,
    /** A quotation is the words between these two, and the address behind them. */
    quotation: (title: string, date: string | null) => ({
      before: '“',
      after: `” ——《${title}》，${date === null ? '' : `${date}，`}`,
    }),
    quote: '引用',
    quoted: '已复制引文、出处和链接',
    copyByHand: '这个浏览器不让网页复制，请按 Ctrl+C（⌘C）复制：',
    close: '关闭',
  },

  corpus: {
    title: '文章概况',
    /** After the number of paragraphs. */
    repeated: (count: number): string => `（${number(count)} 段在同一篇里重复，只索引一次）`,
    /** Before the moment at which the index last changed. */
    changed: '索引更新于',
    moment: (iso: string): string =>
      new Date(iso).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' }),
    notSaved: (error: string): string =>
      `索引没能写到磁盘，现在只放在内存里：搜索不受影响，但下次启动要重新读入。${error}`,
    unreadable: '现在读不到文章文件夹，搜索的是上一次读到的文章。文件夹恢复以后，会自动接着更新。',
    lists: '要看的清单',
    figures: {
      all: '文章',
      skipped: '没有读入',
      warnings: '请检查',
      undated: '没有日期',
      duplicates: '重复',
    } satisfies Record<CorpusList, string>,
    headings: {
      all: '全部文章',
      skipped: '没有读入的文件',
      warnings: '请检查的文章',
      undated: '没有日期的文章',
      duplicates: '重复的内容',
    } satisfies Record<CorpusList, string>,
    hints: {
      all: '',
      skipped: '这些文件里的内容搜索不到。改好以后会自动读入，不用重新启动。',
      warnings: '这些文章已经读入，也能搜索到，只是最好看一眼。',
      undated: '在文章的第二行写上“添加时间:2023-04-25”，它们就能按日期排列和筛选。',
      duplicates: '',
    } satisfies Record<CorpusList, string>,
    nothing: {
      all: '文章文件夹里还没有文章。',
      skipped: '每个文件都读入了。',
      warnings: '没有要检查的文章。',
      undated: '每篇文章都有日期。',
      duplicates: '没有发现重复。',
    } satisfies Record<CorpusList, string>,
    nothingIn: (collection: string): string => `文件夹“${collection}”里没有。`,
    /** Read aloud behind the name of the collection that is shown; a click shows all. */
    remove: '，点击取消，看全部文件夹',
    unit: '项',
    columns: { article: '文章', date: '日期', encoding: '编码', paragraphs: '段', views: '点击' },
    units: { paragraphs: '段', views: '次点击' },
    undated: '没有日期',
    guessed: (encoding: string): string => `${encoding}（推测）`,
    /** What there is to say of a file. */
    note: ({ message }: FileNote): string => message,
    /** What to do about a file that was not read, where the reason itself does not say it. */
    advice: {
      empty: '请写上内容，或者删掉它。',
      hidden_file: '如果是文章，请给它改名，开头不要有点；不是就不用管。',
      not_a_file: '是程序用的就不用管它；文章请存成普通文件。',
      not_an_article: '不想收进来的文件，不用管它。',
      not_text: '如果是文章，请打开它，另存为 UTF-8 编码的纯文本。',
      symbolic_link: '请把原来的文件复制到文章文件夹里。',
      temporary_file: '不用管它：写完以后，文件会用自己的名字读入。',
    } as Partial<Record<FileNote['code'], string>>,
    sections: {
      files: '一模一样的文件',
      articles: '相同或几乎相同的文章',
      paragraphs: '几篇文章里都有的段落',
    },
    alike: {
      files: (count: number) => `${number(count)} 个文件，每个字节都相同`,
      articles: (count: number, isExact: boolean) =>
        `${number(count)} 篇，${isExact ? '正文相同' : '几乎相同'}`,
      paragraphs: (count: number, isExact: boolean) =>
        `${number(count)} 处，${isExact ? '文字相同' : '几乎相同'}`,
    },
    more: (count: number): string => `还有 ${number(count)} 处`,
    cutOff: (total: number, listed: number): string =>
      `共 ${number(total)} 组，列出最大的 ${number(listed)} 组。`,
    compared:
      '现在的文章都比较过了。标点、空格、全角半角和大小写不同不算不同；不到 30 个字的段落不比较。',
    comparing:
      '正在比较所有文章和段落，一般要几秒钟；过一会儿刷新这一页就能看到。在此之前只列出一模一样的文件。',
    comparingAgain: (moment: string): string =>
      `文章有了变化，正在重新比较；下面的文章和段落是按 ${moment} 的样子比较的。`,
  },

  help: {
    template: 'help',
    title: '使用帮助',
    home: '首页',
  },

  /** The description of the API, and its pages. */
  api: zhApi,

  errors: {
    heading: {
      400: '无法识别这个地址',
      403: '不能看这一页',
      404: '没有这个页面',
      405: '不能这样访问',
      408: '请求太慢',
      429: '请求太多',
      431: '这个地址太长',
      500: '出错了',
      503: '请稍等',
    } as Record<number, string>,
    home: '回到首页',
    notFound: '地址可能写错了，或者文章已经移走。',
    articleNotFound: '没有这篇文章：它可能改了名，或者已经移走。可以用标题里的词再找一下。',
    paragraphNotFound: (ordinal: number, last: number): string =>
      `这篇文章没有第 ${ordinal} 段：段落从 0（标题）到 ${last}。`,
    methodNotAllowed: (method: string, allow: string): string =>
      `这个地址不接受 ${method}，只接受 ${allow}。`,
    badJson: '请求正文应为一个 JSON 对象，例如 {"q": "人工智能", "page": 1}。',
    notJson: '请求正文应为 UTF-8 的 JSON，请把 Content-Type 设为 application/json。',
    bodyTooLarge: (kilobytes: number): string => `请求正文太长，最多 ${kilobytes} KB。`,
    badRequest: '地址里有无法识别的字符，请检查是否完整。',
    notEncoded:
      '地址里的汉字要先编码（percent-encoding）再发送，例如 curl -G --data-urlencode "q=人工智能" 加上地址。',
    badHttp: '请求不合 HTTP 的格式，没有读懂。',
    badBody: '请求正文解不开：Content-Encoding 应为 gzip、deflate 或 br，并和正文相符。',
    noOperation: (docs: string): string => `没有这个接口。接口的说明在 ${docs}。`,
    similar: '也许是这些文章',
    badHost: '请求里的主机名（Host）不是一个主机名。请检查地址，或者代理服务器的设置。',
    tooLarge: '地址太长了。关键词不用超过 500 个字。',
    tooSlow: '请求传得太慢，没有传完。请检查网络，再试一次。',
    notReady: ({ stage, percent }: Opening): string => {
      const work = { opening: '正在打开索引', reading: '正在读文章', indexing: '正在建立索引' };
      return `${work[stage]}${percent === null ? '' : ` ${percent}%`}……好了以后，这一页会自己刷新。`;
    },
    onlyLocal: '这些数字只给本机上的程序看。管理员可以用 METRICS 设置。',
    busy: '现在来搜索的人太多，请过几秒钟再试。',
    rateLimited: (seconds: number): string =>
      `您在一分钟里的请求太多，请过 ${number(seconds)} 秒再试。`,
    internal: '程序出了错，不是您的问题。请再试一次；如果还不行，请告诉管理员。',
  },

  warning: (warning: QueryWarning): string => {
    switch (warning.code) {
      case 'empty_query':
        return '请输入要找的关键词。';
      case 'only_exclusions':
        return '只有要排除的词，没有要找的词。请再写上要找什么，例如：人工智能 -广告。';
      case 'exclusion_in_or':
        return `“或”的两边不能是要排除的词，没有理会 ${warning.text}。`;
      case 'date_not_understood':
        return `日期“${warning.text}”读不懂，没有按它筛选。可以写 日期:2023、日期:2023-04、日期:>=2023-01 或 日期:2022..2023。`;
      case 'query_too_long':
        return `输入的内容太长，只查找了前 ${warning.searchedCharacters} 个字。`;
      case 'too_many_words':
        return `输入的词太多，只查找了前 ${warning.searchedWords} 个。`;
    }
  },

  parameter: {
    notInteger: (name: string, value: string, min: number, max: number): string =>
      `参数 ${name} 应为 ${min} 到 ${max} 之间的整数，现在是“${value}”。`,
    notOneOf: (name: string, value: string, values: readonly string[]): string =>
      `参数 ${name} 只能是 ${values.join(' 或 ')}，现在是“${value}”。`,
    notDate: (name: string, value: string): string =>
      `参数 ${name} 应为日期，例如 2023、2023-04 或 2023-04-25，现在是“${value}”。`,
    wrongType: (name: string, type: ParameterType): string =>
      `参数 ${name} 在 JSON 里应为${
        { integer: '整数', boolean: ' true 或 false', string: '字符串', list: '字符串的列表' }[type]
      }。`,
    repeated: (name: string): string => `参数 ${name} 只能写一次。`,
    unknown: (name: string, nearest: string | null, names: readonly string[]): string =>
      nearest === null
        ? `没有参数 ${name}。${names.length === 0 ? '这个地址没有参数。' : `可以用的参数：${names.join('、')}。`}`
        : `没有参数 ${name}，是不是 ${nearest}？`,
    tooLong: (name: string, max: number): string => `参数 ${name} 不能超过 ${max} 个字。`,
    pageUsed: (page: number): string => `显示的是第 ${number(page)} 页。`,
    lastPage: (page: number): string => `没有那么多页，显示的是最后一页（第 ${number(page)} 页）。`,
  },

  terminal: {
    started: (url: string): string => `找文已启动，请在浏览器里打开 ${url}  （按 Ctrl-C 停止）`,
    stopping: '正在停止……',
    dictionaries: {
      synonyms: 'synonyms.txt 有变化，已经采用。',
      words: 'userdict.txt 有变化，正在重新建立索引……',
      adopted: '索引已按新的 userdict.txt 建好，已经采用。',
    },
    corpusBack: '文章文件夹又可以读了，里面的改动照常更新。',
    stored: '索引已经写好。',
    refreshed: (put: number, removed: number): string =>
      `已更新索引：${[
        put > 0 ? `新增或改动 ${number(put)} 篇` : '',
        removed > 0 ? `删除 ${number(removed)} 篇` : '',
      ]
        .filter(Boolean)
        .join('，')}`,
  },

  buildReason: {
    requested: '按要求重建索引',
    missing: '还没有索引，现在建立',
    damaged: '索引文件已损坏，重新建立',
    foreign: '索引文件夹里的文件不是找文的索引，重新建立',
    other_version: '索引是另一个版本的找文建立的，重新建立',
    analyzer_changed: '分词方法或词典已更新，重新建立索引',
    parser_changed: '读文章的方法已更新，重新建立索引',
    many_changes: '变化的文章较多，重新建立索引',
  } satisfies Record<BuildReason, string>,
} as const;
