import type { FactView } from './view.ts';

/**
 * The same answer about a view, worked out once for each thing it is about: a view never changes. Only for what reads
 * nothing off the books, whose readings are noted each time.
 */
export function oncePerView<About, T>(make: (view: FactView, about: About) => T): (view: FactView, about: About) => T {
  const made = new WeakMap<FactView, Map<About, T>>();
  return (view, about) => {
    let held = made.get(view);
    if (held === undefined) {
      held = new Map();
      made.set(view, held);
    }
    let answer = held.get(about);
    if (answer === undefined) {
      answer = make(view, about);
      held.set(about, answer);
    }
    return answer;
  };
}
