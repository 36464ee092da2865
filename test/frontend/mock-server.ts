import { readFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { PAGE_HEADERS } from '../../scripts/dev/edge.ts';
import { ACTIONS } from '../../shared/access/permissions.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { dayIn, instantOfMs, monthOf } from '../../shared/kernel/calendar.ts';
import type { FaultCode } from '../../shared/kernel/fault.ts';
import { fault } from '../../shared/kernel/fault.ts';
import type { Format } from '../../shared/reports/render/rendering.ts';
import { renderings } from '../../shared/reports/render/rendering.ts';
import { MockCharters } from './mock-answers.ts';
import { ZONE } from './mock-charters.ts';
import { mockDocument } from './mock-documents.ts';
import { CATALOG, MockRuns } from './mock-runs.ts';

/** The built app and an API with a memory, for looking at the app before, and apart from, the real server. */

const POLICY = PAGE_HEADERS['content-security-policy'] ?? '';
/** A mail has styles of its own and may only be framed by the app. */
const MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox";

const STATUS: Partial<Record<FaultCode, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  refused: 422,
};

/** Serves a build; `state.signedIn` and `state.fail` are the test's levers. */
export function mockServer(root: string): { server: Server; state: { signedIn: boolean; fail: number } } {
  const now = (): Instant => instantOfMs(Date.now());
  const state = { signedIn: true, fail: 0 };
  const runs = new MockRuns(now());
  const charters = new MockCharters(runs, now);
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://mock');
      if (!url.pathname.startsWith('/api/')) return serveFile(root, url.pathname, response);
      const body = request.method === 'GET' ? {} : JSON.parse((await textOf(request)) || '{}');
      return answer(request.method ?? 'GET', url, body, response);
    })();
  });

  /** Everything is answered by sending; what comes back is of no interest. */
  function answer(method: string, url: URL, body: Record<string, string>, response: ServerResponse): unknown {
    const path = url.pathname.split('/').slice(2).map(decodeURIComponent);
    const send = (value: unknown, status = 200) => sendJson(response, value, status);
    const refuse = (code: FaultCode, detail: string, problems: unknown = []) =>
      send(
        {
          type: 'about:blank',
          title: code,
          status: STATUS[code] ?? 503,
          code,
          detail,
          problems,
          requestId: 'req_mock_1',
        },
        STATUS[code] ?? 503,
      );
    const key = `${method} ${path[0]}`;
    if (key === 'POST sign-in' && path[1] === 'link')
      return send({ message: 'If this address is known here, a link is on its way to it.' }, 202);
    if (key === 'POST sign-in') {
      if (body['token'] !== 'good')
        return refuse('unauthenticated', 'This link has been used or has expired. Ask for a new one.');
      state.signedIn = true;
      return send({ destination: 'charters' });
    }
    if (!state.signedIn) return refuse('unauthenticated', 'Sign in to continue.');
    if (key === 'DELETE session') {
      state.signedIn = false;
      return response.writeHead(204).end();
    }
    if (state.fail > 0 && key !== 'GET me')
      return refuse('unavailable', 'The records could not be read just now. Try again in a moment.');
    if (key === 'GET me') return send(me(now()));
    if (key === 'GET charters') {
      const one =
        path[1] === undefined ? charters.list(url.searchParams.get('month') ?? undefined) : charters.read(path[1]);
      return one === undefined ? refuse('not-found', 'There is no such charter, or it is not for you.') : send(one);
    }
    if (key === 'POST charters') {
      const problem = charters.change(path[1] ?? '', path.slice(2), body);
      return problem === undefined
        ? send({ charter: charters.read(path[1] ?? '')?.file.charter })
        : refuse(problem.code, problem.message, problem.problems);
    }
    return reports(method, path.slice(1), body, response, send, refuse);
  }

  function reports(
    method: string,
    path: readonly string[],
    body: Record<string, string>,
    response: ServerResponse,
    send: (value: unknown, status?: number) => void,
    refuse: (code: FaultCode, detail: string) => void,
  ): unknown {
    const month = monthOf(dayIn(ZONE, now()));
    const [room, key, , slug, format] = path;
    const line = (report: string) => CATALOG.reports.find((each) => each.report === report || each.slug === report);
    if (room === 'dashboard' && key === 'receipts') return send({ definitions: [] });
    if (room === 'dashboard')
      return send({ document: mockDocument('dashboard', 'dashboard', 'Dashboard', month), takenAt: now() });
    if (room === 'catalog') return send(CATALOG);
    if (room === 'due') return send({ asOf: now(), reports: [], lines: [], missed: [] });
    if (room === 'preview') {
      const document = mockDocument('ceo', 'ceo-report', line(body['report'] ?? 'ceo')?.title ?? 'Report', '2026-10');
      return send({ document, html: '' });
    }
    if (room === 'runs' && method === 'POST') {
      const trigger = { kind: 'manual', requestKey: body['requestKey'] ?? '', requestedBy: 'usr_dana' } as const;
      return send(
        runs.start(
          `manual.${trigger.requestKey}`,
          (body['reports'] ?? []) as string[],
          trigger,
          now(),
          body['sendTo'] !== 'nobody',
        ),
        201,
      );
    }
    if (room === 'runs' && key === undefined) return send({ month, runs: runs.list(now()) });
    if (room === 'runs' && slug === undefined) {
      const run = runs.read(key ?? '', now());
      return run === undefined ? refuse('not-found', 'There is no such run, or it is not for you.') : send(run);
    }
    const document = mockDocument('ceo', slug ?? '', line(slug ?? '')?.title ?? 'Report', month);
    const rendering = renderings(document, { companyName: 'JADA Charters' })[(format ?? 'json') as Format];
    response.writeHead(200, {
      'content-type': rendering.contentType,
      'content-security-policy': MAIL_POLICY,
      'x-content-type-options': 'nosniff',
    });
    return response.end(rendering.body);
  }

  return { server, state };
}

function me(at: Instant): unknown {
  return {
    userId: 'usr_dana',
    name: 'Dana Whitlock',
    roles: ['admin', 'captain'],
    entityIds: ['jada', 'qos'],
    grants: [],
    actions: ACTIONS,
    company: 'JADA Charters',
    zone: ZONE,
    today: dayIn(ZONE, at),
  };
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

async function serveFile(root: string, path: string, response: ServerResponse): Promise<void> {
  const file = join(root, normalize(path === '/' ? '/index.html' : path));
  try {
    const body = await readFile(file);
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    response.end(body);
  } catch {
    sendJson(response, fault('not-found', 'There is no such file.'), 404);
  }
}

function sendJson(response: ServerResponse, value: unknown, status: number): void {
  response.writeHead(status, {
    'content-type': status < 400 ? 'application/json' : 'application/problem+json',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(value));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
