/** Copies what is selected in an article as a quotation: its words, title, date and address. */

const article = document.querySelector('.reader');
const tools = document.querySelector('.quotation');
const button = tools.querySelector('.quote');
const toast = tools.querySelector('.toast');
const dialog = tools.querySelector('dialog');
const byHand = dialog.querySelector('textarea');

/** In ms: while the selection grows the button keeps out of the way. */
const PAUSE = 200;
const TOAST_SHOWN = 3000;

/** In pixels, between the selection and the button, and between it and the edge of the window. */
const GAP = 8;

/** Set while the button is shown. */
let quotation = '';

/** What is selected of the article, if anything is. */
function selected() {
  const selection = getSelection();
  if (selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return article.contains(range.commonAncestorContainer) ? range : null;
}

/** The words alone, a line a paragraph, without the numbers and links between them; code as it is. */
function wordsOf(range) {
  const copy = range.cloneContents();
  for (const extra of copy.querySelectorAll('.anchor, .steps, summary')) extra.remove();
  const blocks = [...copy.querySelectorAll('h1, h2, p, code, tr')].filter(
    (block) => !block.closest('nav'),
  );
  const lines = (blocks.length > 0 ? blocks : [copy]).map(textOf);
  return lines
    .filter((line) => line !== '')
    .join('\n')
    .replace(/^\n+/, '');
}

function textOf(block) {
  const cells = [...block.children].filter((child) => child.matches('th, td'));
  if (cells.length > 0) return cells.map(textOf).filter(Boolean).join(' | ');
  return block.localName === 'code' ? block.textContent.trimEnd() : block.textContent.trim();
}

/** The paragraph that the selection begins in; that it begins behind, if it begins between two. */
function placeOf({ startContainer }) {
  const element = startContainer.parentElement?.closest('[id^="p"]') ?? startContainer;
  return element.id ? `#${element.id}` : '';
}

function show() {
  const range = selected();
  const words = range ? wordsOf(range) : '';
  button.hidden = words === '';
  if (words === '') return;
  const { before, after, url } = article.dataset;
  quotation = before + words + after + new URL(url + placeOf(range), location.origin).href;
  const rects = range.getClientRects();
  const { right, bottom } = rects[rects.length - 1];
  const { clientWidth, clientHeight } = document.documentElement;
  const left = Math.min(right, clientWidth - button.offsetWidth - GAP);
  const top = Math.min(bottom + GAP, clientHeight - button.offsetHeight - GAP);
  button.style.left = `${Math.max(GAP, left) + scrollX}px`;
  button.style.top = `${top + scrollY}px`;
}

/** Where a page may not reach the clipboard, as over plain HTTP, the old way; else by hand. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    byHand.value = text;
    dialog.showModal();
    byHand.select();
    if (!document.execCommand('copy')) return;
    dialog.close();
  }
  toast.textContent = toast.dataset.done;
  setTimeout(() => {
    toast.textContent = '';
  }, TOAST_SHOWN);
}

function quote() {
  button.hidden = true;
  copy(quotation);
}

tools.hidden = false;
let timer;
document.addEventListener('selectionchange', () => {
  clearTimeout(timer);
  timer = setTimeout(show, PAUSE);
});
// The click must not take the selection away.
button.addEventListener('pointerdown', (event) => event.preventDefault());
button.addEventListener('click', quote);
addEventListener('keydown', (event) => {
  const { key, isComposing, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (button.hidden || isComposing || ctrlKey || metaKey || altKey || shiftKey) return;
  if (key === 'c') quote();
  else if (key === 'Escape') button.hidden = true;
});
