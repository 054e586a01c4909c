/** Nests paragraphs in the quotations, lists, tables and blocks of code that they stand in. */

import type { Container, Layout } from '../corpus/article.ts';

export type LayoutNode<P> = BlockNode<P> | { readonly type: 'paragraph'; readonly paragraph: P };

export interface BlockNode<P> {
  /** A list has items only. */
  readonly type: 'quote' | 'list' | 'item' | 'code' | 'table';
  readonly children: LayoutNode<P>[];
  /** Of a list: whether its items have numbers. */
  readonly isOrdered: boolean;
  /** Of an item: what its text does not say of its number. */
  readonly number: number | null;
  /** Of an item that began elsewhere. */
  readonly isContinued: boolean;
}

/**
 * @param paragraphs in the order of their article, which may have others before and behind them; a
 *   block that began before them goes on
 */
export function nestParagraphs<P extends { readonly layout: Layout }>(
  paragraphs: readonly P[],
): LayoutNode<P>[] {
  const roots: LayoutNode<P>[] = [];
  let open: { readonly container: Container; readonly children: LayoutNode<P>[] }[] = [];
  for (const paragraph of paragraphs) {
    const { within, opens, number = null } = paragraph.layout;
    const old = within.length - opens;
    let kept = 0;
    while (kept < old && open[kept]?.container === within[kept]) kept++;
    open = open.slice(0, kept);
    for (let level = kept; level < within.length; level++) {
      const container = within[level]!;
      const parent = open.at(-1)?.children ?? roots;
      const children = addBlock(parent, container, number, level < old);
      open.push({ container, children });
    }
    (open.at(-1)?.children ?? roots).push({ type: 'paragraph', paragraph });
  }
  return roots;
}

/** @returns where the paragraphs of the new block go */
function addBlock<P>(
  parent: LayoutNode<P>[],
  container: Container,
  number: number | null,
  isContinued: boolean,
): LayoutNode<P>[] {
  const isItem = container === 'item' || container === 'step';
  const node: BlockNode<P> = {
    type: isItem ? 'item' : container,
    children: [],
    isOrdered: false,
    number,
    isContinued,
  };
  if (isItem) listAt(parent, container === 'step').push(node);
  else parent.push(node);
  return node.children;
}

/** The items of the list that the siblings end with, or of a new one. */
function listAt<P>(siblings: LayoutNode<P>[], isOrdered: boolean): LayoutNode<P>[] {
  const last = siblings.at(-1);
  if (last?.type === 'list' && last.isOrdered === isOrdered) return last.children;
  const list: BlockNode<P> = {
    type: 'list',
    children: [],
    isOrdered,
    number: null,
    isContinued: false,
  };
  siblings.push(list);
  return list.children;
}
