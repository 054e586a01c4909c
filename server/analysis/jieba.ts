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

let loaded: { readonly words: string; readonly jieba: Jieba } | undefined;

/**
 * Loads jieba (1–2 seconds, about 250 MB); later calls with the same words give the same instance.
 *
 * Nodejieba is one for the process: other words load it anew, and the latest load wins for every
 * instance given out before. The words are folded here as texts are before they are cut.
 *
 * @throws AppError `segmenter_unavailable` when the native binary or a dictionary is missing, or the
 *   words cannot be handed over.
 */
export function loadJieba(userWords: readonly UserWord[] = []): Jieba {
  const folded = foldUserWords(userWords);
  const words = JSON.stringify(folded);
  if (loaded?.words !== words) loaded = { words, jieba: load(folded) };
  return loaded.jieba;
}

function load(userWords: readonly UserWord[]): Jieba {
  try {
    const binding = createRequire(import.meta.url)('nodejieba') as Binding;
    // Read before load(): a missing dictionary would abort the whole process in native code.
    const dictionary = readFileSync(binding.DEFAULT_DICT);
    const fingerprint = createHash('sha256')
      .update(dictionary)
      .update(readFileSync(binding.DEFAULT_HMM_DICT));
    if (userWords.length === 0) {
      binding.load();
    } else {
      const lines = userDictionaryLines(userWords, dictionary.toString()).join('\n');
      fingerprint.update(lines);
      withTemporaryFile(`${lines}\n`, (file) =>
        binding.load({ userDict: `${binding.DEFAULT_USER_DICT}|${file}` }),
      );
    }
    return {
      // The second argument turns the HMM on; without it ChatGPT falls into single letters.
      segment: (text) => binding.cut(text, true),
      splitWord: (word, maxLength) => binding.cutSmall(word, maxLength),
      dictionaryFingerprint: fingerprint.digest('hex'),
    };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError(
      'segmenter_unavailable',
      '分词组件 nodejieba 没有装好。请先装好 C++ 编译工具（Debian/Ubuntu：apt-get install g++ make python3；' +
        'macOS：xcode-select --install），再运行 npm rebuild nodejieba。',
      { cause },
    );
  }
}

/** Paths that the native code would take for two, or could not open: it ends the process then. */
const BAD_PATH = process.platform === 'win32' ? /[|;]|[^ -~]/u : /[|;]/u;

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
