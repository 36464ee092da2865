import { Dice } from './dice.ts';

/**
 * What can strike one call to a service:
 * `errBefore` it was never reached; `lostResponse` it acted, the answer never came; `killBefore`, `killAfter` the process
 * died before or after it acted; `throttle` it refused for being asked too much; `dupInvoke` it acted twice, as when a
 * client repeats a request whose answer was lost, or an event is delivered twice; `delay` it acted long after everybody
 * had given up; `partial` it acted and answered in pieces.
 */
export const FAULT_KINDS = [
  'errBefore',
  'lostResponse',
  'killBefore',
  'killAfter',
  'throttle',
  'dupInvoke',
  'delay',
  'partial',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export type Service = 'tables' | 'archive' | 'mail' | 'invoke' | 'secrets';

/** One call as a plan sees it: the how-manieth of the run, when, and to whom. */
export interface CallSeen {
  readonly n: number;
  readonly at: number;
  readonly service: Service;
}

/** Says what strikes a call, if anything. */
export type FaultPlan = (call: CallSeen) => FaultKind | undefined;

export const NO_FAULTS: FaultPlan = () => undefined;

/** How long a fault that stays stays: longer than a run waits for what it cannot read, and then it heals. */
const OUTAGE_MS = 90 * 60_000;

/** The same fault at the calls of these numbers. */
export function atCalls(faults: ReadonlyMap<number, FaultKind>): FaultPlan {
  return ({ n }) => faults.get(n);
}

/** A fault that strikes a call and, for an hour and a half, every later one of the same service. */
export function lastingFrom(first: number, kind: FaultKind): FaultPlan {
  let struck: { readonly service: Service; readonly until: number } | undefined;
  return ({ n, at, service }) => {
    if (n === first) struck = { service, until: at + OUTAGE_MS };
    return struck?.service === service && at <= struck.until ? kind : undefined;
  };
}

/** Faults of these kinds at random, this often, until a time; then the weather is fine. */
export function stormUntil(end: number, seed: number, rate: number, kinds: readonly FaultKind[]): FaultPlan {
  const dice = new Dice(seed ^ 0x5bd1e995);
  return ({ at }) => (at < end && dice.chance() < rate ? kinds[dice.below(kinds.length)] : undefined);
}
