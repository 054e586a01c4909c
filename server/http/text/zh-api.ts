/** What the description of the API and its pages say in Chinese. */

import type { OperationId, ParameterNames } from '../api/operations.ts';
import type { ApiErrorCode } from '../error-codes.ts';

const number = (value: number): string => value.toLocaleString('zh-CN');

interface OperationText<Id extends OperationId> {
  readonly summary: string;
  readonly description: string;
  readonly parameters: Readonly<Record<ParameterNames<Id>, string>>;
}

const page = {
  page: '第几页，从 1 起。',
  hitsPerPage: '每页多少篇。',
};

const filters = {
  collection: '只要这个文件夹里的文章，下面各层也算，例如 `科技/芯片`。',
  from: '从哪天起（含），写到年、月或日；比 to 晚时，两者对调。没有日期的文章不算在内。',
  to: '到哪天为止（含），写到年、月或日。',
  source: '只要这个来源的文章：来源要完整，繁简、全半角、大小写不论。',
};

const search = {
  q: '要找的词，和搜索框里的写法一样。最多查找 500 个字；怎样写都不算错，没有理会的在 `warnings` 里说明。为空时，有筛选就列出符合的文章，没有就没有结果。',
  ...page,
  hitsPerPage: '每页多少：按文章分页时是文章，否则是段落。',
  ...filters,
  kind: '只要这一种段落：标题、小标题或正文。',
  sort: '按文章排序；没有日期或点击次数的在最后，一样的看相关程度。',
  exact: '`q` 的字要原样相连，不理会运算符。',
  relax: '不满一页时，用后面几步的结果补上；`false`：只给最先找到结果的那一步。',
  groupBy: '`article`：一篇文章的结果排在一起，按文章分页；`none`：按段落分页。',
  groupLimit: '按文章时，每篇最多给几段。',
  facets:
    '按这些统计找到多少：文章数；`kind` 数的是段落。可以用逗号写几个。数的是最先找到结果的那一步；每一项都不受它自己的筛选限制。',
  cropLength: '摘录的长度，按字计。',
  highlightPreTag: '放在匹配处前面，原样放入。',
  highlightPostTag: '放在匹配处后面。',
  explain: '说明查询是怎样理解的、每个结果是怎样得分的。',
};

const articleId = '文章的编号，也就是结果里的 `articleId`；要经过百分号编码。';

export const zhApi = {
  title: '找文 API',
  description:
    '用程序搜索一整个文件夹的中文文章。返回的都是 JSON；位置和长度按 UTF-16 单位计，和 JavaScript、Java、C# 一样。出错时返回 `{ message, code, type, link }`：`message` 给人看，用 `Accept-Language` 要的语言；`code` 给程序看，不会变。参数写错了名字或值就是 400，说明是哪一个。',
  operations: {
    search: {
      summary: '搜索',
      description: '找到的段落，最好的在前。参数和网页 `/search` 的一样。',
      parameters: search,
    },
    searchByPost: {
      summary: '搜索，参数放在请求正文里',
      description:
        '参数和 GET 的一样，写成一个 JSON 对象：数就是数，`true` 就是 `true`，列表就是列表；`null` 等于没写。用于很长的查询。正文最多 256 KB，`Content-Type` 是 `application/json`。',
      parameters: search,
    },
    suggest: {
      summary: '输入时的补全',
      description: '文章标题、文章里的词、按拼音输入的词；输入了几个词时，补全最后一个。',
      parameters: {
        q: '已经输入的字。',
        limit: '最多几条。',
      },
    },
    listArticles: {
      summary: '文章的列表',
      description: '全部文章，或者符合筛选的；不带正文。',
      parameters: {
        ...page,
        ...filters,
        sort: '按日期、点击次数、标题（拼音）或路径；没有日期或点击次数的在最后，一样的按路径。',
      },
    },
    getArticle: {
      summary: '一篇文章',
      description: '标题、日期等等，全部段落，和同一文件夹里前后两篇。',
      parameters: { id: articleId },
    },
    getParagraph: {
      summary: '一个段落',
      description: '段落和它所在的文章。',
      parameters: { id: articleId, n: '第几段；0 是标题。' },
    },
    analyze: {
      summary: '一段文字怎样分词',
      description: '索引和查询看到的词，连同它们在文字里的位置；和 `npm run analyze` 一样。',
      parameters: { text: '要分词的文字。' },
    },
    getStats: {
      summary: '文章概况和版本',
      description: '有多少文章、段落、词和字，从哪天到哪天，在哪些文件夹；索引和程序的版本。',
      parameters: {},
    },
    getDocument: {
      summary: '这份说明',
      description: 'OpenAPI 3.1，用英文。',
      parameters: {},
    },
  } satisfies { readonly [Id in OperationId]: OperationText<Id> },
  answers: {
    ok: '结果。',
    links:
      '到别的页的链接（RFC 8288）：rel 是 next、prev、first、last，只有那一页存在时才有；查询很长时只有前面几个。',
    retryAfter: '多少秒以后再试。',
    notModified: '和请求里的 ETag 所指的一样，没有变。',
  },
  codes: {
    invalid_parameter: '某个参数的值不对，message 说明是哪一个。',
    unknown_parameter: '没有这个名字的参数，message 说明最像的是哪一个。',
    invalid_json: '请求正文不是一个 JSON 对象。',
    bad_request: '地址读不懂，例如有坏的百分号编码。',
    forbidden: '这里不给外面看。',
    not_found: '没有这个地址。',
    article_not_found: '没有这篇文章。',
    paragraph_not_found: '这篇文章没有这一段。',
    method_not_allowed: '这个地址不接受这种方法（Allow 头列出接受的）。',
    body_too_large: '请求正文太长。',
    unsupported_media_type: '请求正文的 Content-Type 不是 application/json，或者用了认不出的编码。',
    busy: '等候的请求太多，过 Retry-After 秒再来。',
    index_not_ready: '索引还没有准备好，过 Retry-After 秒再来。',
    rate_limited: '一分钟里的请求太多（管理员设了上限时才有），过 Retry-After 秒再来。',
    request_too_large: '地址太长。',
    internal: '程序出错。',
  } satisfies Record<ApiErrorCode, string>,

  /** The page of the API. */
  docs: {
    title: '程序接口',
    head: '找文的程序接口：每个地址的参数、例子和返回的字段，可以在这一页试用。',
    version: (version: string): string => `第 1 版，找文 ${version}`,
    document: 'OpenAPI 文档',
    contents: '目录',
    operations: '地址',
    parameters: '参数',
    body: '请求正文',
    noParameters: '没有参数。',
    count: (parameters: number): string => `${parameters} 个参数`,
    required: '必填',
    optional: '可能没有',
    byDefault: (value: string): string => `默认 ${value}`,
    range: (min: number, max: number): string => `${min}–${number(max)}`,
    longest: (max: number): string => `最长 ${number(max)} 字`,
    example: '例子',
    tryIt: '试一试',
    more: '更多参数',
    send: '发送',
    curlOnly: '网页表单发不出 JSON 正文，请用上面的命令。',
    answers: '返回',
    failures: '可能的错误',
    errors: '错误代码',
    schemas: '返回的字段',
    english: '字段的说明是英文的，和 OpenAPI 文档里一样。',
    /** Read by the script of the page. */
    script: {
      copy: '复制',
      copied: '已复制',
      waiting: '正在等待……',
      answer: '返回的内容',
      failed: '没有连上服务器。',
      milliseconds: '毫秒',
    },
  },
};
