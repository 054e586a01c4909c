/** The only door to nodejieba: loads the native segmenter and its dictionaries. */

import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type nodejieba from 'nodejieba';
import { AppError } from '../errors.ts';
import type { Segmenter } from './token.ts';
import { foldUserWords, type UserWord, userDictionaryLines } from './user-words.ts';

export interface Jieba {
  /** Loads the native segmenter, unless it is; else its first use does. */
  load(): void;
  /** Cuts into dictionary words, unknown ones guessed by the HMM. Expects well-formed text. */
  readonly segment: Segmenter;
  /** The likeliest way to read `word` as words of at most `maxLength` characters. */
  splitWord(word: string, maxLength: number): readonly string[];
  /** SHA-256 over the dictionaries, the user's words included. */
  readonly dictionaryFingerprint: string;
}

type Binding = typeof nodejieba & {
  DEFAULT_DICT: string;
  DEFAULT_HMM_DICT: string;
  DEFAULT_USER_DICT: string;
};

/** The words that the native segmenter was loaded with; it is one for the process. */
let loadedWords: string | undefined;

/**
 * Gets jieba ready; the native segmenter itself is loaded when it is first used (1–2 seconds, about
 * 250 MB), so that whoever only compares fingerprints need not wait for it. Instances with other
 * words may be used in turns, but each turn loads anew. The words are folded here as texts are
 * before they are cut.
 *
 * @throws AppError `segmenter_unavailable` when the native binary or a dictionary is missing; on the
 *   first use also when the words cannot be handed over.
 */
export function loadJieba(userWords: readonly UserWord[] = []): Jieba {
  const folded = foldUserWords(userWords);
  const words = JSON.stringify(folded);
  const { binding, dictionary, hmm } = open();
  const ready = (): Binding => {
    if (loadedWords !== words) load(binding, dictionary, folded);
    loadedWords = words;
    return binding;
  };
  return {
    load: () => void ready(),
    // The second argument turns the HMM on; without it ChatGPT falls into single letters.
    segment: (text) => ready().cut(text, true),
    splitWord: (word, maxLength) => ready().cutSmall(word, maxLength),
    dictionaryFingerprint: createHash('sha256')
      .update(dictionary)
      .update(hmm)
      .update(words)
      .digest('hex'),
  };
}

function open(): { binding: Binding; dictionary: Buffer; hmm: Buffer } {
  try {
    const binding = createRequire(import.meta.url)('nodejieba') as Binding;
    // Read before load(): a missing dictionary would abort the whole process in native code.
    const dictionary = readFileSync(binding.DEFAULT_DICT);
    return { binding, dictionary, hmm: readFileSync(binding.DEFAULT_HMM_DICT) };
  } catch (cause) {
    throw notInstalled(cause);
  }
}

/**
 * Of jieba's weights of keywords, which nobody asks for, one: reading all 6 MB takes a tenth of the
 * time, and keeping them 20 MB.
 */
const FEWEST_WEIGHTS = '的 1\n';
const WEIGHTS = 'idf.txt';

function load(binding: Binding, dictionary: Buffer, userWords: readonly UserWord[]): void {
  loadedWords = undefined;
  const folder = temporaryFolder();
  try {
    if (folder === null) {
      if (userWords.length > 0) throw unusableFolder();
      binding.load();
      return;
    }
    const options = { idfDict: join(folder, WEIGHTS) };
    if (userWords.length === 0) {
      binding.load(options);
      return;
    }
    const lines = userDictionaryLines(userWords, dictionary.toString()).join('\n');
    const words = join(folder, 'userdict.txt');
    writeFileSync(words, `${lines}\n`, { mode: 0o600 });
    binding.load({ ...options, userDict: `${binding.DEFAULT_USER_DICT}|${words}` });
  } catch (cause) {
    throw cause instanceof AppError ? cause : notInstalled(cause);
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}

function notInstalled(cause: unknown): AppError {
  return new AppError(
    'segmenter_unavailable',
    '分词组件 nodejieba 没有装好。请先装好 C++ 编译工具（Debian/Ubuntu：apt-get install g++ make python3；' +
      'macOS：xcode-select --install），再运行 npm rebuild nodejieba。',
    { cause },
  );
}

/** Paths that the native code would take for two, or could not open: it ends the process then. */
const BAD_PATH = process.platform === 'win32' ? /[|;]|[^ -~]/u : /[|;]/u;

/** With the weights in it: jieba takes what it loads from files only. Null where it cannot be had. */
function temporaryFolder(): string | null {
  let folder: string | null = null;
  try {
    if (BAD_PATH.test(tmpdir())) return null;
    folder = mkdtempSync(join(tmpdir(), 'zhaowen-'));
    writeFileSync(join(folder, WEIGHTS), FEWEST_WEIGHTS, { mode: 0o600 });
    return folder;
  } catch {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
    return null;
  }
}

function unusableFolder(): AppError {
  return new AppError(
    'segmenter_unavailable',
    `用户词典没能交给分词组件：临时文件夹 ${tmpdir()} 用不了。请用环境变量 TMPDIR 指定另一个可写的文件夹。`,
  );
}
