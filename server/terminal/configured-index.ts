/** Opens or updates the index that the configuration names, telling a terminal what happens meanwhile. */

import { createAnalyzer } from '../analysis/analyzer.ts';
import { loadJieba } from '../analysis/jieba.ts';
import type { Folders } from '../config/config.ts';
import { notesOf } from '../corpus/notes.ts';
import { type Dictionaries, readDictionaries } from '../dictionaries/read-dictionaries.ts';
import { IndexKeeper, type OpenOptions } from '../indexing/index-keeper.ts';
import type { IndexReport } from '../indexing/report.ts';
import { updateIndex } from '../indexing/update-index.ts';
import { createSynonyms } from '../query/synonyms.ts';
import {
  describeDictionaryNotes,
  describeNotes,
  describeReason,
  describeSaveError,
} from './describe.ts';
import { withProgress } from './progress.ts';

/** Milliseconds that a server waits for a process that is building the index. */
const WAIT = 10 * 60 * 1000;

export interface Telling extends Pick<OpenOptions, 'signal' | 'onProgress'> {
  /** Told what happens. Default: standard error, so that standard output stays the command's own. */
  readonly say?: (sentence: string) => void;
  /** Told what somebody should see to. Default: as what happens. */
  readonly warn?: (sentence: string) => void;
  /** Whether a bar on standard error shows how far it is. Default: yes. */
  readonly showsProgress?: boolean;
}

/**
 * The index, ready to be searched.
 *
 * @throws AppError `corpus_unreadable`, `segmenter_unavailable`
 */
export async function openConfiguredIndex(
  folders: Folders,
  { signal, onProgress, say = toStandardError, warn = say, showsProgress = true }: Telling = {},
): Promise<{ readonly keeper: IndexKeeper; readonly dictionaries: Dictionaries }> {
  const { dictionaries, ...options } = await optionsFor(folders, signal, say, warn);
  const keeper = await withProgress((show) =>
    IndexKeeper.open({
      ...options,
      meanwhile: () => options.analyzer.load(),
      onProgress(progress) {
        if (showsProgress) show(progress);
        onProgress?.(progress);
      },
      waitMs: WAIT,
      onWait: () => say('另一个找文进程正在写索引，等它完成……'),
    }),
  );
  // Where no stored index was unpacked: the first search should not have to wait for it.
  options.analyzer.load();
  describeNotes(notesOf(keeper.catalog, keeper.passedOver)).forEach(say);
  for (const sentence of describeSaveError(keeper.saveError)) warn(sentence);
  if (keeper.index.articles.length === 0) {
    say(`文章文件夹 ${folders.corpusDir} 里还没有文章。放进文章文件（.txt、.md、.html）就能搜索。`);
  }
  return { keeper, dictionaries };
}

/**
 * Brings the stored index up to date, without opening it.
 *
 * @throws AppError as `updateIndex`, and `segmenter_unavailable`
 */
export async function updateConfiguredIndex(
  folders: Folders,
  options: { readonly rebuild: boolean; readonly compares: boolean; readonly signal: AbortSignal },
): Promise<IndexReport> {
  const fixed = await optionsFor(folders, options.signal, toStandardError);
  return withProgress((onProgress) => updateIndex({ ...fixed, ...options, onProgress }));
}

async function optionsFor(
  folders: Folders,
  signal: AbortSignal | undefined,
  say: (sentence: string) => void,
  warn: (sentence: string) => void = say,
): Promise<OpenOptions & { readonly dictionaries: Dictionaries }> {
  const dictionaries = await readDictionaries(folders.corpusDir);
  describeDictionaryNotes(dictionaries.notes).forEach(say);
  const analyzer = createAnalyzer(loadJieba(dictionaries.userWords));
  const { corpusDir, indexDir } = folders;
  return {
    dictionaries,
    corpusDir,
    indexDir,
    analyzer,
    synonyms: createSynonyms(dictionaries.synonymRules, analyzer.fold),
    signal,
    onBuild: (reason, damaged) =>
      (reason === 'damaged' ? warn : say)(describeReason(reason, damaged)),
    onCompare: () => say('比较文章和段落，看有没有重复……'),
  };
}

function toStandardError(line: string): void {
  process.stderr.write(`${line}\n`);
}
