/** The names of our two cookies: the session, and the browser a sign-in link is bound to. */
export interface CookieNames {
  readonly session: string;
  readonly browser: string;
  /** Whether they travel over https only. */
  readonly secure: boolean;
}

/** The `__Host-` names over https; plain ones for a local start over http, where browsers refuse that prefix. */
export function cookieNames(appOrigin: string): CookieNames {
  return appOrigin.startsWith('https:')
    ? { session: '__Host-s', browser: '__Host-ml', secure: true }
    : { session: 'scc-s', browser: 'scc-ml', secure: false };
}

/** A Set-Cookie value no script can read and no other site's form can send. */
export function cookieSet(names: CookieNames, name: string, value: string, maxAgeSeconds: number): string {
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${names.secure ? '; Secure' : ''}`;
}

/** A Set-Cookie value that makes the browser forget a cookie. */
export function cookieCleared(names: CookieNames, name: string): string {
  return cookieSet(names, name, '', 0);
}

/** The value of a cookie in a Cookie header; nothing when it is absent, or there twice and nobody knows which is ours. */
export function cookieIn(header: string | undefined, name: string): string | undefined {
  const values = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));
  return values.length === 1 && values[0] !== '' ? values[0] : undefined;
}
