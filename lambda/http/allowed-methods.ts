import type { Route } from '../../shared/wire/routes.ts';
import { pathParams } from './path-params.ts';

/** The methods a path answers, HEAD with every GET; empty when there is nothing at that path. */
export function allowedMethods(routes: Iterable<Route>, path: string): string[] {
  const methods = new Set<string>();
  for (const route of routes) {
    if (pathParams(route.path, path) === undefined) continue;
    methods.add(route.method);
    if (route.method === 'GET') methods.add('HEAD');
  }
  return [...methods].sort();
}
