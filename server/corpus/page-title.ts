/** Chooses the title of an HTML article, without the name of the site that stands behind it. */

import type { Block } from './blocks.ts';
import type { Page } from './html-metadata.ts';

/** What parts a title from the name of its site; a hyphen without blanks is part of a word. */
const SITE_SUFFIX = /(?:\s+[-–—·•|»]\s+|\s*[_｜]\s*|\s*\|\s*)(?=[^-–—·•|»_｜]*$)/u;
/** `标题-某某网`: without blanks only where the end is plainly a site. */
const TIGHT_SUFFIX = /[-–—]\p{Script=Han}{1,8}(?:网|博客|新闻|频道|论坛|社区|日报|晚报|门户)$/u;
/** A page names its column, its site and the portal, at most. */
const MAX_SUFFIXES = 3;

/** @returns null where neither the head of the page nor a heading names one */
export function choosePageTitle(page: Page, blocks: readonly Block[]): string | null {
  const headings = blocks.filter(({ kind, level }) => kind === 'heading' && level === 1);
  const heading =
    headings.length === 1 && headings[0]!.text !== page.siteName ? headings[0]! : null;
  if (page.title === null) return heading?.text ?? firstHeading(blocks);
  // The title of a page begins with the heading; where it does not, that is the name of the site.
  if (heading && page.title.startsWith(heading.text)) return heading.text;
  return withoutSite(page.title, page.siteName);
}

function firstHeading(blocks: readonly Block[]): string | null {
  return blocks[0]?.kind === 'heading' ? blocks[0].text : null;
}

function withoutSite(title: string, siteName: string | null): string {
  let short = title;
  for (let i = 0; i < MAX_SUFFIXES; i++) {
    const match = SITE_SUFFIX.exec(short) ?? TIGHT_SUFFIX.exec(short);
    if (!match || match.index === 0) break;
    short = short.slice(0, match.index);
  }
  const isSite = siteName !== null && short === siteName;
  return isSite ? title : short.trim();
}
