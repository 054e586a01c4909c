/** `npm run search -- 关键词`: prints the best paragraphs in the terminal, matches in colour. */

import { parseArgs } from 'node:util';
import { readConfig } from '../server/config.ts';
import { readCollection } from '../server/corpus/collection.ts';
import { AppError } from '../server/errors.ts';
import { describeNothing, summarize } from '../server/http/summary.ts';
import { zh } from '../server/http/text/zh.ts';
import { DEFAULT_REQUEST, search } from '../server/search/search.ts';
import { clipSpans, cutAtSpans, type Span } from '../server/search/spans.ts';
import { openConfiguredIndex } from '../server/terminal/configured-index.ts';
import { visible } from '../server/terminal/describe.ts';
import { paint, run } from './run.ts';

const USAGE = `用法：npm run search -- 关键词 [关键词……] [--page N] [--exact] [--collection 文件夹]
例如：npm run search -- 人工智能
只在一个文件夹里找：npm run search -- --collection 科技 人工智能（不写关键词就列出里面的文章）
以 - 开头的词放在 -- 后面：npm run search -- -- 国产化 -文心一言`;

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      page: { type: 'string', default: '1' },
      exact: { type: 'boolean', default: false },
      collection: { type: 'string', default: '' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const collection = readCollection(values.collection);
  if (positionals.length === 0 && collection === null)
    throw new AppError('invalid_parameter', USAGE);
  if (!/^[1-9]\d{0,5}$/.test(values.page)) {
    throw new AppError(
      'invalid_parameter',
      zh.parameter.notInteger('--page', values.page, 1, 999_999),
    );
  }

  const {
    keeper: { index },
  } = await openConfiguredIndex(readConfig(process.env));
  const started = performance.now();
  const wanted = {
    ...DEFAULT_REQUEST,
    q: positionals.join(' '),
    exact: values.exact,
    collection,
    page: Number(values.page),
  };
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
