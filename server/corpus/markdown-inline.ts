/** The text of a Markdown paragraph: what a reader sees of links, emphasis, code and inline HTML. */

import type { Token } from 'markdown-it';
import { isHtmlName } from './html-names.ts';

/** Alternative texts that say nothing: the names of files, and what editors put there by themselves. */
const NO_DESCRIPTION =
  /^(?:\S*\.(?:png|jpe?g|gif|svg|webp|bmp)|image|img|pic|图|图片|screenshot|enter image description here|[^\p{L}\p{N}]*)$/iu;

/** `[name][12]` without a definition of 12, and marks of footnotes. */
const UNDEFINED_LINK = /\[([^[\]]+)\]\[\d{1,3}\]|\[\^\d{1,3}[a-z]?\]:?/gu;

/** The lines of a paragraph, as they were broken in the file. */
export function inlineLines(children: readonly Token[]): string[] {
  return inlineText(children).split('\n');
}

function inlineText(tokens: readonly Token[]): string {
  return tokens.map(textOf).join('');
}

function textOf({ type, content, children }: Token): string {
  switch (type) {
    case 'softbreak':
    case 'hardbreak':
      return '\n';
    case 'image': {
      const alt = inlineText(children ?? []).replaceAll('\n', ' ');
      return NO_DESCRIPTION.test(alt.trim()) ? '' : alt;
    }
    case 'html_inline':
      return tagText(content);
    case 'text':
      return content.replace(UNDEFINED_LINK, '$1');
    default:
      return content;
  }
}

/** A reading stands in brackets behind its word; what is no tag of HTML is a word in angle brackets. */
function tagText(tag: string): string {
  const match = /^<(\/?)([a-z][a-z0-9-]*)/iu.exec(tag);
  if (!match) return '';
  const [, closing, name] = match;
  if (!isHtmlName(name!)) return tag;
  if (/^br$/iu.test(name!)) return ' ';
  if (/^rt$/iu.test(name!)) return closing ? '）' : '（';
  return '';
}
