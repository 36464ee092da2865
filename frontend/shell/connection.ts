import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether the device has a connection; tells the host when that changes and calls back when it is there again. */
export class Connection implements ReactiveController {
  online = navigator.onLine;
  readonly #host: ReactiveControllerHost;
  readonly #whenBack: () => void;

  constructor(host: ReactiveControllerHost, whenBack: () => void) {
    this.#host = host;
    this.#whenBack = whenBack;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#changed);
    window.addEventListener('offline', this.#changed);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#changed);
    window.removeEventListener('offline', this.#changed);
  }

  readonly #changed = (): void => {
    this.online = navigator.onLine;
    if (this.online) this.#whenBack();
    this.#host.requestUpdate();
  };
}
