import type { Service } from './faults.ts';

/** One running process: what it still had to do dies with it. */
export interface Process {
  readonly name: string;
  alive: boolean;
  /** When Lambda ends it, whatever it is at. */
  readonly endsAt: number;
  /** How many answers of the world it waits for. */
  waiting: number;
  /** What happens when it is killed rather than done. */
  onKilled?: () => void;
}

/** What a service does when it is called, and how it sounds when something goes wrong. */
export interface ServiceCall<T> {
  readonly service: Service;
  readonly operation: string;
  act(): T;
  /** What comes of a second, equal request; left out where nobody repeats one. */
  again?(): T;
  failure(kind: 'errBefore' | 'lostResponse' | 'throttle' | 'partial'): Error;
  /** The answer in pieces, where that is not an error of the call itself. */
  torn?(answer: T): T;
}
