/** `npm run search -- 关键词`: prints the best paragraphs in the terminal, matches in colour. */

import { parseArgs } from 'node:util';
import { readConfig } from '../server/config.ts';
import { AppError } from '../server/errors.ts';
import { zh } from '../server/http/text/zh.ts';
import { DEFAULT_REQUEST, search } from '../server/search/search.ts';
import { clipSpans, cutAtSpans, type Span } from '../server/search/spans.ts';
import { openConfiguredIndex } from '../server/terminal/open-configured-index.ts';
import { paint, run } from './run.ts';

const USAGE = `用法：npm run search -- 关键词 [关键词……] [--page N]
例如：npm run search -- 人工智能`;

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { page: { type: 'string', default: '1' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  if (positionals.length === 0) throw new AppError('invalid_parameter', USAGE);
  if (!/^[1-9]\d{0,5}$/.test(values.page)) {
    throw new AppError(
      'invalid_parameter',
      zh.parameter.notInteger('--page', values.page, 1, 999_999),
    );
  }

  const { index } = await openConfiguredIndex(readConfig(process.env));
  const started = performance.now();
  const answer = search(index, {
    ...DEFAULT_REQUEST,
    q: positionals.join(' '),
    page: Number(values.page),
  });
  const milliseconds = performance.now() - started;

  const lines = answer.parsed.warnings.map((warning) => zh.warning(warning));
  for (const { article, titleSpans, hits, hitCount } of answer.groups) {
    lines.push('', `${marked(article.title, titleSpans)}  ${paint('dim', article.date ?? '')}`);
    lines.push(paint('dim', `  corpus/${article.path}`));
    for (const { paragraph, spans, snippet } of hits) {
      if (paragraph.kind === 'title') continue;
      const text = paragraph.text.slice(snippet.start, snippet.end);
      const number = paint('cyan', `p${paragraph.ordinal}`.padStart(5));
      lines.push(`${number} ${marked(text, clipSpans(spans, snippet))}`);
    }
    if (hitCount > hits.length) {
      lines.push(paint('dim', `      ${zh.results.more(hitCount - hits.length)}`));
    }
  }
  if (answer.totalHits > 0) {
    const found = zh.results.found(answer.totalHits, answer.totalArticles);
    const page = `第 ${answer.request.page}/${answer.totalPages} 页`;
    lines.push('', `${found}，${page}，${zh.results.time(milliseconds)}`);
  } else if (answer.parsed.words.length > 0) {
    lines.push(zh.results.none(answer.request.q));
  }
  process.stdout.write(`${lines.join('\n')}\n`);
});

function marked(text: string, spans: readonly Span[]): string {
  return cutAtSpans(text, spans)
    .map((piece) => (piece.marked ? paint(['bold', 'red'], piece.text) : piece.text))
    .join('')
    .replace(/[\u0080-\u009f]/gu, '�');
}
