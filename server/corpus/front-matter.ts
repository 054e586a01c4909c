/** Takes the metadata off the top of a Markdown text: front matter, and link definitions named `#`. */

import { parse } from 'yaml';
import type { MetadataEntry } from './article.ts';

export interface FrontMatter {
  /** In the order of the file. */
  readonly entries: readonly MetadataEntry[];
  /** The text below. */
  readonly rest: string;
}

/** In UTF-16 units. What is longer is a text between two rules. */
const MAX_LENGTH = 64 * 1024;

const MAX_LINE = 2000;

const FENCED = /^\s*(---|\+\+\+)[ \t]*\n([\s\S]*?)(?:(?<=\n)(?:\1|\.\.\.)[ \t]*(?:\n|$))/u;

/** `name: value`, also with a full-width colon, or `name = value`. */
const PAIR = /^([\p{L}\p{N}_.-][\p{L}\p{N}_. -]{0,39}?)[ \t]*[:：=](?!\/\/)[ \t]*(.*)$/u;
/** What goes on with the pair above. */
const CONTINUED = /^(?:\s+|-\s)/u;

/** `[#]: name: (value)`, `[#]: name: "value"`, `[#]: # "comment"`, and the like with `//`. */
const DEFINITION =
  /^\[(?:#|\/\/)\]: *(?:([^\s:：()"]{1,30})[:：] ?|# )(?:\((.*)\)|"(.*)"|'(.*)')[ \t]*$/u;

/** @param text with line feeds as line breaks */
export function splitFrontMatter(text: string): FrontMatter {
  const fenced = FENCED.exec(text.slice(0, MAX_LENGTH));
  const matter = fenced && readMatter(fenced[2]!, fenced[1] === '---');
  const below = fenced && matter ? text.slice(fenced[0].length) : text;
  const definitions = readDefinitions(below);
  return { entries: [...(matter ?? []), ...definitions.entries], rest: definitions.rest };
}

/** As YAML, or line by line where it is not quite YAML; null where it is text. */
function readMatter(matter: string, isYaml: boolean): MetadataEntry[] | null {
  if (matter.trim() === '') return [];
  return (isYaml ? readYaml(matter) : null) ?? readPairs(matter);
}

/** Every scalar stays as it was written: a title may be `2012` or `yes`, and a date is read later. */
function readYaml(matter: string): MetadataEntry[] | null {
  let data: unknown;
  try {
    const options = { schema: 'failsafe', uniqueKeys: false, logLevel: 'error' } as const;
    data = parse(matter, { ...options, mapAsMap: true, maxAliasCount: 100 });
    if (!(data instanceof Map)) return null;
    return [...data].flatMap(([key, value]) => entry(asText(key), asText(value)));
  } catch {
    return null; // no YAML, aliases without end, or nested too deep for any person
  }
}

/** Lists with commas; of an author with a name and an address, the name. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(asText).filter(Boolean).join(', ');
  if (!(value instanceof Map)) return '';
  if (value.has('name')) return asText(value.get('name'));
  return [...value].map(([key, inner]) => `${asText(key)}: ${asText(inner)}`).join(', ');
}

function readPairs(matter: string): MetadataEntry[] | null {
  const pairs: { name: string; values: string[] }[] = [];
  for (const line of matter.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const last = pairs.at(-1);
    const pair = PAIR.exec(line);
    if (last && CONTINUED.test(line)) last.values.push(line.replace(/^[\s-]+/u, ''));
    else if (pair) pairs.push({ name: pair[1]!, values: [pair[2]!] });
    else return null;
  }
  return pairs.flatMap(({ name, values }) =>
    entry(name, values.map(withoutQuotes).filter(Boolean).join(', ')),
  );
}

function withoutQuotes(value: string): string {
  const text = value.trim();
  return /^(["']).*\1$/u.test(text) ? text.slice(1, -1) : text;
}

/** The lines at the top that Markdown takes for definitions of links, and shows to nobody. */
function readDefinitions(text: string): FrontMatter {
  const entries: MetadataEntry[] = [];
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start) + 1 || text.length;
    const line = text.slice(start, end).trim();
    const match = line === '' || line.length > MAX_LINE ? null : DEFINITION.exec(line);
    if (line !== '' && !match) break;
    const [, name, ...values] = match ?? [];
    const value = values.find((group) => group !== undefined) ?? '';
    const comment = name === undefined ? PAIR.exec(value) : null;
    entries.push(...(comment ? entry(comment[1]!, comment[2]!) : entry(name ?? '#', value)));
    start = end;
  }
  return { entries, rest: text.slice(start) };
}

function entry(name: string, value: string): MetadataEntry[] {
  const [cleanName, cleanValue] = [name, value].map((text) => text.replace(/\s+/gu, ' ').trim());
  return cleanName && cleanValue ? [{ name: cleanName, value: cleanValue }] : [];
}
