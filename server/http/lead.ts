/** How an article begins, where nothing else of its text stands out. */

import type { Article } from '../corpus/article.ts';
import { shorten } from './shorten.ts';

/** In characters. */
const LEAD_LENGTH = 100;

/** The beginning of its first paragraph of prose; null where it has none. */
export function leadOf({ paragraphs }: Article): string | null {
  const body = paragraphs.find(({ kind }) => kind === 'body');
  return body ? shorten(body.text, LEAD_LENGTH) : null;
}
