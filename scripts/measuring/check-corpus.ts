/** Says what is wrong with the folder of articles that is to be measured, before anything takes long. */

import { stat } from 'node:fs/promises';
import { listArticleFiles } from '../../server/corpus/list-files.ts';

/** A sentence; null where the folder has articles. */
export async function problemOfCorpus(corpus: string): Promise<string | null> {
  try {
    const { articles } = await listArticleFiles(corpus);
    return articles.length > 0 ? null : `--corpus 的文件夹 ${corpus} 里没有文章。`;
  } catch {
    const isFile = (await stat(corpus).catch(() => null))?.isFile();
    const problem = isFile ? '是一个文件，要写它所在的文件夹' : '打不开';
    return `--corpus 的文件夹 ${corpus} ${problem}。`;
  }
}
