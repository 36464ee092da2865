import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { keep, kept } from '../api/kept.ts';
import { PATIENCE_MS } from '../api/load-model.ts';
import { asProblem } from '../api/problem.ts';
import type { HeldDashboard, Live } from './live-model.ts';
import { changeSentence } from './live-model.ts';
import { readDashboard } from './reports-api.ts';

/** How often the figures are asked for while somebody looks. */
const EVERY_MS = 4_000;
/** How long one question may take: a boat loses its signal without the device noticing. */
const GIVE_UP_MS = 10_000;
const NAME = 'dashboard';

/**
 * The dashboard that follows the books: asked for every four seconds while the tab is seen, at once when it is seen
 * again or back online. The last good figures stay until there are newer ones.
 */
export class LiveDashboard implements ReactiveController {
  live: Live = { held: undefined, check: 'first' };
  readonly #host: ReactiveControllerHost;
  readonly #tell: (sentence: string) => void;
  #userId: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  constructor(host: ReactiveControllerHost, tell: (sentence: string) => void) {
    this.#host = host;
    this.#tell = tell;
    host.addController(this);
  }

  /** Whose dashboard it is, as soon as that is known: what another person had is not shown. */
  of(userId: string | undefined): void {
    if (userId === undefined || userId === this.#userId) return;
    const before = this.#userId;
    this.#userId = userId;
    if (before === undefined && this.live.held !== undefined && this.live.check === 'good') {
      keep(NAME, userId, this.live.held); // the server has just said that they are theirs
      return;
    }
    const mine = kept<HeldDashboard>(NAME, userId);
    if (before !== undefined || mine === undefined) this.live = { ...this.live, held: mine };
    const isAsked = before === undefined && this.#asking !== undefined;
    if (this.live.held === undefined && !isAsked) void this.ask();
  }

  /** Asks now, whatever was planned. */
  readonly ask = async (): Promise<void> => {
    this.#stop();
    const asking = new AbortController();
    this.#asking = asking;
    const patience = setTimeout(() => {
      if (this.live.check === 'first') this.#show({ ...this.live, check: 'slow' });
    }, PATIENCE_MS);
    const deadline = setTimeout(() => asking.abort(new TypeError('no answer')), GIVE_UP_MS);
    try {
      const newer = await readDashboard(this.live.held?.etag, asking.signal);
      if (this.#asking === asking) this.#arrived(newer && { etag: newer.etag, answer: newer.value });
    } catch (thrown) {
      const isTheirs = asking.signal.aborted && !(asking.signal.reason instanceof TypeError);
      if (this.#asking === asking && !isTheirs) {
        this.#show({ ...this.live, check: asProblem(asking.signal.aborted ? asking.signal.reason : thrown) });
      }
    } finally {
      clearTimeout(patience);
      clearTimeout(deadline);
      if (this.#asking === asking) this.#plan();
    }
  };

  hostConnected(): void {
    this.live = { held: kept<HeldDashboard>(NAME, this.#userId), check: 'first' };
    document.addEventListener('visibilitychange', this.#seen);
    window.addEventListener('online', this.ask);
    window.addEventListener('offline', this.ask);
    void this.ask();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#seen);
    window.removeEventListener('online', this.ask);
    window.removeEventListener('offline', this.ask);
    this.#stop();
  }

  #arrived(newer: HeldDashboard | undefined): void {
    const before = this.live.held;
    this.#show({ held: newer ?? before, check: 'good' });
    if (newer === undefined) return;
    if (this.#userId !== undefined) keep(NAME, this.#userId, newer);
    const change = before && changeSentence(before.answer.document, newer.answer.document);
    if (change !== undefined) this.#tell(change);
  }

  readonly #seen = (): void => {
    if (document.visibilityState === 'visible') void this.ask();
    else this.#stop();
  };

  #plan(): void {
    this.#asking = undefined;
    if (document.visibilityState === 'visible') this.#timer = setTimeout(() => void this.ask(), EVERY_MS);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    const asking = this.#asking;
    this.#asking = undefined;
    asking?.abort();
  }

  #show(live: Live): void {
    this.live = live;
    this.#host.requestUpdate();
  }
}
