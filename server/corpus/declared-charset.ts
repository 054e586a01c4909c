/** Finds the encoding that an HTML page says it is in. */

/** In bytes: browsers look no further than the first kilobyte; old pages put scripts before it. */
const MAX_HEAD = 4096;
const CHARSET = /<meta[^>]{0,200}charset\s*=\s*(?:["']\s*)?([\w-]{1,40})/iu;

/** @returns the name as it is written, or null where there is none, as in every other format */
export function declaredCharset(path: string, bytes: Uint8Array): string | null {
  if (!/\.(?:html?|xhtml)$/iu.test(path)) return null;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, MAX_HEAD));
  return CHARSET.exec(head)?.[1] ?? null;
}
