/** `npm run search -- 关键词`: prints the best paragraphs in the terminal, matches in colour. */

import { FOLDER_FLAGS } from '../server/config/command-line.ts';
import { readFolders } from '../server/config/config.ts';
import { parseFlags } from '../server/config/parse-flags.ts';
import { AppError } from '../server/errors.ts';
import { parseSearchParams } from '../server/http/params.ts';
import { describeNothing, summarize } from '../server/http/summary.ts';
import { zh } from '../server/http/text/zh.ts';
import { isFiltered } from '../server/search/filters.ts';
import { search } from '../server/search/search.ts';
import { clipSpans, cutAtSpans, type Span } from '../server/search/spans.ts';
import { openConfiguredIndex } from '../server/terminal/configured-index.ts';
import { visible } from '../server/terminal/describe.ts';
import { paint, run } from './run.ts';

const USAGE = `用法：npm run search -- 关键词 [关键词……] [--page N] [--exact] [--collection 文件夹]
  [--from 日期] [--to 日期] [--source 来源] [--kind title|heading|body] [--sort 顺序]
  [--corpus-dir 文件夹] [--index-dir 文件夹]
例如：npm run search -- 人工智能
只在一个文件夹里找：npm run search -- --collection 科技 人工智能（不写关键词就列出里面的文章）
只找这些日子的，新的在前：npm run search -- --from 2023-01 --to 2023-06 --sort date:desc 人工智能
顺序：relevance（默认）、date:desc、date:asc、views:desc
以 - 开头的词放在 -- 后面：npm run search -- -- 国产化 -文心一言`;

await run(async () => {
  const { values, positionals } = parseFlags({
    allowPositionals: true,
    options: {
      ...FOLDER_FLAGS,
      page: { type: 'string' },
      exact: { type: 'boolean', default: false },
      collection: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      source: { type: 'string' },
      kind: { type: 'string' },
      sort: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  // The options are the parameters of the addresses, and are read as those are.
  const { exact, help, ...options } = values;
  const given = { ...options, q: positionals.join(' '), exact: String(exact) };
  const { request: wanted, problems } = parseSearchParams(given, zh);
  if (problems[0]) throw new AppError('invalid_parameter', problems[0].message);
  if (positionals.length === 0 && !isFiltered(wanted)) {
    throw new AppError('invalid_parameter', USAGE);
  }

  const folders = readFolders(process.env, values);
  const {
    keeper: { index },
  } = await openConfiguredIndex(folders);
  const started = performance.now();
  let answer = search(index, wanted);
  const notices: string[] = [];
  if (answer.totalPages > 0 && wanted.page > answer.totalPages) {
    notices.push(zh.parameter.lastPage(answer.totalPages));
    answer = search(index, { ...wanted, page: answer.totalPages });
  }
  const milliseconds = performance.now() - started;

  const { searchedInstead, suggestions } = answer;
  if (searchedInstead) notices.push(zh.results.searchedInstead(wanted.q, searchedInstead.q));
  if (suggestions.length > 0) {
    notices.push(`${zh.results.didYouMean} ${suggestions.map(({ q }) => q).join('　')}`);
  }
  const lines = [...notices, ...answer.parsed.warnings.map(zh.warning)].map(visible);
  let step: string | undefined;
  for (const { article, titleSpans, hits, hitCount, ...group } of answer.groups) {
    if (group.step !== 'paragraph' && group.step !== step) {
      const texts = step === undefined ? zh.results.onlySteps : zh.results.steps;
      lines.push('', paint('yellow', texts[group.step]));
    }
    step = group.step;
    lines.push('', `${marked(article.title, titleSpans)}  ${paint('dim', article.date ?? '')}`);
    lines.push(paint('dim', `  ${visible(article.path)}`));
    for (const { paragraph, spans, snippet } of hits) {
      if (paragraph.kind === 'title') continue;
      const { start, end } = snippet;
      const before = start > 0 ? '…' : '';
      const after = end < paragraph.text.length ? '…' : '';
      const number = paint('cyan', `p${paragraph.ordinal}`.padStart(5));
      const text = marked(paragraph.text.slice(start, end), clipSpans(spans, snippet));
      lines.push(`${number} ${before}${text}${after}`);
    }
    if (hitCount > hits.length) {
      lines.push(paint('dim', `      ${zh.results.more(hitCount - hits.length)}`));
    }
  }
  const found = summarize(answer, zh) ?? describeNothing(answer, zh);
  if (answer.totalPages > 0) {
    const page = `第 ${answer.request.page}/${answer.totalPages} 页`;
    lines.push('', `${found}，${page}，${zh.results.time(milliseconds)}`);
  } else if (found !== null) {
    lines.push(visible(found));
  }
  process.stdout.write(`${lines.join('\n')}\n`);
});

function marked(text: string, spans: readonly Span[]): string {
  return cutAtSpans(text, spans)
    .map((piece) =>
      piece.marked ? paint(['bold', 'red'], visible(piece.text)) : visible(piece.text),
    )
    .join('');
}
