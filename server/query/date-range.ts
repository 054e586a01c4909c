/** Reads what may stand after 日期: a day, a month, a year, or a range of them. */

export interface DateRange {
  /** `YYYY-MM-DD`, included; null leaves this end open. */
  readonly from: string | null;
  readonly to: string | null;
}

const DATE = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?月?)?年?$/u;
const COMPARISON = /^(>=|<=|>|<|≥|≤)(.*)$/u;
const YEARS = /^(\d{4})\s*[-–—]\s*(\d{4})$/u;
const RANGE = /^(.*?)(?:\.\.\.?|…|~|至)(.*)$/su;

/**
 * `2023`, `2023-04`, `2023-04-25` (also with `/`, `.`, 年月日, full width), `>=2023-01`, `<2022`,
 * `2022..2023`, `2022-2023`, `2022..`, `..2023`.
 *
 * @returns null when the text is no such thing, or names a day that no calendar has
 */
export function parseDateRange(text: string): DateRange | null {
  const plain = text.normalize('NFKC').trim();
  const comparison = COMPARISON.exec(plain);
  if (comparison) {
    const days = parsePeriod(comparison[2]!);
    return days && compare(comparison[1]!, days);
  }
  const range = YEARS.exec(plain) ?? RANGE.exec(plain);
  if (!range) return parsePeriod(plain);
  const [, first, last] = range as unknown as [string, string, string];
  const from = first === '' ? null : parsePeriod(first);
  const to = last === '' ? null : parsePeriod(last);
  const isReadable = (first === '' || from) && (last === '' || to) && first + last !== '';
  if (!isReadable) return null;
  const isReversed = from && to && from.from > to.to;
  return isReversed
    ? { from: to.from, to: from.to }
    : { from: from?.from ?? null, to: to?.to ?? null };
}

/** Its first and its last day, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The year, month or day that lasts from one day to another, `2023`, `2023-04`; null if none does. */
export function periodOf({ from, to }: DateRange): string | null {
  if (from === null || to === null) return null;
  const names = [from.slice(0, 4), from.slice(0, 7), from];
  return (
    names.find((name) => parsePeriod(name)?.from === from && parsePeriod(name)?.to === to) ?? null
  );
}

/**
 * The first and the last day of a year, a month or a day: `2023`, `2023-04`, `2023-04-25`, or with
 * `/`, `.` or 年月日 between.
 *
 * @returns null when the text is none, or names a day that no calendar has
 */
export function parsePeriod(text: string): Period | null {
  const match = DATE.exec(text.normalize('NFKC').trim());
  if (!match) return null;
  const [year, month, day] = match.slice(1).map((part) => part && Number(part)) as [
    number,
    number | undefined,
    number | undefined,
  ];
  const from = isoDay(year, month ?? 1, day ?? 1);
  // Day 0 of the next month is the last of this one.
  const lastDay = day ?? new Date(Date.UTC(year, month ?? 12, 0)).getUTCDate();
  const to = isoDay(year, month ?? 12, lastDay);
  return from !== null && to !== null ? { from, to } : null;
}

function compare(sign: string, { from, to }: Period): DateRange {
  switch (sign) {
    case '>':
      return { from: nextDay(to, 1), to: null };
    case '<':
      return { from: null, to: nextDay(from, -1) };
    case '<=':
    case '≤':
      return { from: null, to };
    default:
      return { from, to: null };
  }
}

function isoDay(year: number, month: number, day: number): string | null {
  const iso = [String(year).padStart(4, '0'), pad(month), pad(day)].join('-');
  const date = new Date(`${iso}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  return exists ? iso : null;
}

function nextDay(iso: string, by: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
