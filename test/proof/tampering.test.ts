import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { archiveFindings } from '../../scripts/verify/archive-check.ts';
import { auditFindings } from '../../scripts/verify/audit-check.ts';
import type { Evidence } from '../../scripts/verify/evidence.ts';
import { aPast, evidenceOf } from './a-past.ts';
import type { Untouched } from './tampering.ts';
import { LINE_TAMPERINGS, OBJECT_TAMPERINGS, seenUntil } from './tampering.ts';

/** Of 18 kinds each so often: more than 10,000 in all. */
const TIMES_EACH = 600;

let past: Untouched;
beforeAll(async () => {
  const { lines, bytes } = await aPast();
  past = { evidence: evidenceOf(lines(), bytes()), bytes: bytes() };
}, 120_000);

const problems = (evidence: Evidence) => [...auditFindings(evidence).problems, ...archiveFindings(evidence).problems];

describe('what nobody laid hands on', () => {
  it('is not accused', () => {
    expect(past.evidence.objects.size).toBeGreaterThan(80);
    expect(problems(past.evidence)).toEqual([]);
  });

  it('is not accused in whatever order its objects are listed', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...past.evidence.objects], { minLength: past.evidence.objects.size }),
        (list) => {
          expect(problems({ ...past.evidence, objects: new Map(list) })).toEqual([]);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is seen whole: every line of a run, and every line but the last that tells of checkpoints', () => {
    const seen = seenUntil(past.evidence);
    const unseen = [...past.evidence.streams].map(([stream, lines]) => [
      stream,
      lines.length - (seen.get(stream) ?? 0),
    ]);
    expect(unseen.filter(([, count]) => count !== 0)).toEqual([['checkpoints', 1]]);
  });
});

describe.each([
  ['a line', LINE_TAMPERINGS],
  ['an object', OBJECT_TAMPERINGS],
] as const)('somebody lays hands on %s that an anchor has seen', (_, tamperings) => {
  it.each(Object.entries(tamperings))('%s: found, every time', { timeout: 60_000 }, (_kind, tampering) => {
    let tampered = 0;
    const draw = fc.tuple(fc.nat(), fc.nat(), fc.nat());
    fc.assert(
      fc.property(draw, (numbers) => {
        const evidence = tampering(past, numbers);
        fc.pre(evidence !== undefined);
        tampered += 1;
        return problems(evidence).length > 0;
      }),
      { numRuns: TIMES_EACH },
    );
    expect(tampered).toBeGreaterThanOrEqual(TIMES_EACH);
  });
});

it.each(['truncate', 'fork', 're-hash', 'delete and re-hash'])(
  '%s: a chain no anchor has seen holds all the same',
  (kind) => {
    const unseen = new Map([...past.evidence.objects].filter(([key]) => !/^audit|eml$/.test(key)));
    const evidence = LINE_TAMPERINGS[kind]?.(past, [2, 3, 8]) ?? past.evidence;
    const chains = new Map([...evidence.streams].filter(([stream]) => stream !== 'checkpoints'));
    expect(evidence).not.toBe(past.evidence);
    expect(auditFindings({ streams: chains, objects: unseen }).problems).toEqual([]);
  },
);

it('what was cut off behind the last anchor is missed by nobody: the limit of this evidence', () => {
  const lines = past.evidence.streams.get('checkpoints') ?? [];
  const streams = new Map([...past.evidence.streams, ['checkpoints', lines.slice(0, -1)]]);
  expect(problems({ ...past.evidence, streams })).toEqual([]);
});
