import type { RouteName } from '../../shared/wire/routes.ts';
import { pathTo, ROUTES } from '../../shared/wire/routes.ts';
import { begunEarly } from './early-answers.ts';
import { type ApiProblem, asProblem, problemOf } from './problem.ts';

/** What a call adds to its route. */
export interface CallOptions {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** The mark of the answer one has: the server says so when it is still the one. */
  readonly etag?: string;
}

/** An answer with the mark it is known by. */
export interface Marked<Answer> {
  readonly etag: string | undefined;
  readonly value: Answer;
}

/**
 * One request to the API by the name of its route, and its JSON answer.
 * @throws ApiProblem for every refusal and every failure to connect; AbortError when the signal says stop.
 */
export async function call<Answer>(name: RouteName, options: CallOptions = {}): Promise<Answer> {
  const response = await reached(name, options);
  if (!response.ok) throw await refusalOf(response);
  if (response.status === 204) return undefined as Answer;
  return (await response.json()) as Answer;
}

/** The answer, unless it is still the one whose mark was given: then nothing. @throws ApiProblem as every call does */
export async function callIfNewer<Answer>(
  name: RouteName,
  options: CallOptions = {},
): Promise<Marked<Answer> | undefined> {
  const response = await reached(name, options);
  if (response.status === 304) return undefined;
  if (!response.ok) throw await refusalOf(response);
  return { etag: response.headers.get('etag') ?? undefined, value: (await response.json()) as Answer };
}

/** The address of a route with its query, for calls and for links to files. */
export function addressOf(name: RouteName, options: CallOptions = {}): string {
  const query = new URLSearchParams(options.query ?? {}).toString();
  return query === '' ? pathTo(name, options.params) : `${pathTo(name, options.params)}?${query}`;
}

type Listener = () => void;
const listeners = new Set<Listener>();

/** Calls the listener whenever the server says nobody is signed in. @returns how to stop listening. */
export function whenSignedOut(listener: Listener): Listener {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function reached(name: RouteName, options: CallOptions): Promise<Response> {
  const { method } = ROUTES[name];
  try {
    const address = addressOf(name, options);
    const early = method === 'GET' ? begunEarly(address) : undefined;
    if (early) return await unlessStopped(early, options.signal);
    return await fetch(address, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        accept: 'application/json',
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...(options.etag === undefined ? {} : { 'if-none-match': options.etag }),
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(options.body ?? {}) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  } catch (thrown) {
    if (options.signal?.aborted) throw thrown;
    throw asProblem(thrown);
  }
}

/** The answer, unless the signal says stop first. */
function unlessStopped(answer: Promise<Response>, signal: AbortSignal | undefined): Promise<Response> {
  if (signal === undefined) return answer;
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    answer.then(resolve, reject);
  });
}

/** A sign-in link that is refused is not the end of a session; everything else that is unauthenticated is. */
async function refusalOf(response: Response): Promise<ApiProblem> {
  const problem = await problemOf(response);
  const ended = problem.code === 'unauthenticated' && !response.url.includes('/api/sign-in/');
  if (ended) for (const listener of listeners) listener();
  return problem;
}
