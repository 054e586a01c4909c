/** Applies the chosen theme before the first paint; loaded in the head, and no module, for that reason. */

(() => {
  let theme = null;
  try {
    theme = localStorage.getItem('zhaowen.theme');
  } catch {
    // Storage may be forbidden; then the system's choice holds.
  }
  document.documentElement.dataset.theme = theme === 'light' || theme === 'dark' ? theme : 'system';
})();
