/** The only door to nodejieba: loads the native segmenter and its dictionaries once. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type nodejieba from 'nodejieba';
import { AppError } from '../errors.ts';
import type { Segmenter } from './token.ts';

export interface Jieba {
  /** Cuts into dictionary words, unknown ones guessed by the HMM. Expects well-formed text. */
  readonly segment: Segmenter;
  /** The likeliest way to read `word` as words of at most `maxLength` characters. */
  splitWord(word: string, maxLength: number): readonly string[];
  /** SHA-256 over the dictionaries. */
  readonly dictionaryFingerprint: string;
}

type Binding = typeof nodejieba & { DEFAULT_DICT: string; DEFAULT_HMM_DICT: string };

let loaded: Jieba | undefined;

/**
 * Loads jieba (1–2 seconds, about 250 MB) on the first call; later calls give the same instance.
 *
 * @throws AppError `segmenter_unavailable` when the native binary or a dictionary is missing.
 */
export function loadJieba(): Jieba {
  loaded ??= load();
  return loaded;
}

function load(): Jieba {
  try {
    const binding = createRequire(import.meta.url)('nodejieba') as Binding;
    // Read before load(): a missing dictionary would abort the whole process in native code.
    const fingerprint = createHash('sha256')
      .update(readFileSync(binding.DEFAULT_DICT))
      .update(readFileSync(binding.DEFAULT_HMM_DICT))
      .digest('hex');
    binding.load();
    return {
      // The second argument turns the HMM on; without it ChatGPT falls into single letters.
      segment: (text) => binding.cut(text, true),
      splitWord: (word, maxLength) => binding.cutSmall(word, maxLength),
      dictionaryFingerprint: fingerprint,
    };
  } catch (cause) {
    throw new AppError(
      'segmenter_unavailable',
      '分词组件 nodejieba 没有装好。请先装好 C++ 编译工具（Debian/Ubuntu：apt-get install g++ make python3；' +
        'macOS：xcode-select --install），再运行 npm rebuild nodejieba。',
      { cause },
    );
  }
}
