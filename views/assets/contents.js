/** Shows in the contents which section is being read, wherever the page is scrolled to. */

const folded = document.querySelector('.contents-fold');
const beside = document.querySelector('.contents-beside');
const linksIn = (list) => [...list.querySelectorAll('nav a')];
const headings = linksIn(folded).map(({ hash }) => document.getElementById(hash.slice(1)));
const leaves = [...document.querySelectorAll('.reader > .leaf')];

/** What begins above the line that is read, a third of the window down: headings and leaves. */
const above = new Set();
/** Whether the window has come to the end of the page, where no heading may reach the line. */
let isAtEnd = false;

/** The number of the heading that is read under; -1 above the first. */
function find() {
  const last = leaves.findLast((leaf) => above.has(leaf));
  const read = headings.findLastIndex((heading) => {
    const leaf = heading.closest('.leaf');
    // What is far from the window is not laid out and never seen; but its leaf is.
    return above.has(leaf) && (leaf !== last || above.has(heading));
  });
  if (!isAtEnd) return read;
  const target = headings.findIndex((heading) => heading.matches(':target'));
  return target !== -1 && target >= read ? target : headings.length - 1;
}

function show() {
  const current = find();
  for (const list of [folded, beside]) {
    linksIn(list).forEach((link, i) => {
      if (i === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    });
  }
  const link = beside.querySelector('[aria-current]');
  if (link) reveal(link);
}

/** Scrolls the contents alone: scrollIntoView would take the page along. */
function reveal({ offsetTop, offsetHeight }) {
  const { scrollTop, clientHeight } = beside;
  if (offsetTop >= scrollTop && offsetTop + offsetHeight <= scrollTop + clientHeight) return;
  beside.scrollTop = offsetTop - clientHeight / 2;
}

const line = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) above.add(target);
      else above.delete(target);
    }
    show();
  },
  { rootMargin: '9999999px 0px -66% 0px' },
);
for (const element of [...leaves, ...headings]) line.observe(element);

new IntersectionObserver(([{ isIntersecting }]) => {
  isAtEnd = isIntersecting;
  show();
}).observe(document.querySelector('.foot'));
