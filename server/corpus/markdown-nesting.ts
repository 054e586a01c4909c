/** Keeps the parser of Markdown from calling itself without end on brackets in brackets. */

import type { MarkdownIt } from 'markdown-it';

/** Brackets that are open at once. Beyond are brackets to read, not to follow. */
const MAX_BRACKETS = 100;

/** Pictures in the descriptions of pictures. */
const MAX_IMAGES = 20;

/**
 * Blocks may nest as deep as `maxNesting` says, for what is deeper is lost; what stands in them need
 * not: there a bracket too many is text. Both are one setting to markdown-it, and the stack would
 * be used up long before the one that is right for blocks.
 */
export function limitInlineNesting(markdown: MarkdownIt): void {
  const { options } = markdown;
  markdown.core.ruler.at('inline', ({ tokens, env }) => {
    const { maxNesting } = options;
    options.maxNesting = MAX_BRACKETS;
    try {
      for (const { type, content, children } of tokens) {
        if (type === 'inline') markdown.inline.parse(content, markdown, env, children ?? []);
      }
    } finally {
      options.maxNesting = maxNesting;
    }
  });

  // What describes a picture is parsed as a text of its own, which begins to count anew.
  const { inline } = markdown;
  const parse = inline.parse.bind(inline);
  let depth = 0;
  inline.parse = (...text) => {
    depth++;
    try {
      parse(...text);
    } finally {
      depth--;
    }
  };
  inline.ruler.before('image', 'image_too_deep', (state, silent) => {
    if (depth <= MAX_IMAGES || !state.src.startsWith('![', state.pos)) return false;
    if (!silent) state.pending += '!';
    state.pos++;
    return true;
  });
}
