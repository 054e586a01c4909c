/** The figures of a benchmark: their names, what they are called, and how their values are written. */

import { GROUPS, type Group } from '../measuring/queries.ts';
import { percentile } from '../measuring/statistics.ts';

/** Of one engine: name of a figure → its value. What an engine cannot do, or was not asked, is missing. */
export type Figures = Readonly<Record<string, number>>;

export interface Figure {
  readonly id: string;
  readonly label: string;
  /** Milliseconds, bytes, or how many. */
  readonly unit: 'ms' | 'bytes' | 'count';
}

const GROUP_LABELS: Readonly<Record<Group | 'pages', string>> = {
  words: '1–6 个词',
  phrases: '短语',
  natural: '平常的话',
  characters: '一个字',
  inside: '词里面的字',
  relaxed: '没有一段全有',
  none: '哪里都没有',
  pages: '结果网页',
};

const SHARES = { p50: 0.5, p95: 0.95, p99: 0.99, worst: 1 } as const;
const SHARE_LABELS = { p50: '中位数', p95: '95% 以内', p99: '99% 以内', worst: '最慢' } as const;
type ShareName = keyof typeof SHARES;

/** In the order in which they are shown. */
export const FIGURES: readonly Figure[] = [
  { id: 'segmentation', label: '分词', unit: 'ms' },
  { id: 'build', label: '分词以后建立索引', unit: 'ms' },
  { id: 'wholeBuild', label: '从文件到索引', unit: 'ms' },
  { id: 'indexBytes', label: '磁盘上的索引', unit: 'bytes' },
  { id: 'textBytes', label: '磁盘上的文章', unit: 'bytes' },
  { id: 'opening', label: '打开索引', unit: 'ms' },
  { id: 'coldStart', label: '从启动到第一个答案', unit: 'ms' },
  { id: 'resident', label: '内存', unit: 'bytes' },
  { id: 'heap', label: '其中 JavaScript', unit: 'bytes' },
  ...GROUPS.flatMap((group) => latencyFigures(group)),
  { id: 'answered', label: '平常的话，有结果的', unit: 'count' },
  { id: 'update', label: '改一篇文章', unit: 'ms' },
  { id: 'refresh', label: '同上，经过文件夹', unit: 'ms' },
  ...latencyFigures('pages'),
  { id: 'samples', label: '量了几遍', unit: 'count' },
];

function latencyFigures(group: Group | 'pages'): Figure[] {
  return (Object.keys(SHARES) as ShareName[])
    .filter((share) => share !== 'p99' || group === 'words')
    .map((share) => ({
      id: `${group}.${share}`,
      label: `${GROUP_LABELS[group]}，${SHARE_LABELS[share]}`,
      unit: 'ms',
    }));
}

/** The figures of some groups, from the milliseconds of each query. */
export function latencies(times: Readonly<Record<string, readonly number[]>>): Figures {
  return Object.fromEntries(
    Object.entries(times)
      .filter(([, values]) => values.length > 0)
      .flatMap(([group, values]) =>
        Object.entries(SHARES).map(([name, share]) => [
          `${group}.${name}`,
          percentile(values, share),
        ]),
      ),
  );
}

/** With its unit, to three digits. */
export function writeValue(value: number, unit: Figure['unit']): string {
  const { amount, name } = inUnit(value, unit);
  return unit === 'count' ? String(amount) : `${digits(amount)} ${name}`;
}

/** A power of ten with its unit. */
export function writeTick(value: number, unit: Figure['unit']): string {
  const { amount, name } = inUnit(value, unit);
  return `${Number(amount.toPrecision(1))} ${name}`.trimEnd();
}

function inUnit(value: number, unit: Figure['unit']): { amount: number; name: string } {
  if (unit === 'count') return { amount: value, name: '' };
  if (unit === 'bytes') return { amount: value / 1e6, name: 'MB' };
  return value < 1000 ? { amount: value, name: 'ms' } : { amount: value / 1000, name: 's' };
}

function digits(value: number): string {
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
}
