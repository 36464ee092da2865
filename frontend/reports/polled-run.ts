import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RunResponse } from '../../shared/wire/reports.ts';
import { Load } from '../api/load.ts';
import { readRun } from './reports-api.ts';
import { isSettled } from './run-model.ts';

/** How often a run that is not complete is read again. */
const EVERY_MS = 1_000;

/** A run that is read until it is complete, and then no more; nor while nobody looks. */
export class PolledRun implements ReactiveController {
  readonly load: Load<RunResponse>;
  readonly #whenComplete: (answer: RunResponse) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wasRunning = false;

  constructor(host: ReactiveControllerHost, whenComplete: (answer: RunResponse) => void) {
    this.load = new Load(host);
    this.#whenComplete = whenComplete;
    host.addController(this);
  }

  /** Follows a run by its key. */
  follow(runKey: string): void {
    this.load.want(`run ${runKey}`, (signal) => readRun(runKey, signal));
  }

  hostConnected(): void {}

  hostUpdated(): void {
    const answer = this.load.value;
    const { state } = this.load;
    if (answer === undefined || (state.kind === 'ready' && state.refresh === 'running')) return;
    if (isSettled(answer.run)) {
      if (this.#wasRunning) this.#whenComplete(answer);
      this.#wasRunning = false;
      return;
    }
    this.#wasRunning = true;
    this.#timer ??= setTimeout(this.#again, EVERY_MS);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #again = (): void => {
    this.#timer = undefined;
    if (document.visibilityState === 'visible') void this.load.again();
    else this.#timer = setTimeout(this.#again, EVERY_MS);
  };
}
