/** Keeps a served index in step with its corpus: looks, takes over, stores, and has snapshots written. */

import type { Dictionaries } from './dictionaries/read-dictionaries.ts';
import { type Follower, followCorpus } from './indexing/follow-corpus.ts';
import type { IndexKeeper } from './indexing/index-keeper.ts';
import { writeSnapshotElsewhere } from './indexing/snapshot-process.ts';
import { type DictionaryChange, followDictionaries } from './serve-dictionaries.ts';

export interface KeepUpOptions {
  readonly corpusDir: string;
  readonly indexDir: string;
  /** As they were when the index was opened. */
  readonly dictionaries: Dictionaries;
  /** Told what changed in them, for the log. */
  readonly onDictionaries: (change: DictionaryChange, dictionaries: Dictionaries) => void;
  /**
   * Told what was taken over, for the log, and how many milliseconds after the first sign of it;
   * null where there was no sign.
   */
  readonly onRefreshed: (put: number, removed: number, lag: number | null) => void;
  /** Told when the folder can be looked at again that could not. */
  readonly onCorpusBack: () => void;
  /** Told when all is on disk again that could not be written. */
  readonly onStored: () => void;
  /** Told of what failed; serving goes on with the index as it is. */
  readonly onError: (error: unknown) => void;
}

export interface Following extends Omit<Follower, 'look'> {
  /** Why the last look at the folder failed; null when it did not. */
  readonly corpusError: string | null;
}

/** Milliseconds after which a snapshot that could not be written is tried again. */
const TRY_AGAIN = 10 * 60 * 1000;

export function keepUp(
  keeper: IndexKeeper,
  {
    corpusDir,
    indexDir,
    dictionaries,
    onDictionaries,
    onRefreshed,
    onCorpusBack,
    onStored,
    onError,
  }: KeepUpOptions,
): Following {
  const closing = new AbortController();
  let snapshot: Promise<void> | null = null;
  let notBefore = 0;
  let saveError = keeper.saveError;
  let corpusError: string | null = null;

  /** Looks at the folder and changes of dictionaries take turns, and so do processes that write. */
  const inTurn = createTurns();
  const elsewhere = createTurns();
  const writeElsewhere = (): Promise<void> =>
    elsewhere(() => writeSnapshotElsewhere({ corpusDir, indexDir }, closing.signal));
  /** All looks at the dictionaries, with what they brought. */
  let dictionaryChanges: Promise<void> = Promise.resolve();
  const refreshDictionaries = followDictionaries({
    keeper,
    corpusDir,
    opened: dictionaries,
    writeSnapshot: writeElsewhere,
    inTurn,
    onChanged: onDictionaries,
  });

  const writeSnapshot = async (): Promise<void> => {
    try {
      await writeElsewhere();
      // Else it would be found out a minute later, and what changed meanwhile be stored no sooner.
      follower.look();
    } catch (error) {
      notBefore = performance.now() + TRY_AGAIN;
      if (!closing.signal.aborted) {
        onError(error);
        keeper.noteSnapshotError(messageOf(error));
        // It is in the log.
        saveError = keeper.saveError;
      }
    }
    snapshot = null;
  };

  const follower = followCorpus({
    corpusDir,
    onError,
    refresh: async (since) => {
      const refreshed = await inTurn(() => keeper.refresh({ stores: snapshot === null })).catch(
        (error: unknown) => {
          corpusError = messageOf(error);
          throw error;
        },
      );
      if (corpusError !== null) onCorpusBack();
      corpusError = null;
      const { put, removed } = refreshed;
      const lag = since === null ? null : performance.now() - since;
      if (put + removed > 0) onRefreshed(put, removed, lag);
      const isNews = keeper.saveError !== null && keeper.saveError !== saveError;
      if (saveError !== null && keeper.saveError === null) onStored();
      saveError = keeper.saveError;
      if (isNews && snapshot === null) onError(saveError);
      const isDue = keeper.needsSnapshot && performance.now() >= notBefore;
      if (isDue && snapshot === null && !closing.signal.aborted) snapshot = writeSnapshot();
      // Only after a look: where the folder is gone nobody deleted its dictionaries. New words take
      // a while, in which the folder is followed as ever.
      const change = refreshDictionaries().catch((error: unknown) => {
        if (!closing.signal.aborted) onError(error);
      });
      const before = dictionaryChanges;
      dictionaryChanges = change.then(() => before);
      return refreshed;
    },
  });
  return {
    get corpusError() {
      return corpusError;
    },
    async close() {
      closing.abort();
      await follower.close();
      await dictionaryChanges;
      await snapshot;
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Runs one piece of work after the other, whatever becomes of each. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work, work);
    last = done.catch(() => {});
    return done;
  };
}
