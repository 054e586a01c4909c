/** What the reader shows of a paragraph, and where the marks are in it. */

import assert from 'node:assert/strict';
import type { Paragraph } from '../../server/corpus/article.ts';
import { type NumberedPiece, toParagraphView } from '../../server/http/paragraph-view.ts';
import { article } from '../support/corpus.ts';

/** Marks in brackets, their numbers behind them. */
const show = (pieces: readonly NumberedPiece[]): string =>
  pieces.map(({ text, marked, number }) => (marked ? `[${text}]${number ?? ''}` : text)).join('');

/** The last paragraph of a Markdown text, each of the words marked where it first stands. */
function viewOf(markdown: string, ...words: string[]) {
  const paragraph = article('题.md', `# 题\n\n${markdown}`).paragraphs.at(-1) as Paragraph;
  const spans = words.map((word) => {
    const start = paragraph.text.indexOf(word);
    assert.notEqual(start, -1, word);
    return { start, end: start + word.length };
  });
  let number = 0;
  const { before, pieces, cells, firstNumber } = toParagraphView(paragraph, spans, () => ++number);
  return { before: show(before), text: show(pieces), cells: cells.map(show), firstNumber };
}

describe('the view of a paragraph', () => {
  it('of code: its lines, and a mark over two of them is one', () => {
    assert.deepEqual(viewOf('```\n  if  x:\n      return y\n```', 'if', 'x: return'), {
      before: '',
      text: '  [if]1  [x:\n      return]2 y',
      cells: [],
      firstNumber: 1,
    });
  });

  it('of code below a blank line: the line is set apart, so that what is linked to begins below', () => {
    const { before, text } = viewOf('```\na\n\n\n  b c\n```', 'b');
    assert.deepEqual({ before, text }, { before: '\n\n', text: '  [b]1 c' });
  });

  it('of lines that join without a blank: the mark does not take the break with it', () => {
    assert.equal(viewOf('```\n注释\n  说明\n```', '注释').text, '[注释]1\n  说明');
    assert.equal(viewOf('```\n注释\n  说明\n```', '说明').text, '注释\n  [说明]1');
    assert.equal(viewOf('```\n注释\n  说明\n```', '释说').text, '注[释\n  说]1明');
  });

  it('of a step: its number is set apart, marked or not', () => {
    const { before, text } = viewOf('12. 磨豆腐 3. 次', '12', '豆腐');
    assert.deepEqual({ before, text }, { before: '[12]1. ', text: '磨[豆腐]2 3. 次' });
    assert.equal(viewOf('- 1\\. 不是步骤').before, '');
  });

  it('of a row: cell by cell, empty ones too', () => {
    assert.deepEqual(viewOf('| 名 | 值 | 注 |\n|-|-|-|\n| 豆腐 | | `a | b` |', '腐', 'a | b'), {
      before: '',
      text: '',
      cells: ['豆[腐]1', '', '[a | b]2'],
      firstNumber: 1,
    });
  });

  it('complaint: a mark over two cells is counted twice', () => {
    const { cells, firstNumber } = viewOf('| 甲 | 乙 |\n|-|-|\n| 石磨 | 豆腐 |', '磨 | 豆');
    assert.deepEqual({ cells, firstNumber }, { cells: ['石[磨]1', '[豆]腐'], firstNumber: 1 });
  });

  it('complaint: the number of a mark that stands between two cells leads nowhere', () => {
    assert.deepEqual(viewOf('| 甲 | 乙 |\n|-|-|\n| 石磨 | 豆腐 |', '|', '豆').cells, [
      '石磨',
      '[豆]1腐',
    ]);
  });
});
