/** Puts into lines what stands more than once in a corpus. */

import type { Groups } from '../corpus/duplicates/report.ts';
import { shorten } from '../http/shorten.ts';
import type { ReportedDuplicates } from '../indexing/reported-duplicates.ts';
import { listed } from './describe.ts';

/** Groups of each kind that are listed, and files or places of one group. */
const GROUPS_SHOWN = 5;
const MEMBERS_SHOWN = 3;

const TEXT_LENGTH = 30;

export function describeDuplicates({ files, articles, paragraphs }: ReportedDuplicates): string[] {
  return [
    ...groups('一模一样的文件', files, (paths) => members(paths, paths.length)),
    ...groups(
      '相同或几乎相同的文章',
      articles,
      ({ paths, count, isExact }) =>
        `${members(paths, count)}（${isExact ? '正文相同' : '几乎相同'}）`,
    ),
    ...groups('几篇文章里都有的段落', paragraphs, ({ text, places, count }) => {
      const where = places.map(({ path, ordinal }) => `${path} 第 ${ordinal} 段`);
      return `“${shorten(text, TEXT_LENGTH)}” ${members(where, count)}`;
    }),
    ...(articles === null
      ? ['文章和段落这次没有互相比较。要比较，请运行 npm run index -- --full，或打开网页 /corpus。']
      : []),
  ];
}

function groups<Group>(
  name: string,
  found: Groups<Group> | null,
  describe: (group: Group) => string,
): string[] {
  if (found === null) return [];
  const { total, first } = found;
  return listed(`${name} ${total} 组：`, first.slice(0, GROUPS_SHOWN).map(describe), total);
}

function members(names: readonly string[], count: number): string {
  const shown = names.slice(0, MEMBERS_SHOWN).join('  ');
  return count > MEMBERS_SHOWN ? `${shown}  等 ${count} 处` : shown;
}
