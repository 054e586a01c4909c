/** Laws of all parsers: no text makes one throw, and every paragraph is clean, whole and not empty. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Layout, PLAIN } from '../../server/corpus/article.ts';
import { parserOf } from '../../server/corpus/parsers.ts';
import { anyText } from '../support/arbitraries.ts';

const MARKUP =
  '\n|\n\n|    |---\n|+++\n|title: |: [|&a *a|[#]: author: (x)\n|# |##题|=====\n|```\n|```sh\n|~~~\n|> |- |1. |**|_|`|[a](b)|[a][1]|[1]: |[^1]: |![a](b)|| a || b |\n||---|---|\n|<br>|<p>|</p>|<div>|<ol><li>|<blockquote>|<table><tr><td>|</td><th rowspan=2>|</td>|<ruby>|<rt>|<!--|-->|<pre>|<script>|</script>|<title>|<h1>|<article>|<main>|<meta name="author" content="|">|&#0;|&#xd800;|&#8232;|&nbsp;|作者：张三\n|2019-01-02\n|甲。\n'.split(
    '|',
  );

const markedUp: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...MARKUP), anyText), { maxLength: 30 })
  .map((pieces) => pieces.join(''));

/** A layout says nothing that the text does not say, but where white space stands. */
function checkLayout(text: string, { within, opens, verbatim, cells }: Layout): void {
  assert.ok(opens <= within.length);
  assert.equal(verbatim !== undefined, within.at(-1) === 'code');
  assert.equal(cells !== undefined, within.at(-1) === 'table');
  if (cells) assert.equal(cells.filter((cell) => cell !== '').join(' | '), text);
  if (verbatim === undefined) return;
  assert.equal(verbatim.replace(/\s/gu, ''), text.replace(/\s/gu, ''));
  assert.doesNotMatch(verbatim.replace(/[\n\t]/gu, ''), /[\p{Cc}\u2028\u2029]/u);
}

describe('all parsers', () => {
  for (const path of ['a.txt', 'a.md', 'a.html']) {
    it(`read any ${path.slice(2)} text into clean paragraphs`, () => {
      fc.assert(
        fc.property(markedUp, (text) => {
          const parsed = parserOf(path)!(text, path);
          if (!parsed) return;
          assert.equal(parsed.lines[0]?.kind, 'title');
          assert.equal(parsed.lines[0].text, parsed.title);
          assert.equal(parsed.lines.filter(({ kind }) => kind === 'title').length, 1);
          for (const { text: line, layout = PLAIN } of parsed.lines) {
            assert.notEqual(line, '');
            assert.equal(line, line.trim());
            assert.ok(line.isWellFormed());
            assert.doesNotMatch(line, /[\p{Cc}\u2028\u2029]/u);
            checkLayout(line, layout);
          }
          for (const { name, value } of parsed.metadata) {
            assert.doesNotMatch(name + value, /[\n\r]/u);
            assert.notEqual(value, '');
          }
        }),
        { numRuns: 500 },
      );
    });
  }

  it('leave other files alone', () => {
    for (const path of ['a.docx', 'a', 'txt', 'a.md.bak', 'a.json'])
      assert.equal(parserOf(path), null);
  });
});
