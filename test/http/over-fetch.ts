import type { App } from '../../lambda/http/app.ts';

/** An app as a browser would speak to it. */
export interface FetchedApp {
  request(to: string | Request, init?: RequestInit): Promise<Response>;
}

/** Asks the app with the platform's requests and shows its answers as the platform's responses. */
export function overFetch(app: App): FetchedApp {
  return {
    async request(to, init) {
      const request = new Request(to, init);
      const { status, headers, cookies, body } = await app.answer({
        method: request.method,
        url: new URL(request.url),
        header: (name) => request.headers.get(name) ?? undefined,
        body: (request.body as AsyncIterable<Uint8Array> | null) ?? [],
      });
      const sent = new Headers(headers);
      for (const cookie of cookies) sent.append('set-cookie', cookie);
      return new Response(body instanceof Uint8Array ? new Uint8Array(body) : (body ?? null), {
        status,
        headers: sent,
      });
    },
  };
}
