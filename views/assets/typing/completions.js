/** Asks the server for completions: not at every key, never twice, and only the last answer counts. */

/** Milliseconds without a key before it asks. */
const DELAY = 120;
/** Answers kept; the oldest go. */
const MAX_KEPT = 100;

export function createCompletions(url) {
  const kept = new Map();
  let timer;
  let controller;
  let isAsking = false;

  function cancel() {
    isAsking = false;
    clearTimeout(timer);
    controller?.abort();
    controller = undefined;
  }

  /** @param onAnswer not called when something else was asked or all was cancelled meanwhile */
  function ask(q, onAnswer) {
    cancel();
    if (kept.has(q)) {
      onAnswer(kept.get(q));
      return;
    }
    isAsking = true;
    timer = setTimeout(() => load(q, onAnswer), DELAY);
  }

  async function load(q, onAnswer) {
    const own = new AbortController();
    controller = own;
    let suggestions = [];
    try {
      const query = new URLSearchParams({ q: q.toWellFormed?.() ?? q });
      const response = await fetch(`${url}?${query}`, { signal: own.signal });
      if (response.ok) ({ suggestions } = await response.json());
      if (response.ok) keep(q, suggestions);
    } catch {
      // Typing goes on without completions.
    }
    if (controller !== own) return;
    isAsking = false;
    onAnswer(suggestions);
  }

  function keep(q, suggestions) {
    kept.set(q, suggestions);
    if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value);
  }

  return { ask, cancel, isAsking: () => isAsking };
}
