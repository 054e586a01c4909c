/** What operators, fields, exact search and synonyms find, on a few articles. */

import assert from 'node:assert/strict';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { createSynonyms } from '../../server/query/synonyms.ts';
import { DEFAULT_REQUEST, type SearchRequest, search } from '../../server/search/search.ts';
import { analyzer, indexOf } from '../support/corpus.ts';

const FILES = {
  茶: '豆腐与茶\n添加时间:2022-12-31 作者:王蒙 来源:读书周刊\n豆腐配茶叶，一个下午。\n用ChatGPT写菜谱。',
  市: '早市\n添加时间:2023-04-05 作者:李四 译者:赵六 来源:晚报\n豆腐要赶早买。\n隔壁卖茶叶，不卖豆腐干。',
  '科技/芯片/光刻': '光刻\n光刻机，不卖。',
  '旧闻/科技/老': '老机器\n老机器，不卖。',
  夜: '夜市\n添加时间:2023-05-01 作者:王蒙\n豆浆、人工湖，没有别的。\n二○二三年的AI，he said so。',
};

describe('the query language', () => {
  let index: SearchIndex;
  before(async () => {
    index = await indexOf(FILES);
  });

  const hitsOf = (q: string, request: Partial<SearchRequest> = {}): string => {
    const wanted = { ...DEFAULT_REQUEST, q, groupBy: 'none', relax: false, ...request } as const;
    return search(index, wanted)
      .groups.flatMap(({ article, hits }) =>
        hits.map(({ paragraph }) => `${article.id}${paragraph.ordinal}`),
      )
      .sort()
      .join(' ');
  };
  const check = (q: string, expected: string): void => {
    it(`${q} → ${expected || 'nothing'}`, () => assert.equal(hitsOf(q), expected));
  };

  check('豆腐 茶叶', '市2 茶1');
  check('豆浆 OR 茶叶', '夜1 市2 茶1');
  check('豆浆　或　赶早', '夜1 市1');
  check('豆腐 -茶叶', '市1 茶0');
  check('豆腐 －（茶叶 OR 赶早）', '茶0');
  check('(豆浆 | 豆腐) (下午 | 人工湖)', '夜1 茶1');
  check('“茶叶，一个”', '茶1');
  check('「豆腐干」', '市2');
  check('标题:豆腐', '茶0');
  check('标题:市', '夜0 市0');
  check('标题:市 豆腐', '市1 市2');
  check('作者:王蒙 豆浆', '夜1');
  check('作者：王蒙', '夜0 茶0');
  check('来源:“读书 周刊”', '');
  check('作者:赵六', '市0'); // a translator is an author to readers
  check('译者:赵六 豆腐', '市1 市2');
  check('譯者：李四', ''); // an author is no translator
  check('translator:赵六', '市0');
  check('来源:读书', '茶0');
  check('日期:2023-04 豆腐', '市1 市2');
  check('日期:<2023 豆腐', '茶0 茶1');
  check('日期:2022..2023-04', '市0 茶0');
  check('日期:>=2023-05-01', '夜0');
  check('文件夹:科技', '旧闻/科技/老0 科技/芯片/光刻0');
  check('文件夹:科技/芯片 不卖', '科技/芯片/光刻1');
  check('資料夾:蕊片', '');
  check('folder:(芯片 OR 舊聞) 不卖', '旧闻/科技/老1 科技/芯片/光刻1');
  check('文件夹:科 不卖', '');
  check('不卖 -文件夹:芯片', '市2 旧闻/科技/老1');
  check('-标题:市 豆腐', '茶0 茶1');
  check('(标题:夜市 OR 赶早) 豆', '夜1 市1');
  check('(豆浆 OR 日期:2022) (下午 OR 标题:夜市)', '夜1 茶1');
  check('(下午 OR 标题:夜市) (豆浆 OR 日期:2022)', '夜1 茶1');
  check('Chat*', '茶2');
  check('豆腐 -AI', '市1 市2 茶0 茶1');
  check('没有 -said', '夜1');
  check('2023年', '夜2');
  check('二〇二三年', '夜2');
  check('二零二三', '夜2');

  it('exact: operators and word borders do not count, only the characters', () => {
    assert.equal(hitsOf('配茶叶，一个', { exact: true }), '茶1');
    assert.equal(hitsOf('豆腐 茶叶', { exact: true }), '');
    assert.equal(hitsOf('ＳＡＩＤ', { exact: true }), '夜2');
    assert.equal(hitsOf('ai', { exact: true }), '夜2');
  });

  it('conditions alone list articles, the newest first', () => {
    const { groups } = search(index, { ...DEFAULT_REQUEST, q: '日期:2022..2023' });
    assert.deepEqual(
      groups.map(({ article }) => article.id),
      ['夜', '市', '茶'],
    );
  });

  it('complaint: an OR of conditions is left out like a word: it holds on every step', () => {
    const { groups } = search(index, {
      ...DEFAULT_REQUEST,
      q: '(标题:夜市 OR 日期:2022) 豆腐 鹦鹉螺',
    });
    assert.deepEqual(
      groups.map(({ article }) => article.id),
      ['茶'],
    );
  });

  it('conditions hold on every step of the ladder, and words that are left out are named as typed', () => {
    const { groups, relaxed } = search(index, {
      ...DEFAULT_REQUEST,
      q: '作者:王蒙 豆腐 (鹦鹉螺 OR 鲸鱼)',
    });
    assert.equal(relaxed, 'words');
    assert.deepEqual(
      groups.map(({ article, missing }) => [article.id, missing]),
      [['茶', ['鹦鹉螺 | 鲸鱼']]],
    );
  });

  it('synonyms are found after a whole word only, marked, and not in other words', async () => {
    const rules = [{ from: ['人工智能'], to: ['AI'] }];
    const synonyms = createSynonyms(rules, analyzer().fold);
    const answer = search({ ...index, synonyms }, { ...DEFAULT_REQUEST, q: '人工智能' });
    const [group] = answer.groups;
    assert.equal(group?.article.id, '夜');
    const [hit] = group.hits;
    const marked = hit!.spans.map(({ start, end }) => hit!.paragraph.text.slice(start, end));
    assert.deepEqual(marked, ['AI']);
    assert.equal(answer.totalHits, 1);
  });
});
