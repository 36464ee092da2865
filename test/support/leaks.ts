/** What no line of the log may hold: addresses, sign-in tokens, session tokens and keys. */
const FORBIDDEN: readonly (readonly [what: string, RegExp])[] = [
  ['a mail address', /[a-z0-9._%+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+/i],
  ['a session token', /eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/],
  ['a token of a sign-in link', /[?&#/]t=[A-Za-z0-9_-]{20,}/],
  ['a session cookie', /__Host-[a-z]+=/i],
  ['a bearer token', /\bbearer\s+[A-Za-z0-9._-]{16,}/i],
  ['a key of AWS', /\b(AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY/],
];

/** What of that the lines hold, named by kind and by the step that said it, never repeated. */
export function leaksIn(lines: readonly string[], secrets: readonly string[] = []): string[] {
  return lines.flatMap((line) => [
    ...FORBIDDEN.filter(([, pattern]) => pattern.test(line)).map(([what]) => `${what} in ${stepOf(line)}`),
    ...(secrets.some((secret) => secret !== '' && line.includes(secret)) ? [`a secret in ${stepOf(line)}`] : []),
  ]);
}

function stepOf(line: string): string {
  return /"step":"([a-z.-]+)"/.exec(line)?.[1] ?? 'a line without a step';
}
