/** What every reply of the API forbids: it is data, and nothing in it may run, be framed or be kept. */
const ALWAYS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};

const POLICY = "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

/**
 * The response with the security headers of every reply. A route may bring a content security policy of its own and no
 * other of these; strict transport is said only where the app is served over https.
 */
export function secured(response: Response, appOrigin: string, requestId: string): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(ALWAYS)) headers.set(name, value);
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', POLICY);
  if (appOrigin.startsWith('https:')) {
    headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains; preload');
  }
  headers.set('x-request-id', requestId);
  return new Response(response.body, { status: response.status, headers });
}
