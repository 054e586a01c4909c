/** Random small corpora whose articles differ in folder, date, views, source and kinds of paragraphs. */

import fc from 'fast-check';

export interface SmallArticle {
  /** With a slash at the end; empty at the top of the corpus. */
  readonly folder: string;
  readonly date: string | null;
  readonly views: number | null;
  readonly source: string | null;
  readonly lines: readonly { readonly text: string; readonly isHeading: boolean }[];
}

export const FOLDERS = ['', 'a/', 'a/b/', 'ab/'];
export const DATES = ['2000-12-31', '2001-01-01', '2001-01-31', '2001-02-01', '2002-06-15'];
/** Two of them are the same once folded. */
export const SOURCES = ['县报', '縣報', 'Daily', '县报 副刊'];
const LINES = ['豆腐', '茶叶', '豆腐配茶叶', '豆腐，茶叶，都好', '别的话'];

/** Queries that the first steps of the ladder answer. */
export const QUERIES = ['豆腐', '茶叶', '豆腐 茶叶', '豆腐 -茶叶', '日期:2001..2002'];

const line = fc.record({
  text: fc.constantFrom(...LINES),
  isHeading: fc.boolean(),
});

export const smallCorpora: fc.Arbitrary<readonly SmallArticle[]> = fc.array(
  fc.record({
    folder: fc.constantFrom(...FOLDERS),
    date: fc.option(fc.constantFrom(...DATES)),
    views: fc.option(fc.constantFrom(0, 7, 300)),
    source: fc.option(fc.constantFrom(...SOURCES)),
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  }),
  { maxLength: 8 },
);

/** The files of a corpus. No two texts are the same, unless they `mayRepeat`. */
export function filesOf(
  corpus: readonly SmallArticle[],
  { mayRepeat = false } = {},
): Record<string, string> {
  return Object.fromEntries(
    corpus.map(({ folder, date, views, source, lines }, i) => {
      const pairs = { 添加时间: date, 点击次数: views, 来源: source };
      const head = Object.entries(pairs).flatMap(([name, value]) =>
        value === null ? [] : [`${name}:${value}`],
      );
      const texts = lines.map(({ text, isHeading }, n) => {
        const own = mayRepeat ? text : `${text}${i}之${n}`;
        return isHeading ? own : `${own}。`;
      });
      return [`${folder}文${i}`, [`题${i}`, ...head, ...texts, '完了。'].join('\n')];
    }),
  );
}
