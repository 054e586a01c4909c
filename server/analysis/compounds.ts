/** Keeps words of alphabetic scripts and numbers whole that jieba would break: Node.js, GPT-4, 3.5%, a_b@x.com. */

import type { Segmenter } from './token.ts';

/** Jieba knows Han; Hiragana is left to it too, since it has no word borders of its own. */
const LETTER = '[[\\p{L}\\p{Nd}\\p{M}]--[\\p{Script=Han}\\p{Script=Hiragana}]]';

/**
 * Letters and digits, joined by one connector at a time, with the endings of C++, C# and 3.5%.
 * Comma, colon and slash join digits only (8,999 · 10:30 · 4/25). A connector is no letter, so
 * there is one way to match and matching is linear.
 */
const COMPOUND = new RegExp(
  `${LETTER}+(?:(?:[._'’@&\\-]|(?<=\\p{Nd})[,:\\/](?=\\p{Nd}))${LETTER}+)*(?:\\+\\+|[#%])?`,
  'gv',
);

/** The same segmenter, with its cuts inside a compound taken back. The text is expected folded. */
export function keepCompounds(segmenter: Segmenter): Segmenter {
  return (text) => {
    const compounds = [...text.matchAll(COMPOUND)];
    if (compounds.length === 0) return segmenter(text);

    const merged: string[] = [];
    let next = 0;
    let pieceStart = 0;
    let cut = 0;
    for (const piece of segmenter(text)) {
      cut += piece.length;
      let compound = compounds[next];
      while (compound && compound.index + compound[0].length <= cut) compound = compounds[++next];
      const insideCompound = compound !== undefined && compound.index < cut;
      if (insideCompound) continue;
      merged.push(text.slice(pieceStart, cut));
      pieceStart = cut;
    }
    return merged;
  };
}
