/** Makes the page of the API handier: answers appear beside their forms, commands are copied by a click. */

import { showJson } from './docs/show-json.js';

const main = document.querySelector('main.docs');
const words = JSON.parse(main.dataset.words);

for (const command of main.querySelectorAll('.command')) addCopy(command);
markCurrent(main.querySelector('.rail'));
for (const form of main.querySelectorAll('form.try')) answerInPlace(form);

/** Marks in the contents what stands at the top of the window. */
function markCurrent(rail) {
  const links = new Map([...rail.querySelectorAll('a')].map((link) => [link.hash.slice(1), link]));
  const watch = new IntersectionObserver(
    (entries) => {
      const entered = entries.find(({ isIntersecting }) => isIntersecting);
      if (!entered) return;
      for (const link of links.values()) link.removeAttribute('aria-current');
      links.get(entered.target.id)?.setAttribute('aria-current', 'true');
    },
    { rootMargin: '-20% 0px -75%' },
  );
  for (const id of links.keys()) watch.observe(document.getElementById(id));
}

function addCopy(command) {
  if (!navigator.clipboard) return;
  const text = command.textContent;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = words.copy;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = words.copied;
    setTimeout(() => {
      button.textContent = words.copy;
    }, 1500);
  });
  command.after(button);
}

/** Without this the form leads to the same answer by itself. */
function answerInPlace(form) {
  let last = new AbortController();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    last.abort();
    last = new AbortController();
    const panel = panelBehind(form);
    panel.begin();
    const started = performance.now();
    try {
      const query = new URLSearchParams(new FormData(form));
      const response = await fetch(`${form.action}?${query}`, { signal: last.signal });
      const text = await response.text();
      panel.finish(response, text, performance.now() - started);
    } catch (error) {
      if (error.name !== 'AbortError') panel.fail();
    }
  });
}

/** Where the answer of a form is shown: its status and time, its address, its text. */
function panelBehind(form) {
  const known = form.nextElementSibling;
  const panel = known ?? element('div', 'result');
  if (!known) form.after(panel);
  const head = element('div', 'head');
  head.setAttribute('role', 'status');
  return {
    begin() {
      head.replaceChildren(words.waiting);
      panel.classList.remove('is-error');
      panel.replaceChildren(head);
    },
    finish(response, text, milliseconds) {
      panel.classList.toggle('is-error', !response.ok);
      const link = element('a', '', decodeURI(new URL(response.url).pathname + search(response)));
      link.href = response.url;
      head.replaceChildren(
        element('p', 'status', `${response.status} ${response.statusText}`),
        element('span', '', `${Math.round(milliseconds)} ${words.milliseconds}`),
        element('span', '', `${(new Blob([text]).size / 1024).toFixed(1)} KB`),
        link,
      );
      const pre = element('pre', '');
      pre.tabIndex = 0;
      pre.setAttribute('role', 'region');
      pre.setAttribute('aria-label', `${words.answer} (${form.dataset.of})`);
      showJson(pre, text);
      panel.append(pre);
    },
    fail() {
      panel.classList.add('is-error');
      head.replaceChildren(element('p', 'status', words.failed));
    },
  };
}

function search(response) {
  return new URL(response.url).search;
}

function element(name, className, text = '') {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
