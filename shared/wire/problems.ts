import type { Problem } from '../kernel/fault.ts';

/** What a refusal looks like on the wire (RFC 9457, application/problem+json). */
export interface ProblemResponse {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly problems: readonly Problem[];
  readonly requestId: string;
  /** Of a conflict about a record: the record as it is now. */
  readonly current?: unknown;
}
