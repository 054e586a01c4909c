/** Has changed dictionaries of a served corpus take effect: synonyms at once, words once all is indexed anew. */

import { isDeepStrictEqual } from 'node:util';
import { createAnalyzer } from './analysis/analyzer.ts';
import { loadJieba } from './analysis/jieba.ts';
import { type Dictionaries, readDictionaries } from './dictionaries/read-dictionaries.ts';
import { AppError } from './errors.ts';
import type { IndexKeeper } from './indexing/index-keeper.ts';
import { createSynonyms } from './query/synonyms.ts';

/** `words`: they are being indexed; `adopted`: from now on they count. */
export type DictionaryChange = 'synonyms' | 'words' | 'adopted';

export interface FollowedDictionaries {
  readonly keeper: IndexKeeper;
  readonly corpusDir: string;
  /** As they were when the index was opened. */
  readonly opened: Dictionaries;
  /** Has the index built anew with the words as they are now; it need not return early. */
  readonly writeSnapshot: () => Promise<void>;
  /** Runs work on the keeper when nobody else does. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Told what is done and what could not be used. */
  readonly onChanged: (change: DictionaryChange, dictionaries: Dictionaries) => void;
}

/**
 * @returns looks at the dictionaries and takes over what changed, synonyms also while words are being
 *   indexed; it throws AppError `index_unwritable` when new words could not be, once for each change
 */
export function followDictionaries({
  keeper,
  corpusDir,
  opened,
  writeSnapshot,
  inTurn,
  onChanged,
}: FollowedDictionaries): () => Promise<void> {
  let { userWords, synonymRules } = opened;
  let isIndexing = false;
  const synonymsOf = (fold: (text: string) => string) => createSynonyms(synonymRules, fold);

  const look = async (): Promise<void> => {
    // In turn: what was read first must not be taken for the newest.
    const found = await inTurn(() => readDictionaries(corpusDir));
    if (!isDeepStrictEqual(found.synonymRules, synonymRules)) {
      synonymRules = found.synonymRules;
      onChanged('synonyms', found);
      keeper.replaceSynonyms(synonymsOf(keeper.index.analyzer.fold));
    }
    if (isIndexing || isDeepStrictEqual(found.userWords, userWords)) return;
    isIndexing = true;
    await adopt(found).finally(() => {
      isIndexing = false;
    });
    // Whoever edited meanwhile was told nothing.
    await look();
  };

  const adopt = async (found: Dictionaries): Promise<void> => {
    onChanged('words', found);
    let latest = found;
    do {
      userWords = latest.userWords;
      try {
        // Elsewhere: the segmenter of this process serves queries with the words that are indexed.
        await writeSnapshot();
      } catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        const message = `新的 userdict.txt 还没有生效，搜索照旧。${why}`;
        throw new AppError('index_unwritable', message, { cause });
      }
      latest = await readDictionaries(corpusDir);
      // Edited again: nobody can tell which words were indexed.
    } while (!isDeepStrictEqual(latest.userWords, userWords));
    const analyzer = createAnalyzer(loadJieba(userWords));
    await inTurn(() => keeper.reopen({ analyzer, synonyms: synonymsOf(analyzer.fold) }));
    onChanged('adopted', latest);
  };
  return look;
}
