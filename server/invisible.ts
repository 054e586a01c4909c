/** Takes out of articles and queries alike the characters that show nothing and only break words. */

/** Soft hyphen, zero-width space, word joiner, byte order mark: copied along from web pages. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/gu;

export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}
