/** Runs in the page: notes when the first element that shows a figure has digits in it, inside shadow roots too. */
(() => {
  const texts = (root) =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches('.figure, scc-figure') ? [element.shadowRoot?.textContent ?? element.textContent ?? ''] : []),
      ...(element.shadowRoot ? texts(element.shadowRoot) : []),
    ]);
  const look = () => {
    if (texts(document).some((text) => /\d/.test(text))) globalThis.firstFigureAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
