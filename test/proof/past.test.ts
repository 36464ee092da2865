import { beforeAll, describe, expect, it } from 'vitest';
import { archiveFindings, manifestsIn } from '../../scripts/verify/archive-check.ts';
import { auditFindings } from '../../scripts/verify/audit-check.ts';
import type { Evidence } from '../../scripts/verify/evidence.ts';
import type { Past } from './a-past.ts';
import { aPast, evidenceOf } from './a-past.ts';

let past: Past;
let evidence: Evidence;
beforeAll(async () => {
  past = await aPast();
  evidence = evidenceOf(past.lines(), past.bytes());
}, 120_000);

describe('what a company leaves behind', () => {
  it('x', () => {
    console.log([...evidence.streams].map(([s, l]) => `${s} ${l.length}`), [...evidence.objects.keys()].join('\n'));
    console.log([...evidence.objects.values()].filter((o) => o.key.startsWith('audit')).map((o) => o.text).join('\n'));
    console.log(manifestsIn(evidence).map((m) => JSON.stringify(m)).join('\n'));
    console.log(auditFindings(evidence), archiveFindings(evidence), past.place.said.filter((l) => /error/.test(l)));
    expect(1).toBe(1);
  });
});
