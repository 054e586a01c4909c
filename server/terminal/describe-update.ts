/** Puts the report of a run into lines for a person. */

import type { IndexReport, ReportedFile } from '../indexing/report.ts';
import { describeNotes, describeSaveError, listed, visible } from './describe.ts';
import { describeDuplicates } from './describe-duplicates.ts';

export function describeUpdate(report: IndexReport): string[] {
  const { added, changed, removed, unchanged, withoutDate } = report;
  // Of a first run everything is new: the list says nothing that the folder does not.
  const isFirst = changed.length + removed.length + unchanged === 0;
  return [
    ...(isFirst ? [] : listed(`新增 ${added.length} 篇：`, added.map(describeFile))),
    ...listed(`改动 ${changed.length} 篇：`, changed.map(describeFile)),
    ...listed(`删除 ${removed.length} 篇：`, removed),
    ...describeNotes(report),
    ...(withoutDate.length > 0 ? [`没有日期的文章 ${withoutDate.length} 篇。`] : []),
    ...describeDuplicates(report.duplicates),
    ...describeSaveError(report.saveError),
    `新增 ${added.length} · 改动 ${changed.length} · 删除 ${removed.length} · 未变 ${unchanged} · 没有读入 ${report.skipped.length}`,
    summary(report),
  ];
}

function describeFile({ path, title, date, encoding, paragraphs }: ReportedFile): string {
  const facts = [date ?? '没有日期', encoding?.toUpperCase(), `${paragraphs} 段`];
  return `${path} 《${title}》 ${facts.join(' · ')}`;
}

/** One line: articles, paragraphs, terms, seconds, megabytes. */
function summary(report: IndexReport): string {
  const { articles, paragraphs, repeated, terms, milliseconds, bytes } = report;
  return [
    `${articles} 篇文章`,
    `${paragraphs} 段${repeated === 0 ? '' : `（另有 ${repeated} 段在同一篇里重复）`}`,
    ...(terms === null ? [] : [`${terms} 个词`]),
    `${(milliseconds / 1000).toFixed(1)} 秒`,
    ...(bytes === null ? [] : [`${(bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1)} MB`]),
  ]
    .map(visible)
    .join(' · ');
}
