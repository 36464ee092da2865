import type { Fault, FaultCode } from '../../shared/kernel/fault.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import { isProviderTrouble } from './provider-trouble.ts';
import type { Answer } from './reply.ts';

const STATUS: Readonly<Record<FaultCode, number>> = {
  invalid: 400,
  refused: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};

const TITLE: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** The refusal someone without a valid session gets, whatever was wrong with what they sent. */
export const NOT_SIGNED_IN: Fault = fault('unauthenticated', 'Sign in first.');
/** The one refusal for what is absent and for what someone may not know about. */
export const NOT_FOUND: Fault = fault('not-found', 'There is nothing here.');

/** What went wrong as a fault: refusals as they are, a provider that does not answer as `unavailable`, else nothing. */
export function faultIn(error: unknown): Fault | undefined {
  if (error instanceof FaultError) return error.fault;
  if (isProviderTrouble(error)) return fault('unavailable', 'The service is busy. Try again in a moment.', [], error);
  return undefined;
}

/** A fault as the answer a browser gets (RFC 9457). */
export function problemAnswer(of: Fault, requestId: string): Answer {
  const retry: Record<string, string> = of.code === 'unavailable' ? { 'retry-after': '5' } : {};
  return problem(STATUS[of.code], of.code, of.message, requestId, of.problems, retry, of.current);
}

/** A path that exists, asked for in a way it does not. */
export function methodNotAllowed(allow: readonly string[], requestId: string): Answer {
  const detail = `This address answers ${allow.join(' and ')} only.`;
  return problem(405, 'method-not-allowed', detail, requestId, [], { allow: allow.join(', ') });
}

/** A body that does not say it is JSON. */
export function unsupportedType(requestId: string): Answer {
  return problem(415, 'unsupported-type', 'Send JSON, with content type application/json.', requestId);
}

/** A mistake of ours. What it was is in the log, under the request id. */
export function brokenPromise(requestId: string): Answer {
  return problem(500, 'internal', 'Something went wrong on our side. It has been noted.', requestId);
}

function problem(
  status: number,
  code: string,
  detail: string,
  requestId: string,
  problems: ProblemResponse['problems'] = [],
  headers: Readonly<Record<string, string>> = {},
  current?: unknown,
): Answer {
  const body: ProblemResponse = {
    type: 'about:blank',
    title: TITLE[status] ?? 'Error',
    status,
    code,
    detail,
    problems,
    requestId,
    ...(current === undefined ? {} : { current }),
  };
  return {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
    cookies: [],
    body: JSON.stringify(body),
  };
}
