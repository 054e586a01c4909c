/** Laws of marks: positions and tags agree, and nothing of a text gets into HTML as it is. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import request from 'supertest';
import type { HitJson, SearchJson } from '../../server/http/api/search-json.ts';
import { mixedText } from '../support/arbitraries.ts';
import { indexOf } from '../support/corpus.ts';
import { createServerFor } from '../support/server.ts';

/** A text has no private characters: where one of these stands a tag begins or ends. */
const [OPEN, CLOSE] = ['\ue000', '\ue001'];

/** Tags of one's own, with all that has a meaning in HTML. */
const tag = fc.constantFrom(
  '',
  '<mark>',
  '<em class="a&b">',
  '&lt;',
  '\'"&',
  '<',
  '🎉',
  '&amp;amp;',
);

const line = mixedText.map((text) => text.replace(/[\p{Cc}\p{Co}]/gu, '').toWellFormed());

/** A text and a query that mostly stands in it: one drawn apart from it would find too little. */
const textAndQuery = fc.array(line, { minLength: 1, maxLength: 3 }).chain((lines) => {
  const characters = [...lines.join('')];
  const from = fc.nat({ max: characters.length });
  const part = fc
    .tuple(from, fc.integer({ min: 1, max: 6 }))
    .map(([start, length]) => characters.slice(start, start + length).join(''));
  const other = fc.oneof(line, fc.constantFrom('人工智能', '<script>', '&', 'gpt', '"'));
  return fc.tuple(
    fc.constant(lines),
    fc.oneof({ weight: 3, arbitrary: part }, { weight: 1, arbitrary: other }),
  );
});

describe('marks in hits', () => {
  const onError = (error: unknown): void => assert.fail(String(error));

  it('law: slicing at the positions gives what stands between the tags, escaped before they came', async () => {
    let marks = 0;
    await fc.assert(
      fc.asyncProperty(line, textAndQuery, tag, tag, async (title, [lines, q], pre, post) => {
        const index = await indexOf({ 甲: `题${title}\n${lines.join('\n')}` });
        const tags = { highlightPreTag: pre + OPEN, highlightPostTag: CLOSE + post };
        const { body } = await request(createServerFor(index, onError))
          .get('/api/v1/search')
          .query({ q, cropLength: '10000', groupLimit: '100', ...tags })
          .expect(200);
        for (const hit of (body as SearchJson).hits) marks += assertMarks(hit, pre, post);
      }),
      { numRuns: 50 },
    );
    assert.ok(marks > 10, `only ${marks} marks were seen`);
  });

  it('law: a snippet is a stretch of the text, its marks are among the positions', async () => {
    const index = await indexOf({
      甲: `题\n${'大豆与豆腐，<b>"豆腐"</b>&豆浆。'.repeat(40)}`,
      乙: `题\n${'没有。'.repeat(100)}豆腐${'，还是没有'.repeat(100)}`,
    });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 10, max: 700 }), async (cropLength) => {
        const { body } = await request(createServerFor(index, onError))
          .get('/api/v1/search')
          .query({ q: '豆腐', cropLength, highlightPreTag: OPEN, highlightPostTag: CLOSE })
          .expect(200);
        for (const { text, _formatted, _matchesPosition } of (body as SearchJson).hits) {
          const shown = unescapeHtml(_formatted.text).replaceAll(/[\ue000\ue001]|^…|…$/gu, '');
          assert.ok(text.includes(shown));
          const marked = _formatted.text.split(OPEN).length - 1;
          assert.ok(marked > 0 && marked <= _matchesPosition.text.length);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** @returns how many marks there were */
function assertMarks(hit: HitJson, pre: string, post: string): number {
  const fields = ['title', 'text'] as const;
  for (const field of fields) {
    const positions = hit._matchesPosition[field];
    const pieces = piecesOf(hit._formatted[field], pre, post);
    const expected: string[] = [];
    let at = 0;
    for (const { start, length } of positions) {
      assert.ok(start >= at && length > 0, 'in order and apart');
      expected.push(hit[field].slice(at, start), hit[field].slice(start, start + length));
      at = start + length;
    }
    assert.deepEqual(pieces.map(unescapeHtml), [...expected, hit[field].slice(at)]);
    for (const piece of pieces) assert.doesNotMatch(piece, /[<>"']|&(?!(?:lt|gt|amp|quot|#39);)/u);
  }
  return hit._matchesPosition.text.length;
}

/** What stands outside of and between the tags, in turns. */
function piecesOf(formatted: string, pre: string, post: string): string[] {
  return formatted
    .split(pre + OPEN)
    .flatMap((part, i) => (i === 0 ? [part] : part.split(CLOSE + post)));
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
