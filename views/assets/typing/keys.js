/** Keys on every page: / and Ctrl+K go to the search box, arrows or j and k from result to result. */

import { isComposingKey } from './composition.js';

const TEXT_FIELDS =
  'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button])';

/** @returns `walkIn`: goes from the box to the first result, and says whether there is one */
export function listenForKeys(input) {
  const results = () => [...document.querySelectorAll('.results .result h2 a')];

  function walkIn() {
    const [first] = results();
    first?.focus();
    return first !== undefined;
  }

  function enterBox() {
    // It stands at the top of the window, where the page leaves room above what it scrolls to.
    input.focus({ preventScroll: true });
    input.select();
  }

  /** From the result that has the focus, or something in it; without one to the first. */
  function walk(by) {
    const links = results();
    const here = document.activeElement.closest('.result');
    const place = links.findIndex((link) => here?.contains(link));
    if (place === 0 && by < 0) enterBox();
    else links[place + by]?.focus();
    return links.length > 0;
  }

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || isComposingKey(event) || event.altKey) return;
    const { target } = event;
    const isTyping = target.matches?.(TEXT_FIELDS) ?? false;
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (key !== 'k' || event.shiftKey || (isTyping && target !== input)) return;
      event.preventDefault();
      enterBox();
      return;
    }
    if (isTyping || event.shiftKey) return;
    const isOnResult = target.closest?.('.result') !== null;
    const isMove = key === 'j' || key === 'k' || (isOnResult && /^arrow(?:up|down)$/.test(key));
    if (key === '/' || (isOnResult && key === 'escape')) {
      event.preventDefault();
      enterBox();
    } else if (isMove) {
      const by = key === 'j' || key === 'arrowdown' ? 1 : -1;
      if (walk(by)) event.preventDefault();
    }
  });

  return { walkIn };
}
