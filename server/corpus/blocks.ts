/** What Markdown and HTML have in common: blocks of text, some of which are the article's metadata. */

import { type Layout, type MetadataEntry, PLAIN } from './article.ts';
import { joinCells } from './cells.ts';
import { codeParagraphs } from './code-lines.ts';
import type { Containers } from './containers.ts';
import { parseHeadLine } from './metadata.ts';
import { type MetadataRole, roleOf } from './metadata-names.ts';

export interface Block {
  readonly kind: 'heading' | 'body';
  /** Of a heading: 1 to 6; of a body: 0. */
  readonly level: number;
  /** As its writer broke them. */
  readonly lines: readonly string[];
  /** The lines as one paragraph. */
  readonly text: string;
  /** Default: plain. */
  readonly layout?: Layout;
}

/** A row of a table, one of whose cells at least is not empty. */
export function rowOf(cells: readonly string[], isHead: boolean, place: Layout): Block {
  return bodyOf(joinCells(cells), { ...place, cells, ...(isHead && { isHead }) });
}

/** The paragraphs of a block of code. */
export function codeBlocks(code: string, containers: Containers): Block[] {
  containers.enter('code');
  const blocks = codeParagraphs(code).map(({ text, verbatim }) =>
    bodyOf(text, { ...containers.place(), verbatim }),
  );
  containers.leave();
  return blocks;
}

/** A paragraph of one line. */
export function bodyOf(text: string, layout: Layout = PLAIN): Block {
  return { kind: 'body', level: 0, lines: [text], text, layout };
}

export interface Parted {
  readonly entries: readonly MetadataEntry[];
  readonly blocks: readonly Block[];
}

/** Takes off the head: the blocks right below the title with nothing in them but `名称:值` pairs. */
export function takeHead(blocks: readonly Block[]): Parted {
  const entries: MetadataEntry[] = [];
  let start = 0;
  for (; start < blocks.length; start++) {
    const found = entriesOf(blocks[start]!);
    if (!found) break;
    entries.push(...found);
  }
  return { entries, blocks: blocks.slice(start) };
}

/** How far from the end credits may stand: a licence and a call for subscriptions come behind them. */
const LAST_BLOCKS = 8;

/** A name, or several; a sentence is none. */
const CREDIT =
  /(?<=^|\s)(\p{L}{2,6}) ?[:：](\s*https?:\/\/\S+|(?:(?!\s\p{L}{2,6}[:：])[^。！？]){0,120})/gu;
const CREDITS: ReadonlySet<MetadataRole | null> = new Set<MetadataRole>([
  'author',
  'translator',
  'reviewer',
  'editor',
  'collector',
  'source',
  'link',
]);

/** Takes out the closing credits: blocks such as `作者：张三 译者：李四` or `via: https://…`. */
export function takeCredits(blocks: readonly Block[]): Parted {
  const entries: MetadataEntry[] = [];
  const text = blocks.filter((block, at) => {
    const found = at > 0 && at >= blocks.length - LAST_BLOCKS ? creditsOf(block) : null;
    entries.push(...(found ?? []).filter(({ value }) => value !== ''));
    return found === null;
  });
  return { entries, blocks: text };
}

/** In UTF-16 units, for all credits of an article together. */
const MAX_CREDITS = 1000;

function creditsOf({ kind, lines, text }: Block): MetadataEntry[] | null {
  if (kind !== 'body' || text.length > MAX_CREDITS) return null;
  const line = lines.join(' ');
  const entries = [...line.matchAll(CREDIT)].map(([, name, value]) => ({
    name: name!,
    value: value!.trim(),
  }));
  const isWhole = entries.length > 0 && line.replace(CREDIT, '').trim() === '';
  return isWhole && entries.every(({ name }) => CREDITS.has(roleOf(name))) ? entries : null;
}

function entriesOf({ kind, lines }: Block): MetadataEntry[] | null {
  if (kind !== 'body') return null;
  const found = lines.map(parseHeadLine);
  return found.every((entries) => entries !== null) ? found.flat() : null;
}

const PERSONS: ReadonlySet<MetadataRole | null> = new Set<MetadataRole>(['author', 'translator']);

/** Persons without the address of their page, and nothing that says the same again in any language. */
export function tidyEntries(entries: readonly MetadataEntry[]): MetadataEntry[] {
  const seen = new Set<string>();
  return entries
    .map(({ name, value }) => {
      const isPerson = PERSONS.has(roleOf(name));
      return { name, value: isPerson ? value.replace(/(?<!\s)\s+<?https?:\/\/\S+$/u, '') : value };
    })
    .filter(({ name, value }) => {
      const key = `${roleOf(name) ?? name} ${value}`;
      return !seen.has(key) && seen.add(key);
    });
}
