import { createHash } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived, and when it fails instead of being answered. */
export interface Arrived {
  readonly step: Step;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a request asks for, in the words the tests use. */
export type Step =
  | 'identity'
  | 'read function'
  | 'read alias'
  | 'list pages'
  | `put ${string}`
  | 'code'
  | 'configuration'
  | 'publish'
  | `alias ${string}`
  | 'invalidate'
  | 'health'
  | `page ${string}`;

/** What goes wrong: nothing but the named thing. */
export interface Trouble {
  /** Steps refused with 403, by exact name; `#2` behind it means the second time. */
  readonly refuse?: readonly string[];
  /** Updates never end. */
  readonly stuck?: boolean;
  /** Lambda tells another digest than that of what it got. */
  readonly otherDigest?: boolean;
  /** The new version answers with 500. */
  readonly broken?: boolean;
  /** The process of whoever asks this is to end before the answer. */
  readonly hangUp?: string;
}

interface Published {
  readonly digest: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What lies in the cloud of a test. */
export interface CloudState {
  digest: string;
  environment: Record<string, string>;
  readonly versions: Map<string, Published>;
  alias: { version: string; revision: number; note: string };
  readonly pages: Map<string, { readonly body: string; readonly type: string; readonly cacheControl: string }>;
}

/** Lambda, S3, CloudFront, STS and the app behind them on one port, with a memory and a trouble to make. */
export interface ACloud {
  readonly url: string;
  readonly arrived: Arrived[];
  readonly state: CloudState;
  trouble: Trouble;
  onHangUp: () => void;
  close(): Promise<void>;
}

const ACCOUNT = '000000000000';

/** Version 7 is live, without pages of an earlier build unless they are put there. */
export async function aCloud(): Promise<ACloud> {
  const old: Published = { digest: 'b2xk', environment: { APP_VERSION: '0.0.9+old', COMPANY_NAME: 'Old' } };
  const cloud: Making = {
    arrived: [],
    state: {
      digest: old.digest,
      environment: { ...old.environment },
      versions: new Map([['7', old]]),
      alias: { version: '7', revision: 1, note: '' },
      pages: new Map(),
    },
    trouble: {},
    onHangUp: () => undefined,
  };
  const server = createServer((request, response) => {
    void answer(cloud, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(cloud, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => closed(server),
  });
}

type Making = Omit<ACloud, 'url' | 'close'>;

async function answer(cloud: Making, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const url = new URL(request.url ?? '/', 'http://cloud');
  const step = stepOf(request.method ?? '', url, bytes);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  cloud.arrived.push({ step, path: `${url.pathname}${url.search}`, headers, body: bytes.toString('latin1') });
  const times = cloud.arrived.filter((one) => one.step === step).length;
  if (cloud.trouble.hangUp === step) {
    cloud.onHangUp();
    response.destroy();
    return;
  }
  const refused = cloud.trouble.refuse?.some((name) => name === step || name === `${step}#${times}`);
  const { status, body, type = 'application/json' } = refused ? refusal(step) : reply(cloud, step, url, bytes, headers);
  response.writeHead(status, {
    'content-type': type,
    ...(refused ? { 'x-amzn-errortype': 'AccessDeniedException' } : {}),
  });
  response.end(body);
}

function stepOf(method: string, { pathname, searchParams }: URL, body: Buffer): Step {
  const [, version, kind, ...rest] = pathname.split('/');
  if (pathname === '/api/health') return 'health';
  if (version === '2015-03-31' && kind === 'functions') {
    const what = rest.slice(1).join('/');
    if (what === 'code') return 'code';
    if (what === 'versions') return 'publish';
    if (what === 'aliases/live') {
      return method === 'GET'
        ? 'read alias'
        : `alias ${(JSON.parse(body.toString()) as { FunctionVersion: string }).FunctionVersion}`;
    }
    return method === 'GET' ? 'read function' : 'configuration';
  }
  if (version === '2020-05-31') return 'invalidate';
  if (version === 'pages-bucket')
    return method === 'GET' && searchParams.has('list-type') ? 'list pages' : `put ${[kind, ...rest].join('/')}`;
  return method === 'POST' ? 'identity' : `page ${pathname}`;
}

interface Reply {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
}

function reply(cloud: Making, step: Step, url: URL, bytes: Buffer, headers: Arrived['headers']): Reply {
  const { state, trouble } = cloud;
  const json = () => JSON.parse(bytes.toString()) as Record<string, unknown>;
  if (step === 'identity') return identity();
  if (step === 'read function') {
    const of = state.versions.get(url.searchParams.get('Qualifier') ?? '') ?? state;
    const LastUpdateStatus = trouble.stuck ? 'InProgress' : 'Successful';
    return ok({ CodeSha256: of.digest, Environment: { Variables: of.environment }, State: 'Active', LastUpdateStatus });
  }
  if (step === 'read alias') return ok(aliasOf(state));
  if (step === 'list pages') return listing(state);
  if (step === 'code') {
    const zip = Buffer.from(String(json()['ZipFile']), 'base64');
    state.digest = trouble.otherDigest ? 'b3RoZXI=' : createHash('sha256').update(zip).digest('base64');
    return ok({ CodeSha256: state.digest });
  }
  if (step === 'configuration') {
    state.environment = (json()['Environment'] as { Variables: Record<string, string> }).Variables;
    return ok({ CodeSha256: state.digest });
  }
  if (step === 'publish') return publish(state, String(json()['CodeSha256']));
  if (step === 'invalidate') return xml(201, '<Invalidation><Id>I1</Id><Status>InProgress</Status></Invalidation>');
  if (step === 'health') {
    const version = state.versions.get(state.alias.version)?.environment['APP_VERSION'];
    const broken = trouble.broken === true && state.alias.version !== '7';
    return broken ? { status: 500, body: '{}' } : ok({ ok: true, version });
  }
  if (step.startsWith('put ')) {
    const [type = '', cacheControl = ''] = [headers['content-type'], headers['cache-control']];
    state.pages.set(step.slice(4), { body: bytes.toString('latin1'), type, cacheControl });
    return xml(200, '');
  }
  if (step.startsWith('alias ')) return shift(state, json());
  return page(state, url.pathname);
}

function identity(): Reply {
  const result = `<GetCallerIdentityResult><Arn>arn:aws:iam::${ACCOUNT}:user/deployer</Arn><UserId>U</UserId><Account>${ACCOUNT}</Account></GetCallerIdentityResult>`;
  return xml(
    200,
    `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">${result}</GetCallerIdentityResponse>`,
  );
}

/** Lambda publishes only what differs from the newest version, and only the code that was named. */
function publish(state: CloudState, digest: string): Reply {
  if (digest !== state.digest) return { status: 400, body: '{"message":"CodeSha256 differs"}' };
  const newest = [...state.versions.keys()].map(Number).sort((a, b) => b - a)[0] ?? 0;
  const last = state.versions.get(String(newest));
  const same = last?.digest === digest && JSON.stringify(last.environment) === JSON.stringify(state.environment);
  const version = String(same ? newest : newest + 1);
  state.versions.set(version, { digest, environment: { ...state.environment } });
  return { ...ok({ Version: version, CodeSha256: digest }), status: 201 };
}

function shift(state: CloudState, asked: Record<string, unknown>): Reply {
  if (asked['RevisionId'] !== `r${state.alias.revision}`) return { status: 412, body: '{"message":"moved meanwhile"}' };
  const { FunctionVersion, Description } = asked;
  state.alias = {
    version: String(FunctionVersion),
    revision: state.alias.revision + 1,
    note: String(Description ?? ''),
  };
  return ok(aliasOf(state));
}

function aliasOf({ alias }: CloudState) {
  return { FunctionVersion: alias.version, RevisionId: `r${alias.revision}`, Description: alias.note };
}

function listing(state: CloudState): Reply {
  const items = [...state.pages].map(([key, { body }]) => {
    const tag = createHash('md5').update(Buffer.from(body, 'latin1')).digest('hex');
    return `<Contents><Key>${key}</Key><ETag>&quot;${tag}&quot;</ETag><Size>${body.length}</Size></Contents>`;
  });
  return xml(
    200,
    `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>false</IsTruncated>${items.join('')}</ListBucketResult>`,
  );
}

function page(state: CloudState, path: string): Reply {
  const found = state.pages.get(path === '/' ? 'index.html' : path.slice(1));
  return found === undefined ? { status: 404, body: '' } : { status: 200, body: found.body, type: found.type };
}

function refusal(step: Step): Reply {
  const message = `not for you: ${step}`;
  if (step.startsWith('put ') || step === 'list pages') {
    return xml(403, `<Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`);
  }
  if (step === 'identity' || step === 'invalidate') {
    return xml(
      403,
      `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${message}</Message></Error></ErrorResponse>`,
    );
  }
  return { status: 403, body: JSON.stringify({ message }) };
}

function ok(body: unknown): Reply {
  return { status: 200, body: JSON.stringify(body) };
}

function xml(status: number, body: string): Reply {
  return { status, body: body === '' ? '' : `<?xml version="1.0"?>${body}`, type: 'text/xml' };
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
