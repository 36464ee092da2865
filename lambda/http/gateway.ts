import type { ApiRequest } from './api-request.ts';
import type { Answer } from './reply.ts';

/** What is read of an event of API Gateway's HTTP API, payload format 2.0. */
export interface GatewayEvent {
  readonly version: '2.0';
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Apart from the headers, one by one. */
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded: boolean;
  readonly requestContext: {
    readonly requestId?: string;
    readonly http: { readonly method: string; readonly sourceIp?: string };
  };
}

/** What API Gateway makes an HTTP response of. */
export interface GatewayResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** The version and the request context are the gateway's own words, not the caller's. */
export function isGatewayEvent(event: unknown): event is GatewayEvent {
  if (typeof event !== 'object' || event === null) return false;
  const { version, requestContext } = event as { version?: unknown; requestContext?: { http?: unknown } };
  return version === '2.0' && typeof requestContext?.http === 'object';
}

/** The request behind an event. */
export function requestIn(event: GatewayEvent): ApiRequest {
  const { http, requestId } = event.requestContext;
  const headers = headersIn(event);
  return {
    method: http.method,
    url: addressIn(event),
    header: (name) => headers.get(name),
    body: event.body ? [Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8')] : [],
    ...(requestId === undefined ? {} : { id: requestId }),
    ...(http.sourceIp === undefined ? {} : { sourceAddress: http.sourceIp }),
  };
}

/** An answer as the gateway takes it: text as it is, bytes in base64. */
export function resultOf({ status, headers, cookies, body }: Answer): GatewayResult {
  const isBytes = body instanceof Uint8Array;
  return {
    statusCode: status,
    headers,
    ...(cookies.length === 0 ? {} : { cookies }),
    body: isBytes ? Buffer.from(body).toString('base64') : (body ?? ''),
    isBase64Encoded: isBytes,
  };
}

/** Whose host was asked for is the gateway's business: the app knows its own address by configuration. */
function addressIn({ rawPath, rawQueryString }: GatewayEvent): URL {
  const path = rawPath.startsWith('/') ? rawPath : `/${rawPath}`;
  return new URL(`https://api.invalid${path}${rawQueryString === '' ? '' : `?${rawQueryString}`}`);
}

function headersIn({ headers = {}, cookies }: GatewayEvent): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) found.set(name.toLowerCase(), value);
  }
  if (cookies !== undefined) found.set('cookie', cookies.join('; '));
  return found;
}
