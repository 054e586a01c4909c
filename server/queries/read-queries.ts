/** Reads what the query log wrote. */

import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { fileAt, type LoggedQuery } from './query-log.ts';

const LINE: z.ZodType<LoggedQuery> = z.object({
  time: z.iso.datetime(),
  q: z.string(),
  totalHits: z.number(),
  relaxed: z.string().nullable(),
  ms: z.number(),
  typing: z.boolean(),
});

export interface ReadQueries {
  /** The oldest first. */
  readonly queries: readonly LoggedQuery[];
  /** Lines that are no searches and were passed over: a crash may leave one half written, another file has only such. */
  readonly otherLines: number;
}

/**
 * @param path the file, or the folder with it
 * @throws AppError `query_log_unreadable`
 */
export async function readQueries(path: string): Promise<ReadQueries> {
  const file = await fileAt(path);
  const isThere = (name: string): Promise<boolean> =>
    access(name).then(
      () => true,
      () => false,
    );
  if (!(await isThere(file))) {
    throw new AppError(
      'query_log_unreadable',
      `找不到搜索记录 ${file}。记录要先用 QUERY_LOG 打开，例如 npm start -- --query-log queries.jsonl。`,
    );
  }
  const queries: LoggedQuery[] = [];
  let otherLines = 0;
  for (const name of [`${file}.1`, file]) {
    if (!(await isThere(name))) continue;
    for await (const line of createInterface({ input: createReadStream(name) })) {
      const query = parseLine(line);
      if (query) queries.push(query);
      else if (line.trim() !== '') otherLines++;
    }
  }
  return { queries, otherLines };
}

function parseLine(line: string): LoggedQuery | null {
  try {
    return LINE.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
