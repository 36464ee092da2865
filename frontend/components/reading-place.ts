import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far down the window the line is that a section has to cross to be the one that is read. */
const LINE = 0.25;
/** How long a chosen section stays the current one, whatever the window passes on its way there. */
const ON_THE_WAY_MS = 600;

/** Which section of its host somebody is reading; and how they go to another one, the keyboard with them. */
export class ReadingPlace implements ReactiveController {
  current: string | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #seen = new Set<Element>();
  #onTheWayUntil = 0;
  #watch: IntersectionObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#watch = new IntersectionObserver(() => this.#passed(), {
      rootMargin: `-${LINE * 100}% 0px -${99 - LINE * 100}% 0px`,
    });
    this.#seen.clear();
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    for (const section of this.#host.shadowRoot?.querySelectorAll('section[id]') ?? []) {
      if (this.#seen.has(section)) continue;
      this.#seen.add(section);
      this.#watch?.observe(section);
    }
  }

  hostDisconnected(): void {
    this.#watch?.disconnect();
  }

  /** Brings a section to the top of the window, and the focus to its heading. Whether there is such a section. */
  goTo(id: string): boolean {
    const section = this.#host.shadowRoot?.getElementById(id);
    if (section === null || section === undefined) return false;
    this.#onTheWayUntil = performance.now() + ON_THE_WAY_MS;
    section.scrollIntoView();
    section.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    this.#read(id);
    return true;
  }

  /** The last section that has begun above the line; above them all there is none. */
  #passed(): void {
    if (performance.now() < this.#onTheWayUntil) return;
    const begun = [...this.#seen].filter((section) => section.getBoundingClientRect().top <= window.innerHeight * LINE);
    this.#read(begun.at(-1)?.id);
  }

  #read(id: string | undefined): void {
    if (id === this.current) return;
    this.current = id;
    this.#host.requestUpdate();
  }
}
