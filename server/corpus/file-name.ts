/** What the name of a file says of its article, where the article itself says nothing. */

import { cleanLine } from './lines.ts';
import { parseDate } from './metadata.ts';

const DATE_PREFIX = /^(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)[\s_.-]*/u;

export interface FileName {
  /** Without folders, extension and date; the date, where there is nothing else. */
  readonly title: string;
  /** ISO date of a prefix such as `20190102 ` or `2019-01-02-`, or null. */
  readonly date: string | null;
}

/** @param path path under the corpus folder, with `/` */
export function readFileName(path: string): FileName {
  const base = path.slice(path.lastIndexOf('/') + 1);
  const name = base.replace(/(?<=.)\.[^.]*$/u, '').trim();
  const match = DATE_PREFIX.exec(name);
  const date = match ? parseDate(`${match[1]}-${match[3]}-${match[4]}`) : null;
  const title = date === null ? name : name.slice(match?.[0].length).trim();
  return { title: cleanLine(title) || cleanLine(name) || '无题', date };
}
