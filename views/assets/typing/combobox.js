/** The search box as an ARIA combobox: a list of completions, or of the last searches, below it. */

import { createCompletions } from './completions.js';
import { isComposingKey } from './composition.js';
import { renderOptions } from './options.js';

/**
 * @param leaveDown called for the arrow down while no list is open; says whether it went somewhere
 * @returns `update` for after a change of the text, `close`, `pause` to take back what is asked
 */
export function createCombobox(form, input, { words, recent, leaveDown }) {
  const completions = createCompletions(form.dataset.suggest);
  const popup = createPopup(words);
  const listbox = popup.firstElementChild;
  form.append(popup);
  // A search field may not be a combobox; as a text field the box looks and submits the same.
  input.type = 'text';
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-controls': listbox.id,
    'aria-expanded': 'false',
    'aria-keyshortcuts': '/ Control+K Meta+K',
  })) {
    input.setAttribute(name, value);
  }

  let options = [];
  let elements = [];
  let active = -1;

  const isOpen = () => !popup.hidden;

  function show(shown) {
    options = shown;
    elements = renderOptions(listbox, options, words);
    activate(-1);
    popup.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(isOpen()));
  }

  function close() {
    completions.cancel();
    show([]);
  }

  function activate(number) {
    elements[active]?.setAttribute('aria-selected', 'false');
    active = number;
    const element = elements[active];
    if (!element) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    element.setAttribute('aria-selected', 'true');
    element.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', element.id);
  }

  /** One place on; before the first and after the last is the box itself. */
  function move(by) {
    const places = options.length + 1;
    activate(((active + 1 + by + places) % places) - 1);
  }

  function showRecent() {
    const searches = recent.list().map((q) => ({ kind: 'recent', q }));
    show(searches.length === 0 ? [] : [...searches, { kind: 'clear', q: words.clear }]);
  }

  function update() {
    const q = input.value;
    if (document.activeElement !== input) return;
    if (q.trim() === '') {
      completions.cancel();
      showRecent();
      return;
    }
    completions.ask(q, (suggestions) => {
      if (document.activeElement !== input) return;
      show(suggestions.map((each) => ({ ...each, spans: each._matchesPosition })));
    });
  }

  function pick(option) {
    if (option.kind === 'clear') {
      recent.clear();
      close();
      return;
    }
    close();
    if (option.articleId) {
      location.assign(option.url);
      return;
    }
    input.value = option.q;
    form.requestSubmit();
  }

  function forget({ kind, q }) {
    if (kind !== 'recent') return;
    recent.remove(q);
    const place = active;
    showRecent();
    activate(Math.min(place, options.length - 1));
  }

  /** First the list, then what was typed since: above results stands what they are of. */
  function leave() {
    const asked = new URLSearchParams(location.search).get('q') ?? '';
    if (isOpen()) close();
    else if (input.value !== asked) input.value = asked;
    else input.blur();
  }

  const keys = {
    ArrowDown(event) {
      if (isOpen()) move(1);
      // Who is still typing waits for the list.
      else if (completions.isAsking()) return;
      else if (event.altKey || !leaveDown()) update();
    },
    ArrowUp() {
      if (isOpen()) move(-1);
      else return false;
    },
    Enter() {
      if (active === -1) return false;
      pick(options[active]);
    },
    Escape: leave,
    Delete(event) {
      if (!event.shiftKey || active === -1) return false;
      forget(options[active]);
    },
  };

  input.addEventListener('keydown', (event) => {
    if (isComposingKey(event) || event.ctrlKey || event.metaKey) return;
    if (!Object.hasOwn(keys, event.key)) return;
    if (keys[event.key](event) !== false) event.preventDefault();
  });
  const openRecent = () => {
    if (!isOpen() && input.value.trim() === '') showRecent();
  };
  input.addEventListener('focus', openRecent);
  input.addEventListener('click', openRecent);
  input.addEventListener('blur', close);
  addEventListener('popstate', close);

  // The focus stays in the box.
  popup.addEventListener('pointerdown', (event) => event.preventDefault());
  popup.addEventListener('mousedown', (event) => event.preventDefault());
  popup.addEventListener('click', (event) => {
    const place = elements.indexOf(event.target.closest('[role=option]'));
    if (place === -1) return;
    if (event.target.closest('.remove')) forget(options[place]);
    else pick(options[place]);
  });

  return { update, close, pause: completions.cancel };
}

function createPopup(words) {
  const popup = document.createElement('div');
  popup.className = 'completions';
  popup.hidden = true;
  const listbox = document.createElement('div');
  listbox.id = 'completions';
  listbox.setAttribute('role', 'listbox');
  listbox.setAttribute('aria-label', words.label);
  popup.append(listbox);
  return popup;
}
