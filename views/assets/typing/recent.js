/** The last searches, kept in this browser alone; where it keeps nothing, there are none. */

const KEY = 'zhaowen.recent';
const MAX = 20;
const MAX_LENGTH = 200;

export function createRecent() {
  /** The latest first. */
  function list() {
    try {
      const stored = JSON.parse(localStorage.getItem(KEY) ?? '[]');
      const texts = Array.isArray(stored) ? stored.filter((q) => typeof q === 'string') : [];
      return texts.slice(0, MAX);
    } catch {
      return [];
    }
  }

  function store(searches) {
    try {
      if (searches.length === 0) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, JSON.stringify(searches.slice(0, MAX)));
    } catch {
      // Full or forbidden.
    }
  }

  function remove(q) {
    store(list().filter((other) => other !== q));
  }

  function add(text) {
    const q = text.trim();
    if (q === '' || q.length > MAX_LENGTH) return;
    store([q, ...list().filter((other) => other !== q)]);
  }

  return { list, add, remove, clear: () => store([]) };
}
