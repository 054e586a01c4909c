/** Takes code and tables that fit out of the way of the Tab key: only what scrolls needs the keys. */

const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute('tabindex');
  }
});
for (const scroller of document.querySelectorAll('.reader .scroll')) observer.observe(scroller);
