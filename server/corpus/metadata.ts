/** Reads the head of an article: lines such as `添加时间:2023-04-25 点击次数:202`. */

import type { MetadataEntry } from './article.ts';
import { plainName } from './metadata-names.ts';

/** Names that say by themselves that a line is a head line, not the first sentence of the text. */
const KNOWN_NAMES = new Set(
  (
    '添加时间 发布时间 发表时间 更新时间 时间 日期 发布日期 点击次数 点击 点击量 阅读 阅读量 阅读次数 浏览 浏览量 浏览次数 ' +
    '作者 记者 编辑 责任编辑 责编 译者 翻译 校对 审校 选题 选题者 来源 出处 稿源 栏目 标签 关键词 分类 ' +
    'date views author translator source tags via'
  ).split(' '),
);
const DATE_NAMES =
  /^(?:(?:添加|发布|发表|创建)?时间|(?:发布|发表|创建)?日期|date|pub(?:lish(?:ed)?)?[-_ ]?(?:date|at|time)?|created(?:[-_ ]?at)?)$/iu;
const VIEWS_NAMES = /^(?:点击(?:次数|量)?|阅读(?:次数|量)?|浏览(?:次数|量)?|views)$/iu;

/** Names whose values are lists, with commas or semicolons between items, and how long an item may be. */
const LISTS: readonly (readonly [RegExp, number])[] = [
  [/^(?:标签|关键词|tags)$/iu, 12],
  [/^(?:作者|记者|编辑|译者|author)$/iu, 6],
];

/** A name: letters at the start or after white space, then a colon, half- or full-width, of no URL. */
const NAME = /(?<=^|\s)(\p{L}{1,12}) ?[:：](?!\/\/)/gu;

/** A value is a name, a number, an address; what is longer or has a clause in it is a sentence. */
const MAX_VALUE = 60;
const SENTENCE = /[。！？…!?]|\.$/u;
const SEPARATOR = /[，,；;]/u;

export interface Head {
  readonly date: string | null;
  readonly views: number | null;
  readonly metadata: readonly MetadataEntry[];
  /** A date as written that no calendar has, such as 2023-02-30. */
  readonly impossibleDate: string | null;
}

/**
 * The pairs of a head line in their order, or null when the line is ordinary text. It begins with
 * a date or a known name; a name nobody knows is believed only beside a date or a number of views.
 * In doubt a line is text, for text is searched.
 */
export function parseHeadLine(line: string): MetadataEntry[] | null {
  const date = LEADING_DATE.exec(line)?.[0].trim();
  const rest = date === undefined ? line : line.slice(date.length).trim();
  const dated: MetadataEntry[] = date === undefined ? [] : [{ name: '日期', value: date }];
  if (rest === '') return dated.length > 0 ? dated : null;

  const names = [...rest.matchAll(NAME)];
  if (names[0]?.index !== 0) return null;
  const entries = names.map((match, i) => ({
    name: match[1]!,
    value: rest.slice(match.index + match[0].length, names[i + 1]?.index).trim(),
  }));
  const isSure = dated.length > 0 || entries.some(({ name }) => isFigure(name));
  const isKnown = ({ name }: MetadataEntry): boolean => KNOWN_NAMES.has(plainName(name));
  const isHead = entries.every(isPlausible) && (isSure || entries.every(isKnown));
  return isHead ? [...dated, ...entries] : null;
}

function isDateName(name: string): boolean {
  return DATE_NAMES.test(plainName(name));
}

function isViewsName(name: string): boolean {
  return VIEWS_NAMES.test(plainName(name));
}

function isFigure(name: string): boolean {
  return isDateName(name) || isViewsName(name);
}

function isPlausible({ name, value }: MetadataEntry): boolean {
  if (value === '') return true;
  if (isDateName(name)) return LEADING_DATE.test(value);
  if (isViewsName(name)) return parseViews(value) !== null;
  if (/^https?:\/\/\S+$/u.test(value)) return true;
  if (value.length > MAX_VALUE || SENTENCE.test(value)) return false;
  const items = value.split(SEPARATOR);
  const longest = LISTS.find(([names]) => names.test(plainName(name)))?.[1] ?? 0;
  return items.length === 1 || items.every((item) => item.trim().length <= longest);
}

/** What the pairs of all head lines say. The first date and the first number of views count. */
export function interpretHead(entries: readonly MetadataEntry[]): Head {
  let date: string | null = null;
  let views: number | null = null;
  let impossibleDate: string | null = null;
  const metadata: MetadataEntry[] = [];
  for (const entry of entries) {
    if (date === null && isDateName(entry.name)) {
      date = parseDate(entry.value);
      if (date === null && entry.value !== '') impossibleDate ??= entry.value;
      // A time of day, or whatever else stands behind the date, is kept with it.
      if (date !== null && DATE_ALONE.test(entry.value)) continue;
    } else if (views === null && isViewsName(entry.name)) {
      views = parseViews(entry.value);
      if (views !== null) continue;
    }
    if (entry.value !== '') metadata.push(entry);
  }
  return { date, views, metadata, impossibleDate: date === null ? impossibleDate : null };
}

const DATE = '(\\d{4})(?:-|\\/|\\.|年)(\\d{1,2})(?:-|\\/|\\.|月)(\\d{1,2})日?';
const DATE_FIRST = new RegExp(`^${DATE}(?!\\d)`, 'u');
const DATE_ALONE = new RegExp(`^${DATE}$`, 'u');
/** A date, with the time of day and the day of the week that may stand behind it, and nothing else. */
const LEADING_DATE = new RegExp(
  `^${DATE}(?:\\s*\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)?(?:\\s*(?:星期|周)[一二三四五六日天])?(?=\\s|$)`,
  'u',
);

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** `Jan 2, 2019`, `January 2nd 2019`; `2 January 2019`, `Wed, 02 Jan 2019 10:00:00 +0800`. */
const MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/iu;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})(?!\d)/iu;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? /iu;

/**
 * `2023-04-25`, `2023/4/25`, `2023.4.25`, `2023年4月25日` or `Apr 25, 2023`, a time after it ignored;
 * null if there is no such day.
 */
export function parseDate(text: string): string | null {
  const plain = text.normalize('NFKC').trim().replace(WEEKDAY, '');
  const parts = DATE_FIRST.exec(plain)?.slice(1, 4) ?? englishDate(plain);
  if (!parts) return null;
  const [year, month, day] = parts.map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** Year, month and day; a month that has no name in English is 0. */
function englishDate(text: string): unknown[] | null {
  const [, month, day, year] = MONTH_FIRST.exec(text) ?? [];
  const [, otherDay, otherMonth, otherYear] = DAY_FIRST.exec(text) ?? [];
  const name = month ?? otherMonth;
  if (name === undefined) return null;
  return [year ?? otherYear, MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1, day ?? otherDay];
}

/** `202`, `12,345` or `1.2万`; null for anything else. */
function parseViews(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)(万)?次?$/u.exec(text.normalize('NFKC').replaceAll(',', ''));
  if (!match) return null;
  const views = Math.round(Number(match[1]) * (match[2] ? 10_000 : 1));
  return Number.isSafeInteger(views) ? views : null;
}
