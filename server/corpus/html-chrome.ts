/** Tells what surrounds an article on its page, such as menus and footers, from the article. */

import { type Element, isTag, isText } from 'domhandler';

const CHROME = new Set(['nav', 'aside', 'footer']);
const CHROME_ROLES = /^(?:navigation|banner|contentinfo|complementary|search|menu)$/iu;
const HIDDEN_STYLE = /display\s*:\s*none/iu;

/** Whole words of an id or a class that pages use for what surrounds the text. */
const CHROME_NAMES =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|sidebar|footer|breadcrumbs?|crumbs?|toolbar|topbar|pagination|pager|share|related|copyright|comments?)(?:$|[\s_-])/iu;
/** Such a name is believed of a list of links. */
const MIN_LINKED_SHARE = 0.6;

export function isChrome(element: Element): boolean {
  const { name, attribs } = element;
  if (CHROME.has(name) || CHROME_ROLES.test(attribs.role ?? '')) return true;
  if (attribs.hidden !== undefined || HIDDEN_STYLE.test(attribs.style ?? '')) return true;
  if (name === 'header') return !isInArticle(element);
  return CHROME_NAMES.test(`${attribs.id ?? ''} ${attribs.class ?? ''}`) && isLinked(element);
}

/** The header of an article holds its title; that of a page, the name of the site. */
function isInArticle({ parent }: Element): boolean {
  for (let above = parent; above && isTag(above); above = above.parent) {
    if (above.name === 'article' || above.name === 'main') return true;
  }
  return false;
}

function isLinked(element: Element): boolean {
  const { text, linked } = measure(element);
  return linked > 0 && linked >= text * MIN_LINKED_SHARE;
}

interface Measure {
  /** Characters, white space left out, and those of them in links. */
  readonly text: number;
  readonly linked: number;
}

/** Remembered, for an element inside another one is asked again. */
const measures = new WeakMap<Element, Measure>();

function measure(element: Element): Measure {
  const known = measures.get(element);
  if (known) return known;
  let [text, linked] = [0, 0];
  for (const node of element.children) {
    if (isText(node)) text += node.data.replace(/\s+/gu, '').length;
    if (!isTag(node)) continue;
    const inner = measure(node);
    text += inner.text;
    linked += inner.linked;
  }
  const measured = { text, linked: element.name === 'a' ? text : linked };
  measures.set(element, measured);
  return measured;
}
