/** The only door to nodejieba: loads the native segmenter and its dictionaries. */

import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type nodejieba from 'nodejieba';
import { AppError } from '../errors.ts';
import { PROJECT_ROOT } from '../project-root.ts';
import { loadOnce } from './load-once.ts';
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

/** In jieba's dictionary: where it is cut, that was not loaded. */
const LONG_WORD = '中华人民共和国';

/** The words that the native segmenter was loaded with; it is one for the process. */
let loadedWords: string | undefined;

/**
 * Gets jieba ready; the native segmenter itself is loaded when it is first used (half a second to a
 * second, about 120 MB; twice as much where `loadOnce` can do nothing), so that whoever only compares
 * fingerprints need not wait for it. Instances with other words may be used in turns, but each turn
 * loads anew. The words are folded here as texts are before they are cut.
 *
 * @throws AppError `segmenter_unavailable` when the native binary or a dictionary is missing; on the
 *   first use also when the words cannot be handed over.
 */
export function loadJieba(userWords: readonly UserWord[] = []): Jieba {
  const folded = foldUserWords(userWords);
  const words = JSON.stringify(folded);
  const { binding, fingerprint } = open(words);
  const ready = (): Binding => {
    if (loadedWords !== words) load(binding, folded);
    loadedWords = words;
    return binding;
  };
  return {
    load: () => void ready(),
    // The second argument turns the HMM on; without it ChatGPT falls into single letters.
    segment: (text) => ready().cut(text, true),
    splitWord: (word, maxLength) => ready().cutSmall(word, maxLength),
    dictionaryFingerprint: fingerprint,
  };
}

function open(words: string): { binding: Binding; fingerprint: string } {
  try {
    const binding = createRequire(import.meta.url)('nodejieba') as Binding;
    // Read before load(): a missing dictionary would abort the whole process in native code.
    const fingerprint = createHash('sha256')
      .update(readFileSync(binding.DEFAULT_DICT))
      .update(readFileSync(binding.DEFAULT_HMM_DICT))
      .update(words)
      .digest('hex');
    return { binding, fingerprint };
  } catch (cause) {
    throw notInstalled(cause);
  }
}

function load(binding: Binding, userWords: readonly UserWord[]): void {
  loadedWords = undefined;
  const { DEFAULT_DICT, DEFAULT_USER_DICT } = binding;
  const loadWith = (paths: { readonly userDict?: string }): void => {
    loadOnce(DEFAULT_DICT, (dict) => binding.load({ ...WEIGHTS, ...paths, dict }));
    if (binding.cut(LONG_WORD).length > 1) binding.load({ ...WEIGHTS, ...paths });
  };
  try {
    if (userWords.length === 0) {
      loadWith({});
      return;
    }
    const lines = userDictionaryLines(userWords, readFileSync(DEFAULT_DICT, 'utf8')).join('\n');
    withTemporaryFile(`${lines}\n`, (file) =>
      loadWith({ userDict: `${DEFAULT_USER_DICT}|${file}` }),
    );
  } catch (cause) {
    throw cause instanceof AppError ? cause : notInstalled(cause);
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

/**
 * Of jieba's weights of keywords, which nobody asks for, one: reading all 6 MB takes a tenth of the
 * time, and keeping them 20 MB. Without the file they are read.
 */
const WEIGHTS: { readonly idfDict?: string } = (() => {
  const file = join(PROJECT_ROOT, 'server', 'analysis', 'keyword-weights.utf8');
  return existsSync(file) && !BAD_PATH.test(file) ? { idfDict: file } : {};
})();

/** Jieba takes words with their frequencies from a file only. */
function withTemporaryFile(content: string, use: (path: string) => void): void {
  const folder = temporaryFolder();
  try {
    const path = join(folder, 'userdict.txt');
    writeFileSync(path, content, { mode: 0o600 });
    use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function temporaryFolder(): string {
  try {
    if (BAD_PATH.test(tmpdir())) throw new Error(`unusable path: ${tmpdir()}`);
    return mkdtempSync(join(tmpdir(), 'zhaowen-'));
  } catch (cause) {
    throw new AppError(
      'segmenter_unavailable',
      `用户词典没能交给分词组件：临时文件夹 ${tmpdir()} 用不了。请用环境变量 TMPDIR 指定另一个可写的文件夹。`,
      { cause },
    );
  }
}
