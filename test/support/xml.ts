/** Reads XML as strictly as a feed reader: whatever is not well-formed fails the test. */

import assert from 'node:assert/strict';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const TOKEN =
  /<(?<end>\/)?(?<name>[A-Za-z][\w.:-]*)(?<attributes>(?:\s+[A-Za-z][\w.:-]*="[^"<]*")*)\s*(?<empty>\/)?>|(?<text>[^<]+)/uy;
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d+));/gu;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** @returns the outermost element */
export function parseXml(xml: string): Element {
  assert.match(xml, /^<\?xml version="1\.0" encoding="utf-8"\?>\n/u);
  assert.doesNotMatch(xml, /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u);
  const document: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  TOKEN.lastIndex = xml.indexOf('?>') + 2;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(xml);
    assert.ok(match?.groups, `not well-formed: ${xml.slice(at, at + 80)}`);
    const { end, name = '', attributes = '', empty, text } = match.groups;
    const parent = open.at(-1)!;
    if (text !== undefined) parent.text += unescaped(text);
    else if (end) assert.equal(open.pop()?.name, name);
    else {
      const pairs = [...attributes.matchAll(/([\w.:-]+)="([^"]*)"/gu)];
      const values = Object.fromEntries(pairs.map(([, key, value]) => [key, unescaped(value!)]));
      assert.equal(Object.keys(values).length, pairs.length, `an attribute twice: ${attributes}`);
      const element: Element = { name, attributes: values, children: [], text: '' };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  assert.equal(open.length, 1, 'an element is not closed');
  assert.equal(document.children.length, 1);
  assert.equal(document.text.trim(), '');
  return document.children[0]!;
}

/** The elements of that name right below. */
export function childrenOf(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name);
}

function unescaped(text: string): string {
  assert.doesNotMatch(text.replace(REFERENCE, ''), /&/u);
  return text.replace(REFERENCE, (_all, name: string | undefined, code: string) =>
    name === undefined ? String.fromCodePoint(Number(code)) : NAMED[name]!,
  );
}
