/**
 * Takes away the figures that `early.ts` shows until the app draws them: when it has, and wherever the app has something
 * else to say in their place.
 */
export function endEarlyFigures(): void {
  document.querySelector('.early')?.remove();
}
