import type { Answer } from './reply.ts';

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

const SECURE_TRANSPORT = { 'strict-transport-security': 'max-age=63072000; includeSubDomains; preload' };

/**
 * The answer with the security headers of every reply. A route may bring a content security policy of its own and no
 * other of these; strict transport is said only where the app is served over https.
 */
export function secured(answer: Answer, appOrigin: string, requestId: string): Answer {
  return {
    ...answer,
    headers: {
      'content-security-policy': POLICY,
      ...answer.headers,
      ...ALWAYS,
      ...(appOrigin.startsWith('https:') ? SECURE_TRANSPORT : {}),
      'x-request-id': requestId,
    },
  };
}
