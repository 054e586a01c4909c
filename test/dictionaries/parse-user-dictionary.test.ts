/** userdict.txt: every form that jieba knows is read, every other line is named and skipped. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseUserDictionary } from '../../server/dictionaries/parse-user-dictionary.ts';
import { anyText } from '../support/arbitraries.ts';

describe('parsing the user dictionary', () => {
  /** `expected`: `word/frequency/tag` of each word, then `!` and the message of each problem. */
  const check = (input: string, expected: string): void => {
    it(JSON.stringify(input).slice(0, 60), () => {
      const { words, problems } = parseUserDictionary(input);
      const written = words.map(({ text, frequency, tag }) =>
        [text, frequency ?? '', tag ?? ''].join('/'),
      );
      assert.equal(
        [...written, ...problems.map(({ message }) => `!${message}`)].join(' '),
        expected,
      );
    });
  };

  check('国产化大模型', '国产化大模型//');
  check('文心一言 100', '文心一言/100/');
  check('通义千问 100 nz', '通义千问/100/nz');
  check('周鸿祎 nr', '周鸿祎//nr');
  check('周鸿祎\t3　nr', '周鸿祎/3/nr');
  check('\ufeff甲\r\n\r\n # 说明\r\n乙\r丙', '甲// 乙// 丙//');
  check('国\u200b产', '国产//');
  check('Node.js', 'Node.js//');
  check('列奥纳多·达·芬奇', '列奥纳多·达·芬奇//');
  check('字'.repeat(32), `${'字'.repeat(32)}//`);
  check('', '');

  const refused = (input: string, reason: string): void =>
    check(input, `!第 1 行${reason}，已跳过。`);
  refused('词 -3', '的“-3”既不是频率（1 到 1000000000 的整数）也不是词性（如 n、nr）');
  refused(
    'Stable Diffusion',
    '的“Diffusion”既不是频率（1 到 1000000000 的整数）也不是词性（如 n、nr）',
  );
  refused('词 0 n', '的频率“0”不是 1 到 1000000000 的整数');
  refused('词 1.5 n', '的频率“1.5”不是 1 到 1000000000 的整数');
  refused('词 9999999999 n', '的频率“9999999999”不是 1 到 1000000000 的整数');
  refused('词 3 名词', '的词性“名词”不是 n、nr 这样的字母');
  refused('词 3 n x', '多于三栏（词、频率、词性）');
  refused('——', '的词“——”里没有文字');
  refused('甲，乙', '的词“甲，乙”里有逗号之类的分隔符（一行只写一个词）');
  refused('字'.repeat(33), `的词“${'字'.repeat(20)}…”长于 32 个字`);
  check('好\n词 0 n\n也好', '好// 也好// !第 2 行的频率“0”不是 1 到 1000000000 的整数，已跳过。');

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(anyText, (text) => void parseUserDictionary(text)));
  });
});
