/** The choice between light, dark and what the system says; theme.js applies it on later pages. */

const KEY = 'zhaowen.theme';

/** @param fieldset its radio buttons have the themes as values */
export function createTheme(fieldset) {
  if (!fieldset) return;
  const { dataset } = document.documentElement;
  const check = () => {
    for (const radio of fieldset.elements) radio.checked = radio.value === dataset.theme;
  };
  check();
  fieldset.addEventListener('change', ({ target }) => {
    dataset.theme = target.value;
    try {
      if (target.value === 'system') localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, target.value);
    } catch {
      // Then it holds for this page.
    }
  });
  // Another tab has changed it.
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== KEY) return;
    dataset.theme = newValue ?? 'system';
    check();
  });
}
