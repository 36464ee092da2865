import type { Message } from '../../lambda/mail/message.ts';
import { instant } from '../../shared/kernel/calendar.ts';

/** An ordinary report mail: show what matters. */
export function aMessage(over: Partial<Message> = {}): Message {
  return {
    id: 'abcdefghij234567klmn',
    from: 'Ship Captain Crew <reports@example.com>',
    to: { name: 'Ada Lovelace', address: 'ada@example.com' },
    subject: 'CEO report, October 2026',
    text: 'Revenue: $1,700.00\n',
    html: '<p>Revenue: $1,700.00</p>',
    at: instant('2026-11-21T20:00:00Z'),
    headers: { 'X-Run': 'manual.abc', 'X-Delivery-Id': 'abcdefghij234567klmn' },
    ...over,
  };
}

/** The header block of a mail as [name, value], folded lines joined, in order. */
export function headersOf(bytes: Uint8Array): [string, string][] {
  const [head = ''] = Buffer.from(bytes).toString('latin1').split('\r\n\r\n');
  return head
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n')
    .map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at), line.slice(at + 1).trim()];
    });
}
