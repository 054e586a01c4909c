/** Relevance: folders of small articles, what a reader types, the hits a reader would put first, and the reason. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import type { HitGroup } from '../../server/search/present.ts';
import { DEFAULT_REQUEST, type SearchResponse, search } from '../../server/search/search.ts';
import { indexOfFolder } from '../support/corpus.ts';

const RelevanceSearch = z.strictObject({
  q: z.string().min(1),
  /**
   * `first`: these come first, in this order; `exact`: these are all the paragraphs that have all that
   * was asked, in this order; `found`: these are among the first ten.
   */
  mode: z.enum(['first', 'exact', 'found']),
  /** `none`: `expected` names paragraphs, `article#ordinal`; `article`: articles. */
  groupBy: z.enum(['none', 'article']).default('none'),
  expected: z.array(z.string()).min(1),
  reason: z.string().min(1),
});
type RelevanceSearch = z.infer<typeof RelevanceSearch>;

const PLACES = 10;
const folder = join(PROJECT_ROOT, 'test', 'relevance');
const themes = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

function readSearches(theme: string): RelevanceSearch[] {
  const text = readFileSync(join(folder, theme, 'searches.json'), 'utf8');
  return z.array(RelevanceSearch).min(1).parse(JSON.parse(text));
}

function ask(index: SearchIndex, { q, mode, groupBy }: RelevanceSearch): SearchResponse {
  const hitsPerPage = mode === 'exact' ? 100 : PLACES;
  return search(index, { ...DEFAULT_REQUEST, q, groupBy, hitsPerPage, relax: mode !== 'exact' });
}

function nameOf({ article, hits }: HitGroup, groupBy: RelevanceSearch['groupBy']): string {
  return groupBy === 'article' ? article.id : `${article.id}#${hits[0]!.paragraph.ordinal}`;
}

/** What came, a line each: for whoever has to find out why it is not what was expected. */
function describeAnswer({ groups }: SearchResponse, { q, groupBy }: RelevanceSearch): string {
  const lines = groups.map((group) => {
    const { step, wholeWords, agreement, score, paragraph, missing } = group.hits[0]!;
    const where = [step, wholeWords ? 'whole' : 'inside', agreement, score.toFixed(2)].join(' ');
    const without = missing.length > 0 ? ` −${missing.join(' −')}` : '';
    return `${nameOf(group, groupBy)} (${where}${without}) ${paragraph.text.slice(0, 40)}`;
  });
  return [`${q} gave instead:`, ...(lines.length > 0 ? lines : ['nothing'])].join('\n  ');
}

describe('relevance', () => {
  for (const { name: theme } of themes) {
    describe(theme, () => {
      let index: SearchIndex;
      before(async () => {
        index = await indexOfFolder(join(folder, theme, 'articles'));
      });

      for (const wanted of readSearches(theme)) {
        it(`${wanted.q}: ${wanted.reason}`, () => {
          const known = index.articles.flatMap(({ id, paragraphs }) => [
            id,
            ...paragraphs.map(({ ordinal }) => `${id}#${ordinal}`),
          ]);
          for (const name of wanted.expected) assert.ok(known.includes(name), `no such ${name}`);

          const answer = ask(index, wanted);
          const names = answer.groups.map((group) => nameOf(group, wanted.groupBy));
          const { mode, expected } = wanted;
          const compared = {
            first: names.slice(0, expected.length),
            exact: names,
            found: expected.filter((name) => names.includes(name)),
          }[mode];
          assert.deepEqual(compared, expected, describeAnswer(answer, wanted));
          if (mode === 'exact') assert.equal(answer.relaxed, null, describeAnswer(answer, wanted));
        });
      }
    });
  }
});
