/** Markdown as people write it: CommonMark with tables, headings without a blank, and footnotes. */

import MarkdownIt, { type StateBlock } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { limitInlineNesting } from './markdown-nesting.ts';
import { plainBlanksInTags } from './markdown-tags.ts';

/** `**指标：**验证` is emphasis to its writer, though not to CommonMark: hence the extension. */
const markdown = new MarkdownIt({ html: true }).use(cjkFriendly);

/** Levels; what is deeper the parser drops without a word. A list takes two, its item one more. */
const MAX_NESTING = 2000;
Object.assign(markdown.options, { maxNesting: MAX_NESTING });
limitInlineNesting(markdown);

/** A line so far in, or below so many quotation marks, that it might be lost. */
const TOO_DEEP = /^(?:[ \t]{600}|(?:[ \t]*[>*+-]){300})/mu;

/** Whether the text should rather be read as it stands: nobody writes such Markdown. */
export function isTooDeep(text: string): boolean {
  return TOO_DEEP.test(text);
}

/** @returns tokens in the order of the text; those of paragraphs have children */
export const parseTokens = (text: string) => markdown.parse(plainBlanksInTags(text), {});

/** `##标题`; with one sign only before Chinese, and not where `#话题#` is meant. */
const TIGHT_HEADING = /^(?:#{2,6}(?=[^#\s!])|#(?=\p{Script=Han})(?![^#]*#[^#]*\S))(.*?)#*$/u;

/** `[^1]: a note`, and `[注]: 说明`, which Markdown takes for the address of a link, and hides. */
const NOTE = /^\[\^[^\]]+\]:(.+)$|^(\[[^\]]+\]: *\p{Script=Han}.*)$/u;

/** In UTF-16 units. A longer line is a paragraph, and would cost the patterns its square. */
const MAX_LENGTH = 1000;

addLineRule('heading', (line) => {
  const match = line.startsWith('#') ? TIGHT_HEADING.exec(line) : null;
  return match && { tag: `h${/^#+/u.exec(line)![0].length}`, content: match[1]! };
});
addLineRule('reference', (line) => {
  const match = line.startsWith('[') ? NOTE.exec(line) : null;
  return match && { tag: 'p', content: (match[1] ?? match[2])! };
});

/** Has whole lines read by a rule of our own, before the rule of that name. */
function addLineRule(
  name: string,
  read: (line: string) => { readonly tag: string; readonly content: string } | null,
): void {
  const rule = (state: StateBlock, startLine: number, _end: number, silent: boolean): boolean => {
    if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
    const start = state.bMarks[startLine]! + state.tShift[startLine]!;
    const end = state.eMarks[startLine]!;
    const found = end - start > MAX_LENGTH ? null : read(state.src.slice(start, end).trim());
    if (!found || silent) return found !== null;
    state.line = startLine + 1;
    const type = found.tag === 'p' ? 'paragraph' : 'heading';
    state.push(`${type}_open`, found.tag, 1);
    const inline = state.push('inline', '', 0);
    inline.content = found.content.trim();
    inline.map = [startLine, state.line];
    inline.children = [];
    state.push(`${type}_close`, found.tag, -1);
    return true;
  };
  markdown.block.ruler.before(name, `${name}_line`, rule, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
}
