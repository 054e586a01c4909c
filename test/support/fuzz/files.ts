/** Files that no program wrote: damaged bytes in all encodings, and markup without end. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { parseArticle } from '../../../server/corpus/read-corpus.ts';
import { hostileText } from './hostile-texts.ts';
import { createTarget, type Target } from './target.ts';

const TEXTS = [
  'ChatGPT国产化大战打响\n添加时间:2023-04-25 点击次数:202 来源:某杂志\n第一段，一行一段。\n一个小标题\n下一段。\n',
  '---\ntitle: 题\ndate: 2019-01-02\ntags: [甲, 乙]\n---\n# 题\n\n作者：张三\n\n- 一\n  1. 二\n\n> 引\n\n```js\na < b\n```\n\n| 甲 | 乙 |\n|---|---|\n| `a|b` | 2 |\n\n[^1]: 注\n',
  '<!doctype html><html><head><meta charset="utf-8"><title>茶 - 某网</title><meta name="author" content="李四"></head><body><nav>菜单</nav><article><h1>茶</h1><p>茶叶<b>要喝</b>新的。<ruby>茶<rt>chá</rt></ruby></p><table><tr><td rowspan=2>甲<td>乙</table><pre>a\n b</pre><ul><li>一<li>二</ul></article></body></html>',
];
const ENCODINGS = [
  'utf-8',
  'gb18030',
  'big5',
  'utf-16le',
  'utf-16be',
  'utf-8',
  'shift_jis',
  'latin1',
];

const MARKUP =
  '[ ] ( ) ![ ]( ](a) [[ [^ [^1]: [a]: < > <a <a/ <a> </a> <a b= <b/> <!-- --> <! <? ?> <![CDATA[ ]]> <p <p> </p> <div> </div> <table> <tr> <td> <td/rowspan=9999999 </table> <ul><li> <ol> <blockquote> <pre> </pre> <br> <ruby> <rt> <title> </title> <script> <style> <svg> <math> <template> <meta/charset= <meta/name=author/content= <h1> <main> <article> &amp; & &# &#x &#xffffffff; &lt; * ** *** _ __ ` `` ``` ~ ~~ ~~~ # ## #题 ###### = === - -- --- + +++ > >> | || |- |:-:| : :: :- \\ \\| / // $ $$ { } {{ % @ " \' “ ” 。 ， ； ： 1. 9999999999. 1) a 中 é 𠮷 \u3000 \u00a0 \u200b \ufeff \u2028 \u0085 \f \v \0 a: 作者： 标题: 添加时间: 2023-01-01 http://a https://a.b/ a@b.c'
    .split(' ')
    .concat(
      ' ',
      '\t',
      '\n',
      '\n\n',
      '    ',
      '\n- ',
      '\n> ',
      '\n1. ',
      '\n```\n',
      '\r',
      ' a=\u00a0b',
    );
const piece = fc.constantFrom(...MARKUP);
const pumped = fc
  .tuple(
    fc.array(piece, { maxLength: 3 }),
    fc.array(piece, { minLength: 1, maxLength: 3 }),
    fc.oneof({ weight: 6, arbitrary: fc.nat(60) }, { weight: 1, arbitrary: fc.nat(3000) }),
    fc.array(piece, { maxLength: 3 }),
  )
  .map(([before, pump, times, behind]) =>
    [...before, pump.join('').repeat(times), ...behind].join(''),
  );
const text = fc.oneof(
  fc.array(fc.oneof(piece, pumped), { maxLength: 4 }).map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom(...TEXTS), pumped, fc.nat(400))
    .map(([base, pump, at]) => base.slice(0, at) + pump + base.slice(at)),
  fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
  hostileText,
);

/** Some bytes put in, taken out, or given another value. */
const damage = fc.array(fc.tuple(fc.nat(2000), fc.nat(3), fc.uint8Array({ maxLength: 4 })), {
  maxLength: 6,
});
const bytes = fc
  .tuple(
    fc.oneof(text, fc.constantFrom(...TEXTS)),
    fc.constantFrom(...ENCODINGS),
    fc.boolean(),
    damage,
  )
  .map(([content, encoding, addBOM, damages]) => {
    let result = iconv.encode(content, encoding, { addBOM });
    for (const [at, gone, put] of damages) {
      const place = at % (result.length + 1);
      result = Buffer.concat([result.subarray(0, place), put, result.subarray(place + gone)]);
    }
    return result;
  });

const NAMES = [
  'a.txt',
  'a.md',
  'a.html',
  '科技/20230101 题.md',
  '__proto__.txt',
  '.md',
  'a.markdown',
  '\ud800.txt',
];

export async function filesTarget(): Promise<Target> {
  const inputs = fc.tuple(fc.constantFrom(...NAMES), bytes);
  return createTarget('files', 3500, inputs, ([path, content]) => {
    const parsed = parseArticle('id', path, content);
    if ('skipped' in parsed) {
      assert.notEqual(parsed.skipped.message, '');
      return;
    }
    const { title, paragraphs } = parsed.article;
    assert.equal(paragraphs[0]?.text, title);
    for (const { text: each } of paragraphs) {
      assert.ok(each !== '' && each.isWellFormed());
      assert.doesNotMatch(each, /[\p{Cc}\u2028\u2029]/u);
    }
  });
}
