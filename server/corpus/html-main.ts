/** Finds the article on an HTML page: its main element, where there is a substantial one. */

import type { Document, Element } from 'domhandler';
import type { Block } from './blocks.ts';
import { htmlBlocks } from './html-blocks.ts';
import { elementsIn, textOf } from './html-tree.ts';

/** The share of the page's text that the main element has, once menus and footers are left out. */
const MIN_SHARE = 0.5;
/** The same for one of several articles; a page of many equals is a list. */
const MIN_SHARE_OF_MANY = 0.8;
/** In UTF-16 units: an article by itself, however many comments stand below it. */
const MIN_LENGTH = 400;
/** A page of many articles is a list. */
const MAX_CANDIDATES = 20;

const MAIN = /^(?:article|main)$/u;

export function mainBlocks(tree: Document): Block[] {
  const candidates: Element[] = [];
  let root: Document | Element = tree;
  for (const element of elementsIn(tree.children)) {
    if (element.name === 'body' && root === tree) root = element;
    if (MAIN.test(element.name) || element.attribs.role === 'main') candidates.push(element);
    if (candidates.length > MAX_CANDIDATES) break;
  }
  const all = htmlBlocks(root);
  const [main] = candidates
    .map((element) => ({ element, length: textOf(element).length }))
    .toSorted((a, b) => b.length - a.length);
  if (!main || candidates.length > MAX_CANDIDATES) return all;
  const blocks = htmlBlocks(narrowest(main.element, candidates));
  const length = lengthOf(blocks);
  const isOnly = candidates.filter(({ name }) => name === 'article').length <= 1;
  const share = length / Math.max(1, lengthOf(all));
  const isSubstantial = isOnly
    ? share >= MIN_SHARE || length >= MIN_LENGTH
    : share >= MIN_SHARE_OF_MANY;
  return isSubstantial ? blocks : all;
}

/** The article in `<main>`, if that is where the text is. */
function narrowest(main: Element, candidates: readonly Element[]): Element {
  const inside = candidates.filter(({ name, parent }) => name === 'article' && parent !== null);
  const [only, ...others] = inside;
  if (!only || others.length > 0) return main;
  return textOf(only).length >= textOf(main).length * MIN_SHARE ? only : main;
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}
