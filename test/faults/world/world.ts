import type { Dice } from './dice.ts';
import type { FaultKind, FaultPlan } from './faults.ts';
import type { Process, ServiceCall } from './service-call.ts';

interface Pending extends ServiceCall<unknown> {
  readonly process: Process;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly ring: () => void;
}

/** How the order of what could happen next is chosen. */
export type Order = 'as-asked' | 'by-dice';

/** When a caller gives up, and when what it asked happens all the same: after every deadline, before a claim is given up. */
const GIVEN_UP_MS = 10_000;
const LATE_MS = 8 * 60_000;
/** More turns of the event loop than any loading takes. */
const MOST_TURNS = 5_000_000;
/** More calls than this, and something is going round in circles. */
const MOST_CALLS = 20_000;

/** From a call on, every clock of the world is wrong by so much. */
export interface Jump {
  readonly at: number;
  readonly ms: number;
}

/** The work of a schedule did not come to an end. */
export class Livelock extends Error {}

/**
 * A world in which nothing happens by itself. Processes ask services; each question waits until the world comes to it,
 * one at a time, in an order the dice choose, struck by what the plan says. Time stands still while anything can happen,
 * unless calls take time.
 */
export class World {
  now: number;
  /** Calls made and faults that struck, in their order: the schedule, as it can be told and repeated. */
  readonly trace: string[] = [];
  calls = 0;
  readonly struck = new Map<FaultKind, number>();
  readonly #dice: Dice;
  readonly #order: Order;
  readonly #plan: FaultPlan;
  readonly isTracing: boolean;
  #pending: Pending[] = [];
  readonly #timers: Timer[] = [];
  #timersMade = 0;
  #working = 0;
  readonly #running = new Set<Process>();

  /** How long a call takes; none by itself. */
  readonly #paceMs: number;
  readonly #jump: Jump | undefined;

  constructor(
    start: number,
    dice: Dice,
    plan: FaultPlan,
    { order, tracing, paceMs = 0, jump }: { order: Order; tracing: boolean; paceMs?: number; jump?: Jump | undefined },
  ) {
    this.now = start;
    this.#paceMs = paceMs;
    this.#jump = jump;
    this.#dice = dice;
    this.#plan = plan;
    this.#order = order;
    this.isTracing = tracing;
  }

  /** By how much the clocks of processes are wrong. */
  get clockOffMs(): number {
    return this.#jump === undefined || this.calls <= this.#jump.at ? 0 : this.#jump.ms;
  }

  /** Asks a service. The answer comes when the world gets there; never, to a process that is dead by then. */
  call<T>(process: Process, call: ServiceCall<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (!process.alive) return;
      process.waiting += 1;
      this.#pending.push({
        ...(call as ServiceCall<unknown>),
        process,
        resolve: resolve as Pending['resolve'],
        reject,
      });
    });
  }

  /** A process that runs: the world does not go on while it computes. */
  begin(process: Process): void {
    this.#running.add(process);
  }

  /** A process that has ended by itself. */
  end(process: Process): void {
    process.alive = false;
    this.#running.delete(process);
  }

  /** Does something at a later time. */
  after(ms: number, ring: () => void): void {
    this.#timersMade += 1;
    this.#timers.push({ at: this.now + ms, order: this.#timersMade, ring });
  }

  /** Waits while a process does; the dead wait for ever. */
  pause(process: Process, upToMs: number): Promise<void> {
    process.waiting += 1;
    return new Promise((resolve) => this.after(this.#dice.below(upToMs) + 1, () => this.#answer(process, resolve)));
  }

  /** Waits for what never comes: until the process has no more time. */
  hang(process: Process): Promise<never> {
    process.waiting += 1;
    return new Promise(() => undefined);
  }

  /** Work that takes real time: the world stands still until it is done. */
  async working<T>(work: Promise<T>): Promise<T> {
    this.#working += 1;
    try {
      return await work;
    } finally {
      this.#working -= 1;
    }
  }

  kill(process: Process): void {
    if (!process.alive) return;
    this.end(process);
    this.#pending = this.#pending.filter((call) => call.process !== process);
    this.note(`${process.name} dies`);
    process.onKilled?.();
  }

  note(what: string): void {
    if (this.isTracing) this.trace.push(what);
  }

  /** Lets everything happen up to a time; what would come later waits. @throws Livelock when it does not end. */
  async runUntil(end: number): Promise<void> {
    for (;;) {
      await this.#quiet();
      if (this.#paceMs > 0 && this.#ringOne(this.now)) continue;
      if (this.#pending.length > 0) this.#answerOne();
      else if (!this.#ringOne(end)) break;
    }
    this.now = Math.max(this.now, end);
  }

  /** When nobody computes any more, everybody waits for the world: at once, but for what is loaded for the first time. */
  async #quiet(): Promise<void> {
    for (let turns = 0; ; turns += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#working === 0 && ![...this.#running].some(({ waiting }) => waiting === 0)) return;
      if (turns > MOST_TURNS) throw new Error('a process waits for something this world does not know');
    }
  }

  /** Tells a process what it waits for, while it lives. */
  #answer(process: Process, tell: () => void): void {
    if (!process.alive) return;
    process.waiting -= 1;
    tell();
  }

  #ringOne(end: number): boolean {
    const next = this.#timers.reduce<Timer | undefined>(
      (first, timer) => (first === undefined || timer.at < first.at ? timer : first),
      undefined,
    );
    if (next === undefined || next.at > end) return false;
    this.#timers.splice(this.#timers.indexOf(next), 1);
    this.now = Math.max(this.now, next.at);
    next.ring();
    return true;
  }

  #answerOne(): void {
    const at = this.#order === 'as-asked' ? 0 : this.#dice.below(this.#pending.length);
    const [call] = this.#pending.splice(at, 1) as [Pending];
    const n = this.calls;
    this.calls += 1;
    this.now += this.#paceMs;
    if (this.calls > MOST_CALLS) throw new Livelock(`more than ${MOST_CALLS} calls`);
    const planned = this.#plan({ n, at: this.now, service: call.service });
    const kind = planned === 'dupInvoke' && call.again === undefined ? undefined : planned;
    if (kind !== undefined) this.struck.set(kind, (this.struck.get(kind) ?? 0) + 1);
    this.note(`${n} ${call.process.name} ${call.service} ${call.operation}${kind === undefined ? '' : ` !${kind}`}`);
    this.#strike(call, kind);
  }

  #strike(call: Pending, kind: FaultKind | undefined): void {
    const { process, act } = call;
    const fails = (error: Error) => this.#answer(process, () => call.reject(error));
    switch (kind) {
      case undefined:
        this.#settle(call, act);
        break;
      case 'errBefore':
      case 'throttle':
        fails(call.failure(kind));
        break;
      case 'killBefore':
        this.kill(process);
        break;
      case 'killAfter':
        actQuietly(act);
        this.kill(process);
        break;
      case 'lostResponse':
        actQuietly(act);
        fails(call.failure(kind));
        break;
      case 'partial':
        this.#settle(call, () => {
          const answer = act();
          if (call.torn) return call.torn(answer);
          throw call.failure(kind);
        });
        break;
      case 'dupInvoke':
        actQuietly(act);
        this.#settle(call, call.again ?? act);
        break;
      case 'delay':
        this.after(GIVEN_UP_MS, () => fails(call.failure('lostResponse')));
        this.after(LATE_MS, () => actQuietly(act));
    }
  }

  #settle(call: Pending, act: () => unknown): void {
    this.#answer(call.process, () => {
      try {
        call.resolve(act());
      } catch (error) {
        call.reject(error);
      }
    });
  }
}

/** The service acts, and nobody hears what it says. */
function actQuietly(act: () => unknown): void {
  try {
    act();
  } catch {
    // Nobody is told.
  }
}
