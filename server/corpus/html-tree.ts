/** Parses HTML into a tree that is never too deep to walk. */

import {
  type ChildNode,
  type Document,
  DomHandler,
  type Element,
  isTag,
  isText,
  type ParentNode,
} from 'domhandler';
import { Parser } from 'htmlparser2';

/** No page of a person is half as deep; deeper ones cost a parser the square of their depth. */
const MAX_DEPTH = 1000;

class TooDeep extends Error {}

class BoundedHandler extends DomHandler {
  override onopentag(name: string, attributes: Record<string, string>): void {
    if (this.tagStack.length > MAX_DEPTH) throw new TooDeep();
    super.onopentag(name, attributes);
  }
}

/** The tree of a page or of a piece of one; what is nested beyond reason loses its tags. */
export function parseHtml(html: string): Document {
  try {
    return parse(html);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    // A sign that opens no tag would make one of the tag behind it.
    return parse(html.replace(/<[^<>]*>|</gu, (tag) => (tag === '<' ? '&lt;' : '<br>')));
  }
}

function parse(html: string): Document {
  const handler = new BoundedHandler();
  const parser = new Parser(handler, { recognizeSelfClosing: /^\s*<\?xml\s/u.test(html) });
  parser.end(html);
  return handler.root;
}

/** Every element of a tree, in the order of the text. */
export function* elementsIn(nodes: readonly ChildNode[]): Generator<Element> {
  for (const node of nodes) {
    if (!isTag(node)) continue;
    yield node;
    yield* elementsIn(node.children);
  }
}

/** All text of an element as it stands in the file, a line break for each `<br>`. */
export function textOf({ children }: ParentNode): string {
  return children
    .map((node) => {
      if (isText(node)) return node.data;
      if (!isTag(node)) return '';
      return node.name === 'br' ? '\n' : textOf(node);
    })
    .join('');
}
