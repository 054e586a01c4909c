/** Steps from mark to mark with n and p, without filling the history; opens what a link leads into. */

const article = document.querySelector('.reader');
const marks = [...article.querySelectorAll('mark[id]')];
const status = document.getElementById('step');

/** Keys are for whoever types, and for those with modifiers something else. */
const isTyping = ({ target, isComposing, ctrlKey, metaKey, altKey }) =>
  isComposing ||
  ctrlKey ||
  metaKey ||
  altKey ||
  target.closest('input, textarea, select, dialog, [contenteditable]') !== null;

/** The mark whose bar is shown; -1 where none is. */
const current = () => {
  const target = article.querySelector(':target');
  return marks.indexOf(target?.matches('mark') ? target : target?.querySelector('mark[id]'));
};

/** Without one: the first mark below the place that was gone to, or that is read, or the one above. */
function nearest(step) {
  const target = article.querySelector(':target');
  const isBelow = target
    ? (mark) => target.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING
    : (mark) => mark.getBoundingClientRect().top >= 0;
  const below = marks.findIndex(isBelow);
  if (step > 0) return below;
  return below === -1 ? marks.length - 1 : below - 1;
}

/** @param step 1 or -1 */
function move(step) {
  const at = current();
  const mark = marks[at === -1 ? nearest(step) : at + step];
  if (!mark) return;
  location.replace(`#${mark.id}`);
  status.textContent = mark.nextElementSibling.firstElementChild.textContent;
}

addEventListener('keydown', (event) => {
  if (isTyping(event) || event.shiftKey) return;
  if (event.key === 'n') move(1);
  else if (event.key === 'p') move(-1);
});

// The link that was followed is gone with its bar; its like in the next bar takes over the focus.
article.addEventListener('click', (event) => {
  const link = event.target.closest('.steps a[href]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const place = [...link.parentElement.children].indexOf(link);
  move(place === 1 ? -1 : 1);
  const next = marks[current()].nextElementSibling.children;
  (next[place].href ? next[place] : next[place === 1 ? 2 : 1]).focus({ preventScroll: true });
});

/** Browsers that do not open a folded repetition for a link into it. */
function unfold() {
  const target = article.querySelector(':target');
  const fold = target?.closest('details:not([open])');
  if (!fold) return;
  fold.open = true;
  target.scrollIntoView();
}

addEventListener('hashchange', unfold);
unfold();
