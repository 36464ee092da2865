/** Why something expected could not be done. The list is closed; HTTP and log lines are chosen from it in one place. */
export type FaultCode =
  | 'invalid' // what was sent does not fit; problems name the fields
  | 'refused' // the rules say no; problems name the reasons
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict' // someone else changed it first
  | 'too-large'
  | 'too-many'
  | 'unavailable'; // something we depend on did not answer

/** One reason, and the field it is about, in the sender's own path: priceLines[2].unitCents. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

export interface Fault {
  readonly code: FaultCode;
  /** A sentence for the person. Nothing secret. */
  readonly message: string;
  readonly problems: readonly Problem[];
  /** Of a conflict: the record as somebody else left it, for whoever may read it and was overtaken. */
  readonly current?: unknown;
  /** For the log alone. */
  readonly cause?: unknown;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fault(code: FaultCode, message: string, problems: readonly Problem[] = [], cause?: unknown): Fault {
  return cause === undefined ? { code, message, problems } : { code, message, problems, cause };
}

/** Somebody else was faster: with the record as it is now, so that both versions can be looked at. */
export function overtaken(message: string, current: unknown, problems: readonly Problem[] = []): Fault {
  return { code: 'conflict', message, problems, current };
}

/** A refusal with every reason at once. */
export function refused<T = never>(
  code: FaultCode,
  message: string,
  problems: readonly Problem[] = [],
  cause?: unknown,
): Result<T> {
  return { ok: false, fault: fault(code, message, problems, cause) };
}

/** A refusal carried through layers that cannot return one. Caught in exactly one place per entry point. */
export class FaultError extends Error {
  readonly fault: Fault;
  constructor(of: Fault) {
    super(of.message, { cause: of.cause });
    this.name = 'FaultError';
    this.fault = of;
  }
}

/** The value, or the refusal thrown. For services, where a refusal ends the recipe. */
export function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new FaultError(result.fault);
  return result.value;
}
