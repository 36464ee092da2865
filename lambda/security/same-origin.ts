/**
 * Whether a request comes from our own pages: the browser says so itself, or, where it says nothing, the origin it
 * names is exactly ours. Neither said: no.
 */
export function isSameOrigin(secFetchSite: string | undefined, origin: string | undefined, appOrigin: string): boolean {
  if (secFetchSite !== undefined) return secFetchSite === 'same-origin';
  return origin === appOrigin;
}
