/** `npm run queries -- FILE`: sums up the query log: what is searched for most, in vain, slowly. */

import { readQueryLogPath } from '../server/config/config.ts';
import { parseFlags } from '../server/config/parse-flags.ts';
import { AppError } from '../server/errors.ts';
import { readQueries } from '../server/queries/read-queries.ts';
import { summarizeQueries } from '../server/queries/summarize-queries.ts';
import { describeQueries } from '../server/terminal/describe-queries.ts';
import { run } from './run.ts';

const USAGE = `用法：npm run queries -- [文件或文件夹] [--limit N] [--json]
不写文件就看 QUERY_LOG。每一项列出 N 个（默认 20）。`;

await run(async () => {
  const { values, positionals } = parseFlags({
    allowPositionals: true,
    options: {
      limit: { type: 'string', default: '20' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const path = positionals[0] ?? readQueryLogPath(process.env);
  const limit = Number(values.limit);
  const isUsable = positionals.length <= 1 && Number.isInteger(limit) && limit > 0;
  if (path === null || !isUsable) throw new AppError('invalid_parameter', USAGE);
  const { queries, otherLines } = await readQueries(path);
  const summary = summarizeQueries(queries, limit);
  const lines = values.json
    ? [JSON.stringify({ ...summary, otherLines })]
    : describeQueries(summary, otherLines);
  process.stdout.write(`${lines.join('\n')}\n`);
});
