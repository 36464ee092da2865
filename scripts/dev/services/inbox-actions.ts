import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf } from './http-service.ts';
import type { Inbox } from './inbox-routes.ts';
import type { Outcome } from './ses-event.ts';
import { recipientsOf } from './ses-recipients.ts';

/** What a person can make happen from the page of a mail, and what the button says. */
export const MAKABLE: readonly (readonly [outcome: Outcome, words: string])[] = [
  ['hard-bounce', 'Bounce this'],
  ['complaint', 'Complain'],
  ['delay', 'Delay'],
];

const LIMIT_BYTES = 4_096;

/** Makes happen what a button on the page of a mail asks for, and leads back to that page. */
export async function answerMade(
  { mails, feedback }: Inbox,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A page of another site can post a form here, but cannot say that it is one of ours.
  if (request.headers['sec-fetch-site'] !== 'same-origin') {
    return said(response, 403, 'Only the pages of the local inbox can ask for this.');
  }
  const [, id = ''] = /^\/mail\/([0-9a-f-]+)\/events$/.exec(url.pathname) ?? [];
  const mail = mails.find(id);
  if (mail?.configurationSet === undefined) return said(response, 404, 'There is no such mail that is told of.');
  const body = await bodyOf(request, LIMIT_BYTES);
  const form = new URLSearchParams(body === 'too-large' ? '' : body.toString('utf8'));
  const outcome = MAKABLE.find(([known]) => known === form.get('outcome'))?.[0];
  const recipient = recipientsOf(mail).find((address) => address === form.get('recipient'));
  if (outcome === undefined || recipient === undefined) {
    return said(response, 400, 'Name what is to happen, and one recipient of the mail.');
  }
  await feedback.make(mail, outcome, recipient);
  const tab = /^(html|text|headers)$/.exec(form.get('view') ?? '')?.[0] ?? 'html';
  response.writeHead(303, { location: `/mail/${id}?view=${tab}#feedback`, 'cache-control': 'no-store' }).end();
}

function said(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' }).end(words);
}
