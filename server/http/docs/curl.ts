/** Writes a request as a command line for curl, as people paste it into a shell. */

import type { Example } from './document-shape.ts';

/** @param url whole, with what belongs into its path */
export function curlForGet(url: string, query: Readonly<Record<string, Example>>): string {
  const parameters = Object.entries(query).map(([name, value]) => {
    const pair = `${name}=${value}`;
    return /^[\w.=:,-]*$/u.test(pair) ? `-d ${pair}` : `--data-urlencode ${quoted(pair)}`;
  });
  return join([`curl ${parameters.length > 0 ? '-G ' : ''}${quoted(url)}`, ...parameters]);
}

export function curlForPost(url: string, body: object): string {
  return join([
    `curl ${quoted(url)}`,
    `-H ${quoted('Content-Type: application/json')}`,
    `-d ${quoted(onOneLine(body))}`,
  ]);
}

/** JSON with blanks between; line breaks within strings are escaped. */
function onOneLine(body: object): string {
  return JSON.stringify(body, null, 1).replace(/\n\s*/gu, ' ');
}

function join(lines: readonly string[]): string {
  return lines.join(' \\\n  ');
}

/** One word for a POSIX shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
