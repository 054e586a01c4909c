/** Puts into sentences what opening an index found and did, for terminals and logs. */

import type { FileNote } from '../corpus/article.ts';
import type { BuildSummary, OpenedIndex } from '../indexing/open-index.ts';

/** More notes than this would push the summary off the screen. */
const NOTES_SHOWN = 20;

/** One line: articles, paragraphs, terms, seconds, megabytes. */
export function describeBuild(build: BuildSummary): string {
  const size =
    build.bytes === null
      ? '只在内存里'
      : `${(build.bytes / 1e6).toFixed(build.bytes < 1e6 ? 2 : 1)} MB`;
  return [
    `${build.articles} 篇文章`,
    `${build.paragraphs} 段`,
    `${build.terms} 个词`,
    `${(build.milliseconds / 1000).toFixed(1)} 秒`,
    size,
  ].join(' · ');
}

/** What a person should know: files not read, articles to look at, an index that could not be kept. */
export function describeNotes({ skipped, warnings, build }: OpenedIndex): string[] {
  return [
    ...listNotes(`没有读入的文件 ${skipped.length} 个：`, skipped),
    ...listNotes(`已读入、请检查的文件 ${warnings.length} 个：`, warnings),
    ...(build?.saveError
      ? [
          `索引没能写到磁盘（${build.saveError}），这次只放在内存里，下次启动要重新建立。请检查 INDEX_DIR。`,
        ]
      : []),
  ];
}

/** What of userdict.txt and synonyms.txt could not be used. */
export function describeDictionaryNotes(notes: readonly FileNote[]): string[] {
  return listNotes(`词典文件里没有采用的 ${notes.length} 处：`, notes);
}

function listNotes(heading: string, notes: readonly FileNote[]): string[] {
  if (notes.length === 0) return [];
  const shown = notes.slice(0, NOTES_SHOWN).map(({ path, message }) => `  ${path}：${message}`);
  const left = notes.length - shown.length;
  return [heading, ...shown, ...(left > 0 ? [`  ……还有 ${left} 个`] : [])].map(visible);
}

/** The text with control characters replaced: file names may hold escape sequences for the terminal. */
export function visible(line: string): string {
  return line.replace(/\p{Cc}/gu, '�');
}
