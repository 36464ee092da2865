import type { Route } from '../../shared/wire/routes.ts';

/** The methods a path answers, HEAD with every GET; empty when there is nothing at that path. */
export function allowedMethods(routes: Iterable<Route>, path: string): string[] {
  const methods = new Set<string>();
  for (const route of routes) {
    if (!pattern(route.path).test(path)) continue;
    methods.add(route.method);
    if (route.method === 'GET') methods.add('HEAD');
  }
  return [...methods].sort();
}

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/:[a-zA-Z]+/g, '[^/]+')}$`);
}
