/** `npm run analyze -- "文字"`: prints the tokens of a text with their offsets, as the index sees them. */

import { createAnalyzer } from '../server/analysis/analyzer.ts';
import { loadJieba } from '../server/analysis/jieba.ts';
import { readFolders } from '../server/config/config.ts';
import { readDictionaries } from '../server/dictionaries/read-dictionaries.ts';
import { AppError } from '../server/errors.ts';
import { describeDictionaryNotes } from '../server/terminal/describe.ts';
import { paint, run } from './run.ts';

const USAGE = `用法：npm run analyze -- "文字"
例如：npm run analyze -- "用ChatGPT写代码"`;

await run(async () => {
  const text = process.argv.slice(2).join(' ');
  if (text.trim() === '') throw new AppError('invalid_parameter', USAGE);
  const { userWords, notes } = await readDictionaries(readFolders(process.env).corpusDir);
  for (const line of describeDictionaryNotes(notes)) process.stderr.write(`${line}\n`);
  const analyzer = createAnalyzer(loadJieba(userWords));
  process.stdout.write('位置\t起\t止\t词\t原文\n');
  for (const { term, start, end, position } of analyzer.analyze(text)) {
    const original = text.slice(start, end);
    process.stdout.write(`${position}\t${start}\t${end}\t${paint('bold', term)}\t${original}\n`);
  }
});
