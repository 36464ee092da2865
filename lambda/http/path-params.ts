/**
 * What a path puts in place of the parameters of a route, or nothing when it leads elsewhere. Parts are compared as they
 * are written, case and all; a parameter is one part that is not empty, and is decoded where it can be.
 */
export function pathParams(route: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = route.split('/');
  const parts = path.split('/');
  if (parts.length !== wanted.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, want] of wanted.entries()) {
    const part = parts[i] ?? '';
    if (want.startsWith(':') && part !== '') params[want.slice(1)] = decoded(part);
    else if (part !== want) return undefined;
  }
  return params;
}

/** A part of bad encoding stays as it is, `%` and all: nothing we look for is called so. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
