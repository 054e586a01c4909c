/** Reads what an HTML page says of its article in its head: titles, dates, author, source, tags. */

import type { Document } from 'domhandler';
import type { MetadataEntry } from './article.ts';
import { elementsIn, textOf } from './html-tree.ts';
import { cleanLine } from './lines.ts';

export interface Page {
  /** As `og:title` and `<title>` have it, the site's name included; null where there is none. */
  readonly title: string | null;
  readonly siteName: string | null;
  readonly entries: readonly MetadataEntry[];
}

/** Names of `<meta>`, most telling first → names of metadata. Of a name the first value counts. */
const META: readonly (readonly [name: string, metas: string])[] = [
  ['author', 'author article:author byl dc.creator'],
  [
    'date',
    'article:published_time datepublished publishdate publish-date pubdate dc.date.issued dc.date dcterms.date date',
  ],
  ['source', 'source og:site_name'],
  ['section', 'article:section'],
  ['keywords', 'keywords'],
  ['description', 'description og:description'],
];
const URL = /^https?:\/\//iu;

export function readPage(tree: Document): Page {
  const metas = new Map<string, string>();
  let title: string | null = null;
  let time: string | null = null;
  for (const element of elementsIn(tree.children)) {
    const { name, attribs } = element;
    if (name === 'meta') {
      const key = (attribs.property ?? attribs.name ?? attribs.itemprop ?? '').toLowerCase();
      const content = oneLine(attribs.content ?? '');
      if (content !== '' && !metas.has(key)) metas.set(key, content);
    } else if (name === 'title') {
      title ??= oneLine(textOf(element)) || null;
    } else if (name === 'time') {
      time ??= attribs.datetime ?? null;
    }
  }
  if (time !== null) metas.set('date', metas.get('date') ?? oneLine(time));

  const entries = META.flatMap(([name, keys]) => {
    const values = keys.split(' ').flatMap((key) => metas.get(key) ?? []);
    // An author may be given as the address of a profile, which names nobody.
    const value = values.find((text) => !URL.test(text));
    return value === undefined ? [] : [{ name, value }];
  });
  const siteName = metas.get('og:site_name') ?? null;
  return { title: metas.get('og:title') ?? title, siteName, entries };
}

function oneLine(text: string): string {
  return cleanLine(text.replace(/\s+/gu, ' '));
}
