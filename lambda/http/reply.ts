/** What a handler answers. Refusals are thrown instead: one place turns them into responses. */
export interface Reply {
  readonly status: 200 | 201 | 202 | 204 | 304;
  readonly headers: Readonly<Record<string, string>>;
  /** Whole Set-Cookie values. */
  readonly cookies: readonly string[];
  readonly body: string | Uint8Array | undefined;
}

interface Extras {
  readonly status?: Reply['status'];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
}

/** A value as JSON, 200 unless told otherwise. */
export function jsonReply(value: unknown, extras: Extras = {}): Reply {
  return {
    status: extras.status ?? 200,
    headers: { ...extras.headers, 'content-type': 'application/json; charset=utf-8' },
    cookies: extras.cookies ?? [],
    body: JSON.stringify(value),
  };
}

/** Content as it is, such as an archived report; headers may bring a content security policy of their own. */
export function fileReply(content: string | Uint8Array, contentType: string, extras: Extras = {}): Reply {
  return {
    status: 200,
    headers: { ...extras.headers, 'content-type': contentType },
    cookies: extras.cookies ?? [],
    body: content,
  };
}

/** Done, and nothing to say: 204. */
export function emptyReply(extras: Omit<Extras, 'status'> = {}): Reply {
  return { status: 204, headers: extras.headers ?? {}, cookies: extras.cookies ?? [], body: undefined };
}

/** What whoever asks already has is still so: 304. */
export function unchangedReply(etag: string): Reply {
  return { status: 304, headers: { etag }, cookies: [], body: undefined };
}

/** The reply as a response of the platform. */
export function responseOf(reply: Reply): Response {
  const headers = new Headers(reply.headers);
  for (const cookie of reply.cookies) headers.append('set-cookie', cookie);
  // A copy, because a response takes no view of memory that may be shared.
  const body = reply.body instanceof Uint8Array ? new Uint8Array(reply.body) : (reply.body ?? null);
  return new Response(body, { status: reply.status, headers });
}
