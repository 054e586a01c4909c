/** What happens on every page while a reader types; without it all forms and links work as they are. */

import { createCombobox } from './typing/combobox.js';
import { watchComposition } from './typing/composition.js';
import { leaveOutEmptyDays } from './typing/empty-days.js';
import { listenForKeys } from './typing/keys.js';
import { createLiveResults } from './typing/live-results.js';
import { createRecent } from './typing/recent.js';
import { createTheme } from './typing/theme-switch.js';

createTheme(document.querySelector('.theme'));
leaveOutEmptyDays();

const form = document.querySelector('form.search');
const input = form?.querySelector('input[name=q]');
if (input) start(form, input);

function start(form, input) {
  const words = JSON.parse(form.dataset.words);
  const recent = createRecent();
  const results = createLiveResults(form, input, { onFinished: recent.add });
  const keys = listenForKeys(input);
  const combobox = createCombobox(form, input, { words, recent, leaveDown: keys.walkIn });

  const composition = watchComposition(input, {
    onStart() {
      combobox.pause();
      results?.pause();
    },
    onText() {
      combobox.update();
      results?.update();
    },
  });
  form.addEventListener('submit', (event) => {
    if (composition.isActive()) {
      event.preventDefault();
      return;
    }
    combobox.close();
    recent.add(input.value);
    results?.submit(event);
  });
}
