/** `npm run analyze -- "文字"`: prints the tokens of a text with their offsets, as the index sees them. */

import { createAnalyzer } from '../server/analysis/analyzer.ts';
import { loadJieba } from '../server/analysis/jieba.ts';
import { AppError } from '../server/errors.ts';
import { paint, run } from './run.ts';

const USAGE = `用法：npm run analyze -- "文字"
例如：npm run analyze -- "用ChatGPT写代码"`;

await run(() => {
  const text = process.argv.slice(2).join(' ');
  if (text.trim() === '') throw new AppError('invalid_parameter', USAGE);
  const analyzer = createAnalyzer(loadJieba());
  process.stdout.write('位置\t起\t止\t词\t原文\n');
  for (const { term, start, end, position } of analyzer.analyze(text)) {
    const original = text.slice(start, end);
    process.stdout.write(`${position}\t${start}\t${end}\t${paint('bold', term)}\t${original}\n`);
  }
});
