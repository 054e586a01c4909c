/** Bytes to text, where the encoding has to be found: GB18030, Big5, UTF-16 without a byte order mark. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decodeText } from '../../server/corpus/decode.ts';

const SIMPLIFIED = [
  '国产化大战打响',
  '县图书馆里的四十二年报纸',
  '石磨豆腐做到第三锅',
  '老城菜市场的清晨',
  '添加时间:2023-04-25 点击次数:202 作者:苏苇 来源:找文示例',
  '记者从会上获悉，今年前三季度产值增长 7.5%。',
  '“不是取代，是增强”',
  '早上8:30出发，傍晚17:45才到。',
  '人工智能（AI）大模型进了县报编辑部',
  '一、基本情况',
  '她说：“你要是不来，我就一个人去！”',
  '绿皮车上的六个半钟头',
  '2019年12月31日，星期二，小雪。',
  '第三章　回乡记',
  '为什么冬天的井水是温的？',
  '请发邮件到 editor@example.com 订阅',
  '鸟怕的是停下来的人。',
  '价格从￥3.50涨到￥4.00……',
  '《红楼梦》第五回：游幻境指迷十二钗',
  '电话：0571-8888 6666，传真同号',
  '他们在山脚下种了三百棵银杏树。',
];
const TRADITIONAL = [
  '電動車國產化的一封讀者來信',
  '一顆晶片和一支螺絲',
  '臺北的雨下了三天三夜',
  '添加時間:2023-08-05 點擊次數:3127 作者:簡志遠 來源:找文示例',
  '記者從會上獲悉，今年前三季度產值增長 7.5%。',
  '「金額排在最後的東西，一樣能讓整條線的人坐著喝茶。」',
  '早上8:30出發，傍晚17:45才到。',
  '人工智慧（AI）走進了報社編輯部',
  '一、基本情況',
  '她說：「你要是不來，我就一個人去！」',
  '圖書館裡的舊報紙',
  '2019年12月31日，星期二，小雪。',
  '第三章　還鄉記',
  '為什麼冬天的井水是溫的？',
  '請寄信到 editor@example.com 訂閱',
  '鳥怕的是停下來的人。',
  '所以我常想，國產化該問的第一個問題是什麼',
  '《紅樓夢》第五回：遊幻境指迷十二釵',
  '電話：02-2345 6789，傳真同號',
  '他們在山腳下種了三百棵銀杏樹。',
  '廣東話與國語的差別',
];

type Encode = (text: string) => Buffer;
const gb18030: Encode = (text) => iconv.encode(text, 'gb18030');
const big5: Encode = (text) => iconv.encode(text, 'big5-hkscs');
const utf16le: Encode = (text) => Buffer.from(text, 'utf16le');
const utf16be: Encode = (text) => utf16le(text).swap16();

const ENCODINGS: readonly (readonly [string, Encode, readonly string[]])[] = [
  ['gb18030', gb18030, [...SIMPLIFIED, ...TRADITIONAL]],
  ['big5', big5, TRADITIONAL],
  ['utf-16le', utf16le, [...SIMPLIFIED, ...TRADITIONAL]],
  ['utf-16be', utf16be, [...SIMPLIFIED, ...TRADITIONAL]],
];

describe('finding the encoding', () => {
  const check = (
    name: string,
    bytes: Uint8Array,
    expected: { text: string; encoding: string; isGuess?: boolean; replaced?: number },
  ): void => {
    it(name, () => {
      const found = { suspicious: false, isGuess: true, replaced: 0, ...expected };
      assert.deepEqual(decodeText(bytes), found);
    });
  };

  for (const [encoding, encode, sentences] of ENCODINGS) {
    for (const text of sentences) check(`${encoding}: ${text}`, encode(text), { text, encoding });

    it(`${encoding}: lines in any order and number, of 2,000 characters and more`, () => {
      const lines = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 250 });
      fc.assert(
        fc.property(lines, fc.constantFrom('\n', '\r\n'), (lines, lineBreak) => {
          const text = lines.join(lineBreak);
          const decoded = decodeText(encode(text));
          assert.ok('text' in decoded && decoded.isGuess && decoded.encoding === encoding);
          assert.equal(decoded.text, text);
        }),
      );
    });
  }

  const complaint = 'complaint: GBK files are garbled (Octop#879, the_platinum_searcher#142)';
  check(complaint, Buffer.from([0xb9, 0xfa, 0xb2, 0xfa]), { text: '国产', encoding: 'gb18030' });
  check(
    'complaint: the first Chinese character comes after the part that the detector reads',
    gb18030(`${'<p>index</p>\n'.repeat(200_000)}国产化大战打响`),
    { text: `${'<p>index</p>\n'.repeat(200_000)}国产化大战打响`, encoding: 'gb18030' },
  );
  const long = `${TRADITIONAL.join('\n')}\n`.repeat(2000);
  check('a large file, judged by pieces', big5(long), { text: long, encoding: 'big5' });
  check('characters of four bytes', gb18030('𠮷野家的套餐卖€5，䶮字怎么读'), {
    text: '𠮷野家的套餐卖€5，䶮字怎么读',
    encoding: 'gb18030',
  });
  check(
    'the euro sign of Windows',
    Buffer.concat([gb18030('卖'), Buffer.of(0x80), gb18030('5元')]),
    {
      text: '卖€5元',
      encoding: 'gb18030',
    },
  );
  check('Cantonese characters of Hong Kong', big5('佢哋喺度食嘢，唔係嘅'), {
    text: '佢哋喺度食嘢，唔係嘅',
    encoding: 'big5',
  });
  check('ASCII as UTF-16', utf16le('hello, world'), { text: 'hello, world', encoding: 'utf-16le' });
  check('a replacement character that the file has is no damage', gb18030('国产化\ufffd大战'), {
    text: '国产化\ufffd大战',
    encoding: 'gb18030',
  });
  check('GBK cut in the middle of a character', gb18030('国产化大战打响').subarray(0, -1), {
    text: '国产化大战打\ufffd',
    encoding: 'gb18030',
    replaced: 1,
  });
  // One character says little: of the characters that the bytes can be, the most frequent is taken.
  check('one character of GBK', gb18030('国'), { text: '国', encoding: 'gb18030' });
  check('… and two bytes that are valid UTF-8 are UTF-8', gb18030('也'), {
    text: 'Ҳ',
    encoding: 'utf-8',
    isGuess: false,
  });

  it('Korean and Russian are refused, not garbled', () => {
    const korean = '검색 엔진은 저장된 정보를 찾아주는 시스템 또는 컴퓨터 프로그램이다. '.repeat(4);
    const russian = 'Поисковая система — совокупность компьютерных программ. '.repeat(4);
    const files = [iconv.encode(korean, 'euc-kr'), iconv.encode(russian, 'win1251')];
    for (const bytes of files) {
      const decoded = decodeText(bytes);
      assert.equal('code' in decoded && decoded.code, 'not_utf8');
    }
  });

  it('takes linear time: two megabytes of anything in well under a second', () => {
    const size = 2 * 1024 * 1024;
    for (const byteAt of [
      (i: number) => (i * 2654435761) >>> 24,
      () => 0,
      () => 0x81,
      () => 0xff,
    ]) {
      const bytes = Uint8Array.from({ length: size }, (_, i) => byteAt(i));
      const start = performance.now();
      decodeText(bytes);
      assert.ok(performance.now() - start < 2000);
    }
  });
});
