/** Tells text that was typed from text that an input method is still composing. */

/**
 * @param onText called after every change, but not while something is being composed; once it is
 *   done, at once
 * @param onStart called when composing begins: what was under way must not happen meanwhile
 */
export function watchComposition(input, { onStart, onText }) {
  let isActive = false;
  input.addEventListener('compositionstart', () => {
    isActive = true;
    onStart();
  });
  input.addEventListener('compositionend', () => {
    isActive = false;
    onText();
  });
  input.addEventListener('input', (event) => {
    if (!isActive && !event.isComposing) onText();
  });
  return { isActive: () => isActive };
}

/** Whether the key belongs to the input method. Safari says so of the key that ends it only by 229. */
export function isComposingKey(event) {
  return event.isComposing || event.keyCode === 229;
}
