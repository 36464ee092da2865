import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  GetAccountSendingEnabledCommand,
  GetSendQuotaCommand,
  ListIdentitiesCommand,
  SESClient,
  SendRawEmailCommand,
  type SendRawEmailCommandInput,
} from '@aws-sdk/client-ses';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalService } from '../../scripts/dev/services/http-service.ts';
import { type LocalSesOptions, type SesOutcome, startLocalSes } from '../../scripts/dev/services/local-ses.ts';
import type { StoredMail } from '../../scripts/dev/services/mail-store.ts';

let folder: string;
let service: LocalService;
let ses: SESClient;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-ses-'));
  await start();
});

afterEach(async () => {
  ses.destroy();
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

describe('sending', () => {
  test('a mail is kept byte for byte, with its envelope beside it, under the id that was replied', async () => {
    const bytes = Buffer.concat([mail({ subject: 'Monthly' }), Buffer.from([0xc3, 0xa9, 0xff, 0x0d, 0x0a])]);
    const { MessageId } = await send(bytes, {
      Source: 'reports@example.com',
      Destinations: ['ceo@example.com', 'Audit <audit@archive.example.com>'],
      ConfigurationSetName: 'reports',
      Tags: [
        { Name: 'deliveryId', Value: 'abc234' },
        { Name: 'report', Value: 'ceo' },
      ],
    });

    expect(MessageId).toMatch(/^0100[0-9a-f]{12}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-000000$/);
    expect(await readFile(join(folder, `000001-${MessageId}.eml`))).toEqual(bytes);
    expect(JSON.parse(await readFile(join(folder, `000001-${MessageId}.json`), 'utf8'))).toMatchObject({
      messageId: MessageId,
      source: 'reports@example.com',
      destinations: ['ceo@example.com', 'Audit <audit@archive.example.com>'],
      blindCopies: ['Audit <audit@archive.example.com>'],
      configurationSet: 'reports',
      tags: [
        { name: 'deliveryId', value: 'abc234' },
        { name: 'report', value: 'ceo' },
      ],
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      sizeBytes: bytes.length,
    });
  });

  test('without destinations the mail goes to its To, Cc and Bcc', async () => {
    const raw = mail({
      to: 'Ada <ada@example.com>, bo@example.com',
      more: 'Cc: cy@example.com\r\nBcc: di@example.com\r\n',
    });
    await send(raw, { Destinations: undefined });
    expect((await list())[0]).toMatchObject({
      destinations: ['ada@example.com', 'bo@example.com', 'cy@example.com', 'di@example.com'],
      blindCopies: ['di@example.com'],
    });
  });

  test('a recipient is no blind copy because the header writes the address in capitals', async () => {
    await send(mail({ to: 'CEO@Example.com' }), { Destinations: ['ceo@example.com', 'audit@example.com'] });
    expect((await list())[0]?.blindCopies).toEqual(['audit@example.com']);
  });

  test('mails sent at once are all kept, each with an id of its own', async () => {
    const replies = await Promise.all(Array.from({ length: 15 }, (_, i) => send(mail({ subject: `no ${i}` }))));
    const listed = await list();
    expect(new Set(replies.map((reply) => reply.MessageId)).size).toBe(15);
    expect(listed.map((each) => each.messageId).sort()).toEqual(replies.map((reply) => reply.MessageId).sort());
    expect(listed.map((each) => each.sequence)).toEqual([15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  test.each([
    ['one stranger among friends', ['ceo@example.com', 'someone@gmail.com']],
    ['a domain that only ends alike', ['ceo@notexample.com']],
    ['a domain that only begins alike', ['ceo@example.com.evil.org']],
    ['a stranger behind a friendly name', ['"ceo@example.com" <someone@gmail.com>']],
    ['two addresses in one', ['ceo@example.com, someone@gmail.com']],
    ['text that is no address', ['nobody']],
    ['a mailbox the simulator does not have', ['nobody@simulator.amazonses.com']],
    ['a simulator of somebody else', ['bounce@simulator.amazonses.com.evil.org']],
  ])('a destination outside example.com is rejected and nothing is kept: %s', async (_case, destinations) => {
    await expect(send(mail(), { Destinations: destinations })).rejects.toMatchObject({
      name: 'MessageRejected',
      $metadata: { httpStatusCode: 400 },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  test.each<[string, Partial<SendRawEmailCommandInput>]>([
    ['a tag SES would not take', { Tags: [{ Name: 'report', Value: 'a b' }] }],
    ['a tag with a dot in it', { Tags: [{ Name: 'run', Value: 'monthly.2026-10' }] }],
    ['a tag with an address in it', { Tags: [{ Name: 'to', Value: 'ceo@example.com' }] }],
    ['a tag of 257 signs', { Tags: [{ Name: 'run', Value: 'x'.repeat(257) }] }],
    ['fifty-one recipients', { Destinations: Array.from({ length: 51 }, (_, i) => `p${i}@example.com`) }],
    ['more than ten megabytes', { RawMessage: { Data: Buffer.alloc(10 * 1024 * 1024 + 1, 'a') } }],
  ])('%s is refused and nothing is kept', async (_case, input) => {
    await expect(send(mail(), input)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the account', () => {
  test('the quota counts recipients of the last 24 hours, and a mail beyond it is throttled', async () => {
    let now = new Date('2026-11-20T08:00:00.000Z');
    await restart({ quota: { recipientsPerDay: 3, mailsPerSecond: 1 }, now: () => now });
    await send(mail(), { Destinations: ['a@example.com', 'b@example.com'] });
    const quota = await ses.send(new GetSendQuotaCommand({}));
    expect(quota).toMatchObject({ Max24HourSend: 3, MaxSendRate: 1, SentLast24Hours: 2 });

    const third = send(mail(), { Destinations: ['a@example.com', 'b@example.com'] });
    await expect(third).rejects.toMatchObject({ name: 'Throttling', message: 'Daily message quota exceeded.' });
    expect(await list()).toHaveLength(1);

    now = new Date('2026-11-21T08:00:00.001Z');
    expect((await ses.send(new GetSendQuotaCommand({}))).SentLast24Hours).toBe(0);
  });

  test('recipients of the mailbox simulator count for no quota', async () => {
    await restart({ quota: { recipientsPerDay: 1, mailsPerSecond: 1 } });
    const simulated = ['success@simulator.amazonses.com', 'bounce+label@simulator.amazonses.com'];
    await send(mail(), { Destinations: [...simulated, 'a@example.com'] });
    expect((await ses.send(new GetSendQuotaCommand({}))).SentLast24Hours).toBe(1);
  });

  test('a paused account says so and refuses to send', async () => {
    expect((await ses.send(new GetAccountSendingEnabledCommand({}))).Enabled).toBe(true);
    await restart({ sendingEnabled: false });
    expect((await ses.send(new GetAccountSendingEnabledCommand({}))).Enabled).toBe(false);
    await expect(send(mail())).rejects.toMatchObject({ name: 'AccountSendingPausedException' });
    expect(await list()).toEqual([]);
  });

  test('an action not known here is refused at once', async () => {
    const refused = ses.send(new ListIdentitiesCommand({}));
    await expect(refused).rejects.toMatchObject({ name: 'InvalidAction', $metadata: { httpStatusCode: 400 } });
    const inherited = await call('Action=constructor&Version=2010-12-01');
    expect([inherited.status, await inherited.text()]).toEqual([400, expect.stringContaining('<Code>InvalidAction')]);
  });

  test('a call nobody signed is refused, so that a web page cannot fill the inbox', async () => {
    const form = new URLSearchParams({ Action: 'SendRawEmail', 'RawMessage.Data': mail().toString('base64') });
    const reply = await fetch(service.endpoint, { method: 'POST', body: form });
    expect([reply.status, await reply.text()]).toEqual([403, expect.stringContaining('MissingAuthenticationToken')]);
    expect(await list()).toEqual([]);
  });
});

describe('faults', () => {
  test.each<[SesOutcome, object, number]>([
    ['throttle', { name: 'Throttling', $metadata: { httpStatusCode: 400 } }, 0],
    ['error500', { $metadata: { httpStatusCode: 500 } }, 0],
    [{ rejected: 'Virus found' }, { name: 'MessageRejected', message: 'Virus found' }, 0],
    ['reset', { code: 'ECONNRESET' }, 0],
    ['resetAfterStore', { code: 'ECONNRESET' }, 1],
  ])('asked for %j, the client sees it and the disk agrees', async (outcome, seen, kept) => {
    await restart({ beforeReply: async () => outcome });
    await expect(send(mail())).rejects.toMatchObject(seen);
    expect((await readdir(folder)).filter((name) => name.endsWith('.eml'))).toHaveLength(kept);
    expect(await list()).toHaveLength(kept);
  });

  test('the hook sees what was asked and may fail one call and let the next pass', async () => {
    const seen: string[] = [];
    await restart({
      beforeReply: async (request) => {
        seen.push(`${request.action} ${request.destinations.join()} ${request.tags[0]?.value}`);
        return seen.length === 1 ? 'throttle' : 'ok';
      },
    });
    const input = { Destinations: ['ceo@example.com'], Tags: [{ Name: 'deliveryId', Value: 'd1' }] };
    await expect(send(mail(), input)).rejects.toMatchObject({ name: 'Throttling' });
    await send(mail(), input);
    expect(seen).toEqual(['SendRawEmail ceo@example.com d1', 'SendRawEmail ceo@example.com d1']);
    expect(await list()).toHaveLength(1);
  });
});

describe('lasting', () => {
  test('mails are there after a restart, in order, and the next goes after them', async () => {
    for (const subject of ['one', 'two']) await send(mail({ subject }));
    await restart();
    await send(mail({ subject: 'three' }));
    expect((await list()).map((each) => `${each.sequence} ${each.subject}`)).toEqual(['3 three', '2 two', '1 one']);
  });

  test('bytes without an envelope, as a kill between the two leaves them, are no mail', async () => {
    await send(mail({ subject: 'whole' }));
    await writeFile(join(folder, '000002-0100-cut.eml'), 'half');
    await restart();
    expect((await list()).map((each) => each.subject)).toEqual(['whole']);
    await send(mail({ subject: 'next' }));
    expect((await list()).map((each) => each.subject)).toEqual(['next', 'whole']);
  });

  test('an envelope that cannot be read is named at the start, and left alone', async () => {
    await writeFile(join(folder, '000001-x.json'), '{"half":');
    await expect(startLocalSes({ port: 0, folder })).rejects.toThrow('000001-x.json');
    expect(await readFile(join(folder, '000001-x.json'), 'utf8')).toBe('{"half":');
  });
});

describe('the web inbox', () => {
  test('the list shows newest first, and marks the blind copy as one', async () => {
    await send(mail({ subject: 'First of all' }));
    await send(mail({ subject: 'Second' }), { Destinations: ['ceo@example.com', 'audit@example.com'] });
    const page = await text('/');
    expect(page).toContain('Nothing leaves this machine');
    expect(page.indexOf('Second')).toBeLessThan(page.indexOf('First of all'));
    expect(page.match(/class="bcc"/g)).toHaveLength(1);
    expect(page).toMatch(/class="bcc">.*BCC.*audit@example\.com/);
    expect(page).toContain('Dear reader, the month went well.');
  });

  test('markup in a subject, a name, an address, a tag or a text stays text on every page', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    const raw = mail({
      subject: evil,
      from: `"${evil}" <x@example.com>`,
      more: `X-Evil: ${evil}\r\n`,
      text: `${evil} "quoted' text`,
    });
    const { MessageId } = await send(raw, { Source: `"${evil}" <x@example.com>`, ConfigurationSetName: evil });
    const views = ['text', 'headers'].map((view) => `/mail/${MessageId}?view=${view}`);
    for (const path of ['/', '/rows?after=0', ...views]) {
      const page = await text(path);
      expect(page, path).toContain('&#60;script&#62;alert(1)');
      expect(page.replace('<script src="/inbox-refresh.js" defer></script>', ''), path).not.toMatch(/<script|<img/i);
    }
  });

  test('every page may load files of this server alone and run nothing inline', async () => {
    const { MessageId } = await send(mail({ html: '<p>Hi</p>' }));
    for (const path of ['/', `/mail/${MessageId}`]) {
      const reply = await fetch(service.endpoint + path);
      expect(reply.headers.get('content-security-policy'), path).toContain("default-src 'none'");
      expect(reply.headers.get('content-security-policy'), path).not.toContain('unsafe-inline');
      expect(await reply.text(), path).not.toMatch(/<style|<script(?! src="\/inbox-refresh\.js")|\son\w+=|\sstyle=/);
    }
  });

  test('the HTML of a mail is shown sealed off: no scripts, no network, no way out of its frame', async () => {
    const { MessageId } = await send(mail({ html: '<p>Report</p><script>parent.x = 1</script>' }));
    expect(await text(`/mail/${MessageId}`)).toMatch(/<iframe [^>]*sandbox=""[^>]*src="\/mail\/[^"]+\/html"/);
    const frame = await fetch(`${service.endpoint}/mail/${MessageId}/html`);
    const rules = (frame.headers.get('content-security-policy') ?? '').split('; ');
    expect(rules).toEqual(
      expect.arrayContaining(['sandbox', "default-src 'none'", 'img-src data:', "form-action 'none'"]),
    );
    expect(rules.join()).not.toMatch(/script-src|https?:|allow-/);
    expect(await frame.text()).toContain('<p>Report</p>');
  });

  test('a picture the mail carries is put in its place, and a foreign one is not fetched', async () => {
    const raw = [
      'From: a@example.com\r\nTo: ceo@example.com\r\nSubject: chart\r\nMIME-Version: 1.0',
      'Content-Type: multipart/related; boundary=B\r\n\r\n--B',
      'Content-Type: text/html\r\n\r\n<img src="cid:chart@scc"><img src="cid:missing">\r\n--B',
      'Content-Type: image/png\r\nContent-ID: <chart@scc>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n--B--\r\n',
    ].join('\r\n');
    const { MessageId } = await send(Buffer.from(raw));
    const shown = await text(`/mail/${MessageId}/html`);
    expect(shown).toContain('<img src="data:image/png;base64,iVBORw==">');
    expect(shown).toContain('<img src="cid:missing">');
  });

  test('links of a mail can be opened from its page, but only those to the web', async () => {
    const html = '<a href="http://localhost:5173/sign-in#t=a&amp;b">In</a><a href="javascript:alert(1)">No</a>';
    const { MessageId } = await send(mail({ html }));
    const page = await text(`/mail/${MessageId}`);
    expect(page).toContain(
      '<a href="http://localhost:5173/sign-in#t=a&#38;b" target="_blank" rel="noopener noreferrer">',
    );
    expect(page).not.toContain('javascript:');
  });

  test('the raw mail and its attachments are saved, never shown', async () => {
    const raw = [
      'From: a@example.com\r\nTo: ceo@example.com\r\nSubject: csv\r\nMIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nsee file\r\n--B',
      'Content-Type: text/html; name="é <x>.html"\r\nContent-Disposition: attachment; filename="page <x>.html"\r\n\r\n<b>1</b>\r\n--B--\r\n',
    ].join('\r\n');
    const { MessageId } = await send(Buffer.from(raw));
    const whole = await fetch(`${service.endpoint}/mail/${MessageId}/raw`);
    const part = await fetch(`${service.endpoint}/mail/${MessageId}/attachment/0`);
    expect(await whole.text()).toBe(raw);
    expect(await part.text()).toContain('<b>1</b>');
    for (const reply of [whole, part]) {
      expect(reply.headers.get('content-type')).toBe('application/octet-stream');
      expect(reply.headers.get('content-disposition')).toMatch(/^attachment/);
    }
    expect((await fetch(`${service.endpoint}/mail/${MessageId}/attachment/7`)).status).toBe(404);
  });

  test('tests read a mail as JSON: envelope, headers, text and HTML', async () => {
    const { MessageId } = await send(
      mail({ subject: '=?utf-8?q?Caf=C3=A9?=', html: '<p>Hi</p>', more: 'X-Delivery-Id: d1\r\n' }),
    );
    const read = (await (await fetch(`${service.endpoint}/api/mails/${MessageId}`)).json()) as Record<string, unknown>;
    expect(read).toMatchObject({
      envelope: { messageId: MessageId, destinations: ['ceo@example.com'], sequence: 1 },
      subject: 'Café',
      from: ['Reports <reports@example.com>'],
      text: expect.stringContaining('the month went well'),
      html: expect.stringContaining('<p>Hi</p>'),
      headers: expect.arrayContaining([{ name: 'X-Delivery-Id', value: 'd1' }]),
    });
  });

  test('an open page asks for the rows that came since, and nothing else comes', async () => {
    await send(mail({ subject: 'old' }));
    await send(mail({ subject: 'new' }));
    const reply = await fetch(`${service.endpoint}/rows?after=1`);
    const rows = await reply.text();
    expect([reply.headers.get('x-newest'), reply.headers.get('x-status')]).toEqual(['2', '2 mails']);
    expect(rows.match(/<li /g)).toHaveLength(1);
    expect(rows).toContain('>new</a>');
    expect((await text('/rows?after=2')).trim()).toBe('');
  });

  test('more than a hundred mails come in pages that together show each once', async () => {
    for (let i = 1; i <= 103; i += 1) await send(mail({ subject: `mail number ${i}.` }));
    const first = await text('/');
    const older = /href="(\/\?before=\d+)"/.exec(first)?.[1] ?? 'missing';
    const both = [...(first + (await text(older))).matchAll(/mail number (\d+)\./g)].map((match) => Number(match[1]));
    expect(both).toEqual(Array.from({ length: 103 }, (_, i) => 103 - i));
  });

  test('an empty inbox says what will arrive', async () => {
    expect(await text('/')).toMatch(/No mail yet[\s\S]*sign-in links/);
  });

  test('what is not there is a 404, another name for this machine is refused, and so is any write', async () => {
    for (const path of ['/nothing', '/mail/0100-0', '/mail/../../etc/passwd', '/api/mails/0100']) {
      expect((await fetch(service.endpoint + path)).status, path).toBe(404);
    }
    expect((await fetch(service.endpoint, { method: 'DELETE' })).status).toBe(405);
    expect(await statusForHost('evil.example.org')).toBe(421);
    expect(await statusForHost(`localhost:${service.port}`)).toBe(200);
  });

  test('bytes that are hardly a mail are kept and can be looked at', async () => {
    const { MessageId } = await send(Buffer.from([0, 255, 10, 13, 58, 10]));
    for (const path of ['/', `/mail/${MessageId}`, `/mail/${MessageId}?view=headers`, `/mail/${MessageId}/html`]) {
      expect((await fetch(service.endpoint + path)).status, path).toBe(200);
    }
    expect(await text('/')).toContain('(no subject)');
  });
});

async function start(options: Partial<LocalSesOptions> = {}): Promise<void> {
  service = await startLocalSes({ port: 0, folder, ...options });
  ses = new SESClient({
    endpoint: service.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
}

async function restart(options: Partial<LocalSesOptions> = {}): Promise<void> {
  ses.destroy();
  await service.close();
  await start(options);
}

function send(
  raw: Buffer,
  more: { [K in keyof SendRawEmailCommandInput]?: SendRawEmailCommandInput[K] | undefined } = {},
) {
  const input = {
    Source: 'reports@example.com',
    Destinations: ['ceo@example.com'],
    RawMessage: { Data: raw },
    ...more,
  };
  return ses.send(new SendRawEmailCommand(input as SendRawEmailCommandInput));
}

interface MailParts {
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
  readonly more?: string;
  readonly text?: string;
  readonly html?: string;
}

function mail(parts: MailParts = {}): Buffer {
  const { subject = 'Report', from = 'Reports <reports@example.com>', to = 'ceo@example.com', more = '' } = parts;
  const head = `From: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\n${more}MIME-Version: 1.0\r\n`;
  const words = parts.text ?? 'Dear reader, the month went well.';
  if (parts.html === undefined)
    return Buffer.from(`${head}Content-Type: text/plain; charset=utf-8\r\n\r\n${words}\r\n`);
  const both = ['plain', words, 'html', parts.html];
  const alternatives = [0, 2].map(
    (i) => `--B\r\nContent-Type: text/${both[i]}; charset=utf-8\r\n\r\n${both[i + 1]}\r\n`,
  );
  return Buffer.from(`${head}Content-Type: multipart/alternative; boundary=B\r\n\r\n${alternatives.join('')}--B--\r\n`);
}

async function list(): Promise<StoredMail[]> {
  const reply = (await (await fetch(`${service.endpoint}/api/mails`)).json()) as { mails: StoredMail[] };
  return reply.mails;
}

async function text(path: string): Promise<string> {
  return (await fetch(service.endpoint + path)).text();
}

function call(body: string): Promise<Response> {
  return fetch(service.endpoint, {
    method: 'POST',
    body,
    headers: { authorization: 'AWS4-HMAC-SHA256 Credential=local' },
  });
}

/** `fetch` does not let a caller choose the Host header. */
async function statusForHost(host: string): Promise<number | undefined> {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: service.port, path: '/', headers: { host } };
    get(options, (reply) => resolve(reply.resume().statusCode)).on('error', reject);
  });
}
