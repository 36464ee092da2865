import { expect, test } from 'vitest';
import { takesBrotli } from '../../lambda/reports/dashboard-reading.ts';

/** RFC 9110 §12.5.3: codings are case-insensitive, separated by commas; a weight of zero means "not acceptable". */
test.each(['br', 'gzip, deflate, br', 'BR', 'gzip, br;q=0.5', 'br ; q=1.0', 'gzip;q=0, br;q=0.001'])(
  'figures travel as they are kept to whoever says %s',
  (accepts) => expect(takesBrotli(accepts)).toBe(true),
);

test.each([undefined, '', 'gzip, deflate', 'br;q=0', 'br;q=0.000', 'brotli', 'x-br', 'gzip;br'])(
  'they are unpacked for whoever says %s',
  (accepts) => expect(takesBrotli(accepts)).toBe(false),
);
