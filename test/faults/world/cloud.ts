import type { Handler } from '../../../lambda/handler.ts';
import { handlerOf } from '../../../lambda/handler.ts';
import type { SelfEvent } from '../../../lambda/invoker.ts';
import type { Runtime } from '../../../lambda/runtime.ts';
import { runtimeOf } from '../../../lambda/runtime.ts';
import { instantOfMs } from '../../../shared/kernel/calendar.ts';
import type { Between, Place } from './place.ts';
import { substitutesIn } from './place.ts';
import type { Process } from './service-call.ts';

/** A way to build the product: as it is, or with one thing done as one should not. */
export interface Design {
  readonly name: string;
  /** What stands between the function and its services. */
  readonly between?: Between;
  /** The function instead of its own. */
  readonly handler?: (runtime: Runtime) => Handler;
  /** Whether the scheduler ticks; it does. */
  readonly sweeps?: boolean;
}

export const AS_IT_IS: Design = { name: 'as it is' };

/** Template and Lambda's own: how long an invocation may take, and when an asynchronous one that failed is tried again. */
const DEADLINE_MS = 120_000;
const RETRY_AFTER_MS = [60_000, 120_000];
const TICK_MS = 5 * 60_000;
/** Five hours of ticks; who still waits then waits for a day to pass, which fewer ticks show as well. */
const OFTEN = 60;
const SELDOM_MS = 60 * 60_000;
/** When what Lambda gave up of a topic's messages is handed over once more: somebody looks at the queue of failed work. */
const REDRIVEN_AFTER_MS = 5 * 60_000;

/** Lambda and the scheduler: every invocation is a process of its own; what fails or dies is tried again, twice. */
export class Cloud {
  readonly #place: Place;
  readonly #design: Design;
  #started = 0;
  /** Events Lambda gave up: they would lie in the dead-letter queue. */
  readonly dropped: unknown[] = [];
  /** Messages of the mail topic that were handed over and not dealt with yet. */
  untold = 0;

  constructor(place: Place, design: Design) {
    this.#place = place;
    this.#design = design;
  }

  /** Hands an event to the function, as asynchronous invocation does. */
  invoke(event: unknown, tried = 0): void {
    const again = () => {
      const wait = RETRY_AFTER_MS[tried];
      if (wait === undefined) this.dropped.push(event);
      else this.#place.world.after(wait, () => this.invoke(event, tried + 1));
    };
    this.run(
      nameOf(event),
      (runtime, endsAt) => {
        const getRemainingTimeInMillis = () => endsAt - this.#place.world.now;
        return (this.#design.handler ?? handlerOf)(runtime)(event, { getRemainingTimeInMillis });
      },
      again,
    );
  }

  /** Hands over a message of the mail topic; one that Lambda gives up is handed over again until it is dealt with. */
  tell(event: unknown, tried = 0): void {
    if (tried === 0) this.untold += 1;
    const wait = RETRY_AFTER_MS[tried % (RETRY_AFTER_MS.length + 1)] ?? REDRIVEN_AFTER_MS;
    const again = () => this.#place.world.after(wait, () => this.tell(event, tried + 1));
    const handle = async (runtime: Runtime) => {
      await (this.#design.handler ?? handlerOf)(runtime)(event);
    };
    this.run('mail event', handle, again, () => {
      this.untold -= 1;
    });
  }

  /** The scheduler's tick, now. */
  tick(): void {
    if (this.#design.sweeps === false) return;
    const scheduledTime = instantOfMs(this.#place.world.now);
    this.invoke({ source: 'scc.scheduler', kind: 'sweep', scheduledTime });
  }

  /** One tick now and one every five minutes, until there is no more reason to; after some hours one an hour will do. */
  tickWhile(isNeeded: () => boolean, ticked = 0): void {
    if (!isNeeded()) return;
    this.tick();
    const wait = ticked < OFTEN ? TICK_MS : SELDOM_MS;
    this.#place.world.after(wait, () => this.tickWhile(isNeeded, ticked + 1));
  }

  /** A process of its own doing some work with the function's wiring; `failed` when it fails, dies or runs too long. */
  run(
    name: string,
    work: (runtime: Runtime, endsAt: number) => Promise<unknown>,
    failed: () => void,
    done: () => void = () => undefined,
  ): void {
    const { world } = this.#place;
    this.#started += 1;
    const endsAt = world.now + DEADLINE_MS;
    const process: Process = { name: `${this.#started}:${name}`, alive: true, endsAt, waiting: 0, onKilled: failed };
    world.begin(process);
    const invoked = (event: SelfEvent) => world.after(0, () => this.invoke(event));
    const wired = substitutesIn(this.#place, process, invoked, this.#design.between);
    let isOver = false;
    const over = (ending: string, then?: () => void) => {
      if (!process.alive) return;
      isOver = true;
      world.end(process);
      world.note(`${process.name} ${ending}`);
      then?.();
    };
    work(runtimeOf(this.#place.config, wired), endsAt).then(
      () => over('is done', done),
      (error: unknown) => over(`fails: ${String(error)}`, failed),
    );
    world.after(DEADLINE_MS, () => isOver || world.kill(process));
  }
}

function nameOf(event: unknown): string {
  return String((event as { readonly kind?: unknown }).kind);
}
