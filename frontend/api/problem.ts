import type { FaultCode, Problem } from '../../shared/kernel/fault.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';

/** Why a request brought no answer: a refusal of the server, or no connection to it. */
export class ApiProblem extends Error {
  readonly code: FaultCode | 'offline';
  readonly status: number;
  readonly problems: readonly Problem[];
  readonly requestId: string | undefined;
  /** Of a conflict about a record: the record as it is now. */
  readonly current: unknown;

  constructor(
    code: FaultCode | 'offline',
    message: string,
    more: { status?: number; problems?: readonly Problem[]; requestId?: string; current?: unknown } = {},
  ) {
    super(message);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = more.status ?? 0;
    this.problems = more.problems ?? [];
    this.requestId = more.requestId;
    this.current = more.current;
  }

  /** What is wrong with one field, in words; nothing when the field is fine. */
  about(field: string): string | undefined {
    return this.problems.find((problem) => problem.field === field)?.message;
  }
}

/** The problem a response that is not ok describes, read without trusting its shape. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = await response.json().catch(() => undefined);
  if (!isProblem(body)) {
    return new ApiProblem(response.status === 401 ? 'unauthenticated' : 'unavailable', plainWords(response.status), {
      status: response.status,
    });
  }
  return new ApiProblem(body.code as FaultCode, body.detail, {
    status: response.status,
    problems: body.problems,
    requestId: body.requestId,
    current: body.current,
  });
}

/** Anything thrown, as a problem: a failed connection, or a promise of our own that broke. */
export function asProblem(thrown: unknown): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown;
  if (thrown instanceof TypeError) {
    return new ApiProblem('offline', 'The server could not be reached. Check your connection and try again.');
  }
  return new ApiProblem('unavailable', 'Something in this page broke. Reload it and try again.');
}

function isProblem(body: unknown): body is ProblemResponse {
  if (typeof body !== 'object' || body === null) return false;
  const { code, detail, problems } = body as Record<string, unknown>;
  return typeof code === 'string' && typeof detail === 'string' && Array.isArray(problems);
}

function plainWords(status: number): string {
  if (status === 401) return 'You are signed out.';
  if (status === 403) return 'You may not do this.';
  if (status === 404) return 'This is not here, or not for you.';
  if (status === 429) return 'Too many requests. Wait a minute and try again.';
  return 'The server did not answer as expected. Try again in a moment.';
}
