/** Puts into sentences what opening an index found and did, for terminals and logs. */

import type { FileNote } from '../corpus/article.ts';
import type { CorpusNotes } from '../corpus/notes.ts';
import { zh } from '../http/text/zh.ts';
import type { BuildReason } from '../indexing/plan-update.ts';
import type { BuildSummary } from '../indexing/rebuild.ts';

const ITEMS_SHOWN = 20;

const ALL_ON_PAGE = '（启动后，网页“文章概况”里有全部）';

/** Nobody expects these to be read: their number is enough. */
const UNREMARKABLE = new Set<FileNote['code']>(['hidden_file', 'temporary_file']);

/** @param damaged names of files, where they are the reason and are known */
export function describeReason(reason: BuildReason, damaged: readonly string[]): string {
  const files = damaged.length === 0 ? '' : `（坏了或不见了：${damaged.join('、')}）`;
  return `${zh.buildReason[reason]}${files}……`;
}

/**
 * One line: articles, paragraphs, terms, seconds, megabytes.
 *
 * @param milliseconds from the first step to an index that can be searched, reading included
 */
export function describeBuild(build: BuildSummary, milliseconds: number): string {
  const size =
    build.bytes === null
      ? '只在内存里'
      : `${(build.bytes / 1e6).toFixed(build.bytes < 1e6 ? 2 : 1)} MB`;
  return [
    `${build.articles} 篇文章`,
    `${build.paragraphs} 段`,
    `${build.terms} 个词`,
    `${(milliseconds / 1000).toFixed(1)} 秒`,
    size,
  ].join(' · ');
}

/** What a person should know: files not read, articles to look at. */
export function describeNotes({ skipped, warnings }: CorpusNotes): string[] {
  const notable = skipped.filter(({ code }) => !UNREMARKABLE.has(code));
  const left = skipped.length - notable.length;
  return [
    ...listNotes(`没有读入的文件 ${notable.length} 个：`, notable, ALL_ON_PAGE),
    ...(left > 0 ? [`另有隐藏文件和临时文件 ${left} 个，没有读入。`] : []),
    ...listNotes(`已读入、请检查的文件 ${warnings.length} 个：`, warnings, ALL_ON_PAGE),
  ];
}

/** @param error why the index could not be written, if it could not */
export function describeSaveError(error: string | null): string[] {
  return error === null
    ? []
    : [`索引没能写到磁盘（${visible(error)}），这次只放在内存里，下次启动再补。请检查 INDEX_DIR。`];
}

/** What of userdict.txt and synonyms.txt could not be used. */
export function describeDictionaryNotes(notes: readonly FileNote[]): string[] {
  return listNotes(`词典文件里没有采用的 ${notes.length} 处：`, notes);
}

/** @param where the rest can be seen, if the list is cut off */
function listNotes(heading: string, notes: readonly FileNote[], where = ''): string[] {
  const lines = listed(
    heading,
    notes.map(({ path, message }) => `${path}：${message}`),
  );
  return notes.length > ITEMS_SHOWN ? [...lines.slice(0, -1), `${lines.at(-1)}${where}`] : lines;
}

/**
 * A heading with its items, cut off where they would push the summary off the screen; nothing of none.
 *
 * @param total items in all, where these are not all of them
 */
export function listed(
  heading: string,
  items: readonly string[],
  total: number = items.length,
): string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, ITEMS_SHOWN).map((item) => `  ${item}`);
  const left = total - shown.length;
  return [heading, ...shown, ...(left > 0 ? [`  ……还有 ${left} 个`] : [])].map(visible);
}

/** The text with control characters replaced: file names may hold escape sequences for the terminal. */
export function visible(line: string): string {
  return line.replace(/\p{Cc}/gu, '�');
}
