/** Chooses what pages show of an article's metadata: a few things that readers ask for. */

import type { Article } from '../corpus/article.ts';
import { type MetadataRole, roleOf } from '../corpus/metadata-names.ts';

export interface Detail {
  readonly role: MetadataRole;
  readonly value: string;
  /** Where the value leads, if it is the address of a page on the web. */
  readonly url: string | null;
}

export const RESULT_ROLES: readonly MetadataRole[] = ['author', 'source'];

export const ARTICLE_ROLES: readonly MetadataRole[] = [
  'author',
  'translator',
  'editor',
  'source',
  'category',
  'tags',
  'link',
];

/** In UTF-16 units: a list of keywords written for search engines is nothing for readers. */
const MAX_LENGTH = 200;

/** In the order of the roles, each value once, and one link. */
export function detailsOf({ metadata }: Article, roles: readonly MetadataRole[]): Detail[] {
  const seen = new Set<string>();
  const details = roles.flatMap((role) => {
    const values = metadata.filter(({ name }) => roleOf(name) === role).map(({ value }) => value);
    return (role === 'link' ? values.slice(0, 1) : values).map((value) => ({
      role,
      value,
      url: role === 'link' ? webAddress(value) : null,
    }));
  });
  return details.filter(({ value }) => {
    const isNew = !seen.has(value) && value.length <= MAX_LENGTH;
    seen.add(value);
    return isNew;
  });
}

/** Only what begins with http or https: an article may write javascript: there. */
function webAddress(value: string): string | null {
  if (!URL.canParse(value)) return null;
  const { protocol, href } = new URL(value);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
