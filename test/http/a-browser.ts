import type { FetchedApp } from './over-fetch.ts';

/** A browser on one of our own pages: it keeps cookies and says that its requests are same-origin. */
export interface Browser {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  send(method: string, path: string, init?: { body?: string; headers?: Record<string, string> }): Promise<Response>;
}

export function aBrowser(app: FetchedApp, origin: string, viewer: string): Browser {
  const cookies = new Map<string, string>();
  async function send(
    method: string,
    path: string,
    init: { body?: string; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await app.request(`${origin}${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        'x-test-viewer': viewer,
        ...(cookie === '' ? {} : { cookie }),
        ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...init.headers,
      },
      ...(init.body === undefined ? {} : { body: init.body }),
    });
    for (const set of reply.headers.getSetCookie()) {
      const [pair = '', ...attributes] = set.split('; ');
      const [name = '', value = ''] = pair.split('=');
      if (attributes.includes('Max-Age=0')) cookies.delete(name);
      else cookies.set(name, value);
    }
    return reply;
  }
  return {
    cookies,
    send,
    get: (path, headers = {}) => send('GET', path, { headers }),
    post: (path, body, headers = {}) => send('POST', path, { body: JSON.stringify(body), headers }),
  };
}
