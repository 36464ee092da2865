/** What goes back to whoever asked. The platform's own Response is not used, for what loading it costs a fresh process. */
export interface Answer {
  readonly status: number;
  /** By their names in lower case; cookies apart. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whole Set-Cookie values. */
  readonly cookies: readonly string[];
  readonly body: string | Uint8Array | undefined;
}

/** What a handler answers. Refusals are thrown instead: one place turns them into answers. */
export interface Reply extends Answer {
  readonly status: 200 | 201 | 202 | 204 | 304;
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

/**
 * The answer with its headers as they travel: names in lower case, so that none is there twice.
 * @throws Error for a value that would not be one header's alone.
 */
export function travelling(answer: Answer): Answer {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(answer.headers)) headers[name.toLowerCase()] = oneLine(value);
  return { ...answer, headers, cookies: answer.cookies.map(oneLine) };
}

function oneLine(value: string): string {
  if (/[^\t\u0020-\u007e]/.test(value)) throw new Error('a header holds a character that headers do not carry');
  return value;
}
