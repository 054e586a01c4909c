/** Opens the index that the configuration names, telling a terminal what happens meanwhile. */

import { createAnalyzer } from '../analysis/analyzer.ts';
import { loadJieba } from '../analysis/jieba.ts';
import type { Config } from '../config.ts';
import { readDictionaries } from '../dictionaries/read-dictionaries.ts';
import { zh } from '../http/text/zh.ts';
import { type OpenedIndex, openIndex } from '../indexing/open-index.ts';
import { createSynonyms } from '../query/synonyms.ts';
import { describeDictionaryNotes, describeNotes } from './describe.ts';
import { createProgress } from './progress.ts';

/**
 * Everything is said on standard error, so that standard output stays the command's own.
 *
 * @throws AppError `corpus_unreadable`, `segmenter_unavailable`
 */
export async function openConfiguredIndex(
  config: Config,
  options: { readonly rebuild?: boolean } = {},
): Promise<OpenedIndex> {
  const say = (line: string): boolean => process.stderr.write(`${line}\n`);
  const dictionaries = await readDictionaries(config.corpusDir);
  const analyzer = createAnalyzer(loadJieba(dictionaries.userWords));
  const opened = await openIndex({
    ...config,
    ...options,
    analyzer,
    synonyms: createSynonyms(dictionaries.synonymRules, analyzer.fold),
    onBuild: (reason) => say(`${zh.buildReason[reason]}……`),
    onProgress: createProgress(),
  });
  describeDictionaryNotes(dictionaries.notes).forEach(say);
  describeNotes(opened).forEach(say);
  if (opened.index.articles.length === 0) {
    say(`文章文件夹 ${config.corpusDir} 里还没有文章。放进 .txt 文件后再运行一次。`);
  }
  return opened;
}
