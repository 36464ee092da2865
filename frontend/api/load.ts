import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Loaded } from './load-model.ts';
import { arrived, begun, failed, PATIENCE_MS, slowed } from './load-model.ts';
import { asProblem } from './problem.ts';

/** How a panel gets its data: told what to fetch under which key; the newest request wins and old data is kept. */
export class Load<T> implements ReactiveController {
  state: Loaded<T> = { kind: 'waiting' };
  readonly #host: ReactiveControllerHost;
  #key: string | undefined;
  #fetch: ((signal: AbortSignal) => Promise<T>) | undefined;
  #running: AbortController | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The value last fetched, if any. */
  get value(): T | undefined {
    return this.state.kind === 'ready' ? this.state.value : undefined;
  }

  /** Fetches when the key is not the one already asked for; what another key showed is dropped, what it once had is back. */
  want(key: string, fetch: (signal: AbortSignal) => Promise<T>): void {
    this.#fetch = fetch;
    if (key === this.#key) return;
    this.#key = key;
    const remembered = memory.get(key) as T | undefined;
    this.state = remembered === undefined ? { kind: 'waiting' } : arrived(remembered);
    void this.again();
  }

  /** Fetches once more; resolves when the answer, or the failure, is on the screen. */
  async again(): Promise<void> {
    const key = this.#key;
    if (key === undefined || this.#fetch === undefined) return;
    this.stop();
    const running = new AbortController();
    this.#running = running;
    this.#patience = setTimeout(() => this.#show(slowed(this.state)), PATIENCE_MS);
    this.#show(begun(this.state));
    try {
      const value = await this.#fetch(running.signal);
      if (this.#running !== running) return;
      memory.set(key, value);
      this.#show(arrived(value));
    } catch (thrown) {
      if (this.#running === running && !running.signal.aborted) this.#show(failed(this.state, asProblem(thrown)));
    } finally {
      if (this.#running === running) clearTimeout(this.#patience);
    }
  }

  /** Gives up whatever is under way. */
  stop(): void {
    clearTimeout(this.#patience);
    this.#running?.abort();
    this.#running = undefined;
  }

  hostConnected(): void {
    window.addEventListener('online', this.#backOnline);
    if (this.#key !== undefined && this.#running === undefined) void this.again();
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#backOnline);
    this.stop();
  }

  /** What could not be had without a connection is fetched when there is one again; nobody has to ask. */
  readonly #backOnline = (): void => {
    const { state } = this;
    const missed = state.kind === 'failed' || (state.kind === 'ready' && typeof state.refresh === 'object');
    if (missed) void this.again();
  };

  #show(state: Loaded<T>): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

/** Last good answers of this visit: a place one comes back to, or has no signal at, shows them at once. */
const memory = new Map<string, unknown>();

/** Forgets every answer; for signing out. */
export function forgetAnswers(): void {
  memory.clear();
}
