/** Reads the operators of a query: text → tree of syntax. Every text can be read. */

import { parse } from './grammar.ts';

/** What the grammar gives: texts as typed, not yet analysed. */
export type Syntax =
  | { readonly type: 'text' | 'phrase' | 'prefix'; readonly text: string }
  /** Stands between two clauses and says what a blank says. */
  | { readonly type: 'sign'; readonly text: string }
  | { readonly type: 'and' | 'or'; readonly clauses: readonly Syntax[] }
  | { readonly type: 'not'; readonly clause: Syntax }
  /** `name` in lower case, as typed; `text` is the whole of it. */
  | {
      readonly type: 'field';
      readonly name: string;
      readonly value: Syntax;
      readonly text: string;
    };

/** @returns null when there is nothing but white space, brackets and quotation marks */
export function parseSyntax(text: string): Syntax | null {
  return parse(balance(text.replace(/\s/gu, ' ')), {}) as Syntax | null;
}

const QUOTED = /["“”＂][^"“”＂]*["“”＂]|「[^「」]*」|『[^『』]*』/gu;
const QUOTES = /["“”＂「」『』]/gu;

/**
 * Unclosed quotation marks and brackets become blanks, which no word can tell from them: what is
 * left has a partner, so the grammar need not go back behind an open one. (It also remembers what
 * it has read, `--cache`: no nesting of operators can make it read a place more than once a rule.)
 */
function balance(text: string): string {
  let balanced = '';
  let end = 0;
  for (const quoted of text.matchAll(QUOTED)) {
    balanced += text.slice(end, quoted.index).replace(QUOTES, ' ');
    // Brackets inside quotation marks are text; a private sign keeps their place meanwhile.
    balanced += '\ue000'.repeat(quoted[0].length);
    end = quoted.index + quoted[0].length;
  }
  balanced += text.slice(end).replace(QUOTES, ' ');

  const lone = new Set<number>();
  const open: number[] = [];
  for (let i = 0; i < balanced.length; i++) {
    const char = balanced[i]!;
    if (char === '(' || char === '（') open.push(i);
    else if ((char === ')' || char === '）') && open.pop() === undefined) lone.add(i);
  }
  for (const i of open) lone.add(i);
  return Array.from({ length: text.length }, (_, i) => {
    if (lone.has(i)) return ' ';
    return balanced[i] === '\ue000' ? text[i] : balanced[i];
  }).join('');
}
