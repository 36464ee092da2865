import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AuditLine, ChainedLine } from '../../shared/kernel/audit-chain.ts';
import { BEFORE_ALL, chainedAfter, firstBreak, lineHash } from '../../shared/kernel/audit-chain.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';

const line = (n: number): AuditLine => ({
  stream: 'run.a',
  at: `2026-11-21T10:00:0${n}.000Z` as Instant,
  id: `aud_${n}`,
  actor: 'scc',
  action: 'issue.archived',
  object: `ceo-report@group ${n}`,
  data: { scope: 'group', report: 'ceo' },
});
const lines = (count: number): ChainedLine[] =>
  chainedAfter(
    BEFORE_ALL,
    Array.from({ length: count }, (_, n) => line(n)),
  );

describe('a chain of lines', () => {
  it('counts from one and hands each hash on', () => {
    const [first, second, third] = lines(3);
    expect([first?.seq, second?.seq, third?.seq]).toEqual([1, 2, 3]);
    expect([second?.prev, third?.prev]).toEqual([first?.hash, second?.hash]);
    expect(firstBreak('run.a', lines(9))).toBeUndefined();
  });

  it('hashes the canonical JSON of a line behind its prefix, as anybody can with a hash program', () => {
    const [first] = lines(1) as [ChainedLine];
    const said =
      '{"action":"issue.archived","actor":"scc","at":"2026-11-21T10:00:00.000Z","data":{"report":"ceo","scope":"group"},' +
      `"id":"aud_0","object":"ceo-report@group 0","prev":"${'0'.repeat(64)}","seq":1,"stream":"run.a","v":1}`;
    expect(first.hash).toBe(createHash('sha256').update(`scc-audit-v1\0${said}`).digest('hex'));
  });

  it('goes on behind a head as it would have in one piece', () => {
    const [first, second] = lines(2) as [ChainedLine, ChainedLine];
    expect(chainedAfter(first, [line(1)])).toEqual([second]);
  });
});

describe('a chain somebody laid hands on', () => {
  const at = (change: (held: ChainedLine[]) => void) => {
    const held = lines(6);
    change(held);
    return firstBreak('run.a', held)?.seq;
  };
  const set = (held: ChainedLine[], i: number, to: Partial<ChainedLine>) => {
    held[i] = { ...(held[i] as ChainedLine), ...to };
  };

  it.each<[string, (held: ChainedLine[]) => void, number]>([
    ['a line edited', (held) => set(held, 2, { actor: 'usr_other' }), 3],
    ['a line edited and hashed anew', (held) => rehash(held, 2, { actor: 'usr_other' }), 4],
    ['a line removed', (held) => held.splice(3, 1), 4],
    ['a line put in', (held) => held.splice(3, 0, { ...(held[3] as ChainedLine), id: 'aud_x' }), 4],
    ['two lines swapped', (held) => held.splice(1, 2, held[2] as ChainedLine, held[1] as ChainedLine), 2],
    ['the first line removed', (held) => held.shift(), 1],
    ['a line of another stream', (held) => set(held, 0, { stream: 'run.b' }), 1],
    ['a number changed', (held) => set(held, 4, { seq: 7 }), 5],
  ])('is found at the line: %s', (_, change, seq) => {
    expect(at(change)).toBe(seq);
  });

  it('cut off at its end holds by itself: only who saw the end can tell', () => {
    expect(at((held) => held.splice(4))).toBeUndefined();
  });

  function rehash(held: ChainedLine[], i: number, to: Partial<ChainedLine>): void {
    const changed = { ...(held[i] as ChainedLine), ...to };
    held[i] = { ...changed, hash: lineHash(changed) };
  }
});
