/** Keeps days that are not filled in out of the address: without it, `from=&to=` is asked, and means the same. */

/** Listens on the document: the form is another one with each search. */
export function leaveOutEmptyDays() {
  document.addEventListener('formdata', ({ target, formData }) => {
    if (!target.matches('.dates')) return;
    for (const name of ['from', 'to']) {
      if (formData.get(name) === '') formData.delete(name);
    }
  });
}
