import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { messageBytes } from '../../lambda/mail/message.ts';
import { outboundProblem } from '../../lambda/mail/outbound.ts';
import { aMessage, headersOf } from './a-message.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, ...Array.from({ length: 5_000 }, (_, at) => (at * 7) % 256)]);
const illustrated = (cids: readonly string[] = ['chart-1.cash', 'chart-2.revenue']) =>
  aMessage({
    html: cids.map((cid) => `<img src="cid:${cid}" alt="">`).join(''),
    images: cids.map((cid) => ({ cid, png: PNG })),
  });

describe('a mail with pictures', () => {
  test('is related parts around the alternatives, text first', async () => {
    const text = Buffer.from(await messageBytes(illustrated())).toString('latin1');
    expect(text.match(/^Content-Type: [a-z]+\/[a-z]+/gm)).toEqual([
      'Content-Type: multipart/related',
      'Content-Type: multipart/alternative',
      'Content-Type: text/plain',
      'Content-Type: text/html',
      'Content-Type: image/png',
      'Content-Type: image/png',
    ]);
    expect(text).toMatch(/multipart\/related; type="multipart\/alternative";\r\n boundary="/);
    expect(text).toMatch(/^[\r\n\x20-\x7e]*$/);
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  });

  test('is the same bytes each time, and brings every picture over as it is', async () => {
    const bytes = await messageBytes(illustrated());
    expect(await messageBytes(structuredClone(illustrated()))).toEqual(bytes);
    const read = await new PostalMime().parse(bytes);
    expect(
      read.attachments.map(({ contentId, mimeType, disposition, related }) => ({
        contentId,
        mimeType,
        disposition,
        related,
      })),
    ).toEqual([
      { contentId: '<chart-1.cash>', mimeType: 'image/png', disposition: 'inline', related: true },
      { contentId: '<chart-2.revenue>', mimeType: 'image/png', disposition: 'inline', related: true },
    ]);
    for (const { content } of read.attachments) expect(new Uint8Array(content as ArrayBuffer)).toEqual(PNG);
    expect(read.text?.trim()).toBe('Revenue: $1,700.00');
    expect(read.html).toContain('cid:chart-1.cash');
  });

  test('has the headers of one without, but for what it is made of', async () => {
    const plain = headersOf(await messageBytes(aMessage())).filter(([name]) => name !== 'Content-Type');
    const rich = headersOf(await messageBytes(illustrated())).filter(([name]) => name !== 'Content-Type');
    expect(rich).toEqual(plain);
  });

  test('is let out to its recipient alone, like any other', async () => {
    const bytes = await messageBytes(illustrated());
    expect(outboundProblem(bytes, 'ada@example.com', ['example.com'])).toBeUndefined();
    expect(outboundProblem(bytes, 'eve@example.com', ['example.com'])).toBe('the mail is addressed to somebody else');
  });

  test.each(['', 'a b', 'a\r\nBcc: eve@example.com', '<a>', 'A"', 'x'.repeat(200)])(
    'is not made with %j for the id of a picture',
    async (cid) => {
      await expect(messageBytes(illustrated([cid]))).rejects.toThrow(RangeError);
    },
  );

  test('is not made with two pictures of one id', async () => {
    await expect(messageBytes(illustrated(['chart-1', 'chart-1']))).rejects.toThrow(RangeError);
  });
});
