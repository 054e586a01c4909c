/** Takes the trees apart that the reader nests paragraphs in. */

import type { LayoutNode } from '../../server/http/layout-tree.ts';

/** The paragraphs of a tree, in its order. */
export function flatten<P>(nodes: readonly LayoutNode<P>[]): P[] {
  return nodes.flatMap((node) =>
    node.type === 'paragraph' ? [node.paragraph] : flatten(node.children),
  );
}
