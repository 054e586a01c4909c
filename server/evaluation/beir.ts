/** Reads a retrieval test set in the form of BEIR: corpus.jsonl, queries.jsonl, qrels/test.tsv. */

import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Article } from '../corpus/article.ts';
import { parseParagraphs } from '../corpus/parse-text.ts';
import { linkParagraphs } from '../corpus/repeats.ts';
import { AppError } from '../errors.ts';

export interface TestSet {
  /** Each document as an article whose id is the document's. */
  readonly articles: readonly Article[];
  readonly queries: readonly { readonly id: string; readonly text: string }[];
  /** Query id → document id → grade above 0. */
  readonly judgements: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const documentSchema = z.object({
  _id: z.string(),
  title: z.string().default(''),
  text: z.string(),
});
const querySchema = z.object({ _id: z.string(), text: z.string() });

/** @throws AppError `test_set_unreadable`, naming the file and the line */
export async function readTestSet(folder: string): Promise<TestSet> {
  try {
    const articles: Article[] = [];
    for await (const line of readLines(join(folder, 'corpus.jsonl'))) {
      articles.push(toArticle(documentSchema.parse(JSON.parse(line))));
    }
    const queries: { id: string; text: string }[] = [];
    for await (const line of readLines(join(folder, 'queries.jsonl'))) {
      const { _id, text } = querySchema.parse(JSON.parse(line));
      queries.push({ id: _id, text });
    }
    const judgements = parseJudgements(await readFile(join(folder, 'qrels', 'test.tsv'), 'utf8'));
    return { articles, queries, judgements };
  } catch (cause) {
    throw new AppError(
      'test_set_unreadable',
      `读不出测试集 ${folder}：要有 corpus.jsonl、queries.jsonl 和 qrels/test.tsv（BEIR 格式）。${(cause as Error).message}`,
      { cause },
    );
  }
}

async function* readLines(path: string): AsyncGenerator<string> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) if (line.trim() !== '') yield line;
}

/** The document's title is the article's, as it would be in a file; a document without one has its id. */
function toArticle({ _id, title, text }: z.infer<typeof documentSchema>): Article {
  const heading = title.trim() === '' ? _id : title.trim();
  return {
    id: _id,
    path: _id,
    title: heading,
    date: null,
    views: null,
    metadata: [],
    paragraphs: linkParagraphs([{ kind: 'title', text: heading }, ...parseParagraphs(text)]),
  };
}

function parseJudgements(tsv: string): Map<string, Map<string, number>> {
  const judgements = new Map<string, Map<string, number>>();
  for (const line of tsv.split(/\r?\n/u).slice(1)) {
    const [query, document, grade] = line.split('\t');
    if (query === undefined || document === undefined || !(Number(grade) > 0)) continue;
    const relevant = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, relevant.set(document, Number(grade)));
  }
  return judgements;
}
