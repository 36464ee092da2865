import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RunResponse } from '../../shared/wire/reports.ts';
import { Load } from '../api/load.ts';
import { readRun } from './reports-api.ts';
import { isSettled } from './run-model.ts';

/** How often a run that is not complete is read again. */
const EVERY_MS = 1_000;

/** How often one that is complete is read for news of its mails, where that is wanted. */
const NEWS_EVERY_MS = 5_000;

/** A run that is read until it is complete, and then no more, or seldom, for news of its mails; nor while nobody looks. */
export class PolledRun implements ReactiveController {
  readonly load: Load<RunResponse>;
  readonly #whenComplete: (answer: RunResponse) => void;
  readonly #until: 'complete' | 'and-news';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #runKey = '';
  #wasRunning = false;
  #closedAs: RunResponse['run']['state'] | undefined;

  /** Whoever asks is told when the run is complete, and when it turns out to be otherwise. */
  constructor(
    host: ReactiveControllerHost,
    whenComplete: (answer: RunResponse) => void,
    until: 'complete' | 'and-news' = 'complete',
  ) {
    this.load = new Load(host);
    this.#whenComplete = whenComplete;
    this.#until = until;
    host.addController(this);
  }

  /** Follows a run by its key. */
  follow(runKey: string): void {
    if (runKey !== this.#runKey) this.#closedAs = undefined;
    this.#runKey = runKey;
    this.load.want(`run ${runKey}`, (signal) => readRun(runKey, signal));
  }

  hostConnected(): void {}

  hostUpdated(): void {
    const answer = this.load.value;
    const { state } = this.load;
    if (answer === undefined || (state.kind === 'ready' && state.refresh === 'running')) return;
    if (isSettled(answer.run)) this.#closed(answer);
    else {
      this.#wasRunning = true;
      this.#timer ??= setTimeout(this.#again, EVERY_MS);
    }
  }

  #closed(answer: RunResponse): void {
    const { state } = answer.run;
    const isNews = this.#wasRunning || (this.#closedAs !== undefined && this.#closedAs !== state);
    this.#wasRunning = false;
    this.#closedAs = state;
    if (isNews) this.#whenComplete(answer);
    if (this.#until === 'and-news' && answer.deliveries.length > 0) {
      this.#timer ??= setTimeout(this.#again, NEWS_EVERY_MS);
    }
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
