import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EventStore, ToldEvent } from './event-store.ts';
import { answerMade } from './inbox-actions.ts';
import { inboxPage, newRows, statusText } from './inbox-page.ts';
import { type ReaderTab, readerPage } from './inbox-reader.ts';
import type { MailStore, StoredMail } from './mail-store.ts';
import { framedHtml, MAIL_POLICY } from './mail-view.ts';
import { type ParsedMail, parsedMail } from './parsed-mail.ts';
import type { Feedback } from './ses-feedback.ts';

/** What the inbox shows, and what can be made to happen from it. */
export interface Inbox {
  readonly mails: MailStore;
  readonly events: EventStore;
  readonly feedback: Feedback;
  readonly folder: string;
}

const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const FILES: Readonly<Record<string, { readonly type: string; readonly text: string }>> = {
  '/inbox.css': { type: 'text/css; charset=utf-8', text: fileText('inbox.css') },
  '/inbox-reader.css': { type: 'text/css; charset=utf-8', text: fileText('inbox-reader.css') },
  '/inbox-refresh.js': { type: 'text/javascript; charset=utf-8', text: fileText('inbox-refresh.js') },
};

/** Answers a browser, or a test that reads mails as JSON. Only names of this machine are answered. */
export async function answerInbox(inbox: Inbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Another site's name that resolves to this machine must not read the mails through the visitor's browser.
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(request.headers.host ?? '')) {
    return reply(response, 421, 'text/plain', 'The local inbox answers to localhost alone.');
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'POST') return answerMade(inbox, url, request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return reply(response, 405, 'text/plain', 'The local inbox can only be read.');
  }
  const store = inbox.mails;
  const file = FILES[url.pathname];
  if (file !== undefined) return reply(response, 200, file.type, file.text);
  const [, area, id, part, number] =
    /^\/(mail|api\/mails)\/([0-9a-f-]+)(?:\/(\w+)(?:\/(\d+))?)?$/.exec(url.pathname) ?? [];
  const mail = id === undefined ? undefined : store.find(id);

  if (url.pathname === '/') return page(response, inboxPage(store.all(), numberIn(url, 'before'), inbox.folder));
  if (url.pathname === '/rows') return rows(response, store.all(), numberIn(url, 'after') ?? 0);
  if (url.pathname === '/api/mails') return json(response, { mails: [...store.all()].reverse() });
  if (mail === undefined) return reply(response, 404, 'text/plain', 'There is no such page or mail here.');

  const raw = await store.rawOf(mail);
  if (area === 'mail' && part === 'raw') return download(response, `${mail.messageId}.eml`, raw);
  const parsed = await parsedMail(raw);
  const told = inbox.events.of(mail.messageId);
  if (area === 'api/mails' && part === undefined) return json(response, details(mail, parsed, told));
  if (area === 'mail' && part === undefined) return page(response, readerPage(mail, parsed, told, tabOf(url, parsed)));
  if (area === 'mail' && part === 'html') {
    return reply(response, 200, 'text/html; charset=utf-8', framedHtml(parsed), MAIL_POLICY);
  }
  const attachment = part === 'attachment' ? parsed.attachments[Number(number ?? -1)] : undefined;
  if (attachment !== undefined) return download(response, attachment.name, attachment.content);
  return reply(response, 404, 'text/plain', 'This mail has no such part.');
}

/** The rows since a number, and the newest number, by which an open page sees that the inbox was emptied. */
function rows(response: ServerResponse, mails: readonly StoredMail[], after: number): void {
  response.setHeader('x-newest', mails.at(-1)?.sequence ?? 0);
  response.setHeader('x-status', statusText(mails.length));
  reply(response, 200, 'text/html; charset=utf-8', newRows(mails, after));
}

function details(mail: StoredMail, parsed: ParsedMail, told: readonly ToldEvent[]): unknown {
  const { sequence, messageId, receivedAt, source, destinations, blindCopies, configurationSet, tags, sizeBytes } =
    mail;
  return {
    envelope: { sequence, messageId, receivedAt, source, destinations, blindCopies, configurationSet, tags, sizeBytes },
    ...parsed,
    events: told.map(({ event }) => event),
    attachments: parsed.attachments.map(({ content, ...rest }) => ({ ...rest, sizeBytes: content.length })),
  };
}

function tabOf(url: URL, parsed: ParsedMail): ReaderTab {
  const asked = url.searchParams.get('view');
  if (asked === 'html' || asked === 'text' || asked === 'headers') return asked;
  return parsed.html === undefined ? 'text' : 'html';
}

function numberIn(url: URL, name: string): number | undefined {
  const text = url.searchParams.get(name);
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function page(response: ServerResponse, markup: string): void {
  reply(response, 200, 'text/html; charset=utf-8', markup);
}

function json(response: ServerResponse, value: unknown): void {
  reply(response, 200, 'application/json', JSON.stringify(value));
}

/** Always saved, never shown: a mail's parts must not run as pages of this server. */
function download(response: ServerResponse, name: string, bytes: Uint8Array): void {
  response.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  reply(response, 200, 'application/octet-stream', bytes);
}

function reply(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  policy: string = PAGE_POLICY,
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(body);
}

function fileText(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
