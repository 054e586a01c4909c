/** Search as you type on the page of results: the same page is fetched, and its main part replaced. */

/** Milliseconds without a key before it searches. */
const DELAY = 200;
/** Milliseconds without a key after which a search was what was wanted, and is kept in the history. */
const SETTLED = 2000;
/** Milliseconds without scrolling after which the place is noted. */
const SCROLLED = 100;

/** @returns null on other pages */
export function createLiveResults(form, input, { onFinished }) {
  const { pathname } = new URL(form.action);
  const main = document.querySelector('main');
  if (location.pathname !== pathname || !main) return null;

  const status = document.createElement('p');
  status.className = 'unseen';
  status.setAttribute('role', 'status');
  document.body.append(status);

  let shown = new URLSearchParams(location.search).toString();
  let timer;
  let settling;
  let controller;
  /** Whether the current entry of the history is of a search that is still being typed. */
  let isUnfinished = false;

  let scrolled;

  const wanted = () => new URLSearchParams(new FormData(form)).toString();

  function cancel() {
    clearTimeout(timer);
    clearTimeout(settling);
    controller?.abort();
    controller = undefined;
  }

  function update() {
    cancel();
    if (input.value.trim() === '') return;
    timer = setTimeout(() => {
      if (wanted() !== shown) load(wanted(), { record, onFailure: () => {} });
    }, DELAY);
    settling = setTimeout(finish, SETTLED);
  }

  function finish() {
    if (!isUnfinished) return;
    isUnfinished = false;
    onFinished(new URLSearchParams(location.search).get('q') ?? '');
  }

  function submit(event) {
    event.preventDefault();
    cancel();
    if (wanted() === shown) {
      isUnfinished = false;
      return;
    }
    load(wanted(), {
      record(query) {
        record(query);
        isUnfinished = false;
      },
      onFailure: () => form.submit(),
    });
  }

  /** One entry for each finished search: what comes before it in the same typing is replaced. */
  function record(query) {
    if (isUnfinished) {
      history.replaceState({}, '', `${pathname}?${query}`);
    } else {
      noteScroll();
      history.pushState({}, '', `${pathname}?${query}`);
    }
    isUnfinished = true;
    if (scrollY > 0) scrollTo({ top: 0, behavior: 'instant' });
  }

  async function load(query, { record, onFailure, after = () => {} }) {
    const own = new AbortController();
    controller = own;
    try {
      const page = await fetchPage(`${pathname}?${query}`, own.signal);
      if (controller !== own) return;
      record(query);
      shown = query;
      document.title = page.title;
      main.replaceChildren(...page.querySelector('main').childNodes);
      status.textContent = totalsOf(main);
      after(page);
    } catch (error) {
      if (controller === own && error.name !== 'AbortError') onFailure();
    }
  }

  /** Going back and forth leaves an entry of the history only when it is too late to look. */
  function noteScroll() {
    clearTimeout(scrolled);
    history.replaceState({ ...history.state, scroll: scrollY }, '');
  }

  function noteScrollSoon() {
    clearTimeout(scrolled);
    scrolled = setTimeout(noteScroll, SCROLLED);
  }

  /** The box and the filters too are as they were then. */
  function restore() {
    clearTimeout(scrolled);
    const scroll = history.state?.scroll ?? 0;
    const query = new URLSearchParams(location.search);
    if (location.pathname !== pathname || query.toString() === shown) return;
    cancel();
    isUnfinished = false;
    input.value = query.get('q') ?? '';
    load(query.toString(), {
      record: () => {},
      onFailure: () => location.reload(),
      after(page) {
        for (const field of form.querySelectorAll('input[type=hidden]')) field.remove();
        input.after(...page.querySelectorAll('form.search input[type=hidden]'));
        scrollTo({ top: scroll, behavior: 'instant' });
      },
    });
  }

  addEventListener('popstate', restore);
  addEventListener('scroll', noteScrollSoon, { passive: true });
  input.addEventListener('blur', finish);
  addEventListener('pagehide', finish);
  return { update, submit, pause: cancel };
}

async function fetchPage(url, signal) {
  const response = await fetch(url, { signal, headers: { Accept: 'text/html' } });
  if (!response.ok) throw new Error(`${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (!page.querySelector('main')) throw new Error('no page of ours');
  return page;
}

/** What the page says of the results, for those who do not see it. */
function totalsOf(main) {
  const says = main.querySelectorAll('.summary, .notice, #none');
  return [...says].map(({ textContent }) => textContent.trim()).join(' ');
}
