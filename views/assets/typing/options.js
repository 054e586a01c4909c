/** Builds the list of the box from data: groups with a name, options with what was typed emphasised. */

/**
 * @param options each `{ kind, q, count?, spans? }`, those of one kind together
 * @returns the elements of the options, in order
 */
export function renderOptions(listbox, options, words) {
  const elements = [];
  const groups = [];
  let group;
  for (const option of options) {
    if (group?.kind !== option.kind) {
      group = { kind: option.kind, element: renderGroup(option.kind, words, listbox.id) };
      groups.push(group.element);
    }
    const element = renderOption(option, words);
    element.id = `${listbox.id}-${elements.length}`;
    elements.push(element);
    group.element.append(element);
  }
  listbox.replaceChildren(...groups);
  return elements;
}

function renderGroup(kind, words, id) {
  const group = create('div', 'group');
  group.setAttribute('role', 'group');
  if (!words.kinds[kind]) return group;
  const label = create('div', 'kind', words.kinds[kind]);
  label.id = `${id}-${kind}`;
  label.setAttribute('role', 'presentation');
  group.setAttribute('aria-labelledby', label.id);
  group.append(label);
  return group;
}

function renderOption(option, words) {
  const element = create('div', `option is-${option.kind}`);
  element.setAttribute('role', 'option');
  element.setAttribute('aria-selected', 'false');
  const text = create('span', 'text');
  text.dir = 'auto';
  text.append(...emphasised(option.q, option.spans ?? []));
  element.append(text);
  if (option.kind === 'recent') element.append(removeMark(words));
  if (option.count > 1 || option.kind === 'term') element.append(countOf(option, words));
  return element;
}

/** For the mouse; with the keyboard it is Shift and Delete. */
function removeMark(words) {
  const mark = create('span', 'remove', '×');
  mark.title = words.remove;
  mark.setAttribute('aria-hidden', 'true');
  return mark;
}

function countOf({ kind, count }, words) {
  const unit = kind === 'title' ? words.articles : words.paragraphs;
  return create('span', 'count', `${count.toLocaleString(document.documentElement.lang)} ${unit}`);
}

function emphasised(text, spans) {
  const pieces = [];
  let at = 0;
  for (const { start, length } of spans) {
    pieces.push(text.slice(at, start), create('b', '', text.slice(start, start + length)));
    at = start + length;
  }
  return [...pieces, text.slice(at)];
}

function create(tag, className, text = '') {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(text);
  return element;
}
