import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../shared/kernel/calendar.ts';
import type { Entity } from '../../shared/records/entity.ts';
import type { Recipient } from '../../shared/records/recipient.ts';
import { deliveryIdOf, lastClosedMonth, plannedIssues, scopeNameOf } from '../../shared/reports/plan.ts';
import type { PlannedIssue, Run } from '../../shared/reports/run.ts';
import { completionRunKey, manualRunKey } from '../../shared/reports/run.ts';
import { aCharterRun, aManualRun, anEntity, aPerson, REPORTS, TODAY } from './a-run.ts';

const COMPANY: readonly Entity[] = [anEntity('qos'), anEntity('jada'), anEntity('qdn')];
const CEO_OF_ALL = ['ceo:jada', 'ceo:qos', 'ceo:qdn'];
const OCTOBER = { from: '2026-10-01', until: '2026-11-01' };
const NOVEMBER_TO_DATE = { from: '2026-11-01', until: '2026-11-22' };

function plan(people: readonly Recipient[], run: Run = aCharterRun(), entities = COMPANY): PlannedIssue[] {
  return plannedIssues(run, REPORTS, entities, people, TODAY);
}

/** Who gets what, as `report@scope: people`. */
function summary(issues: readonly PlannedIssue[]): string[] {
  return issues.map((issue) => `${issue.report}@${issue.scopeName}: ${issue.recipientIds.join(' ') || 'nobody'}`);
}

describe('after a charter', () => {
  test('the group’s report and the debrief are made even when nobody asked for them', () => {
    expect(plan([])).toEqual([
      {
        report: 'ceo',
        scopeName: 'group',
        entityIds: ['jada', 'qdn', 'qos'],
        period: NOVEMBER_TO_DATE,
        recipientIds: [],
      },
      { report: 'charter-debrief', scopeName: 'jada', entityIds: ['jada'], period: NOVEMBER_TO_DATE, recipientIds: [] },
    ]);
  });

  test('a report that is never made at a charter is not, though someone asked for it', () => {
    const hopeful = aPerson('hopeful', ['dashboard:jada'], ['dashboard:each-charter']);
    expect(summary(plan([hopeful]))).toEqual(['ceo@group: nobody', 'charter-debrief@jada: nobody']);
  });

  test('who may see every entity gets the group’s report', () => {
    expect(summary(plan([aPerson('ada', CEO_OF_ALL, ['ceo:each-charter'])]))[0]).toBe('ceo@group: rcp_ada');
  });

  test('a partner who may see jada alone gets an issue about jada alone, and the group’s is still made', () => {
    const issues = plan([
      aPerson('ada', CEO_OF_ALL, ['ceo:each-charter']),
      aPerson('pat', ['ceo:jada'], ['ceo:each-charter']),
    ]);
    expect(summary(issues)).toEqual(['ceo@group: rcp_ada', 'ceo@jada: rcp_pat', 'charter-debrief@jada: nobody']);
    expect(issues.find((issue) => issue.scopeName === 'jada')?.entityIds).toEqual(['jada']);
  });

  test('two partners of the same entities share an issue; one of other entities has another', () => {
    const people = [
      aPerson('bo', ['ceo:qos', 'ceo:jada'], ['ceo:each-charter']),
      aPerson('al', ['ceo:jada', 'ceo:qos'], ['ceo:each-charter']),
      aPerson('cy', ['ceo:jada', 'ceo:qdn'], ['ceo:each-charter']),
    ];
    expect(summary(plan(people)).filter((line) => line.startsWith('ceo'))).toEqual([
      'ceo@group: nobody',
      'ceo@jada+qdn: rcp_cy',
      'ceo@jada+qos: rcp_al rcp_bo',
    ]);
  });

  test('a partner of another entity gets nothing', () => {
    const pat = aPerson(
      'pat',
      ['ceo:qdn', 'charter-debrief:qdn'],
      ['ceo:each-charter', 'charter-debrief:each-charter'],
    );
    expect(summary(plan([pat]))).toEqual(['ceo@group: nobody', 'charter-debrief@jada: nobody']);
  });

  test.each([
    ['holds it for the entity and asked for it', ['charter-debrief:jada'], ['charter-debrief:each-charter'], 'rcp_cap'],
    ['holds it for another entity', ['charter-debrief:qos'], ['charter-debrief:each-charter'], 'nobody'],
    ['holds another report for the entity', ['ceo:jada'], ['charter-debrief:each-charter'], 'nobody'],
    ['holds it but did not ask', ['charter-debrief:jada'], [], 'nobody'],
    ['asked for it monthly', ['charter-debrief:jada'], ['charter-debrief:monthly'], 'nobody'],
    ['asked for it never', ['charter-debrief:jada'], ['charter-debrief:never'], 'nobody'],
    ['asked for another report', ['charter-debrief:jada'], ['ceo:each-charter'], 'nobody'],
  ])('the debrief of someone who %s goes accordingly', (_who, grants, wishes, gets) => {
    const issues = plan([aPerson('cap', grants, wishes)]);
    expect(summary(issues).find((line) => line.startsWith('charter-debrief'))).toBe(`charter-debrief@jada: ${gets}`);
  });

  test.each(['daily', 'weekly', 'monthly', 'never'])(
    'who asked for the report %s gets none at a charter',
    (cadence) => {
      expect(summary(plan([aPerson('ada', CEO_OF_ALL, [`ceo:${cadence}`])]))[0]).toBe('ceo@group: nobody');
    },
  );

  test('who is suspended gets nothing', () => {
    const grants = [...CEO_OF_ALL, 'charter-debrief:jada'];
    const out = aPerson('out', grants, ['ceo:each-charter', 'charter-debrief:each-charter'], { status: 'suspended' });
    expect(summary(plan([out]))).toEqual(['ceo@group: nobody', 'charter-debrief@jada: nobody']);
  });

  test('an entity no longer active is in no report, and a grant for it does not make the group', () => {
    const company = [anEntity('jada'), anEntity('qos'), anEntity('old', false)];
    const [group] = plan([aPerson('ada', ['ceo:jada', 'ceo:old'], ['ceo:each-charter'])], aCharterRun(), company);
    expect(group).toMatchObject({ scopeName: 'group', entityIds: ['jada', 'qos'], recipientIds: [] });
  });

  test('a last charter of an entity no longer active is debriefed as its own, not as the group', () => {
    const company = [anEntity('jada'), anEntity('old', false)];
    const people = [
      aPerson('cap', ['charter-debrief:old', 'ceo:old'], ['charter-debrief:each-charter', 'ceo:each-charter']),
    ];
    expect(summary(plan(people, aCharterRun('old'), company))).toEqual([
      'ceo@group: nobody', // holding the report for nothing that is active is no scope of its own
      'charter-debrief@old: rcp_cap',
    ]);
  });

  test('an entity called group is not the group', () => {
    const company = [anEntity('group'), anEntity('jada')];
    const issues = plan([aPerson('pat', ['ceo:group'], ['ceo:each-charter'])], aCharterRun('group'), company);
    const toPat = issues.filter((issue) => issue.recipientIds.includes('rcp_pat'));
    expect(toPat.map((issue) => issue.entityIds)).toEqual([['group']]);
    expect(issues.find((issue) => issue.scopeName === 'group')).toMatchObject({
      entityIds: ['group', 'jada'],
      recipientIds: [],
    });
  });

  test('a company of one entity has one scope', () => {
    const pat = aPerson(
      'pat',
      ['ceo:jada', 'charter-debrief:jada'],
      ['ceo:each-charter', 'charter-debrief:each-charter'],
    );
    expect(summary(plan([pat], aCharterRun(), [anEntity('jada')]))).toEqual([
      'ceo@group: rcp_pat',
      'charter-debrief@group: rcp_pat',
    ]);
  });

  test('on the last day of a month the report covers all of it', () => {
    const [issue] = plannedIssues(aCharterRun(), REPORTS, COMPANY, [], localDate('2026-11-30'));
    expect(issue?.period).toEqual({ from: '2026-11-01', until: '2026-12-01' });
  });
});

describe('a run somebody asked for', () => {
  const everyone = [
    aPerson('ada', CEO_OF_ALL, ['ceo:monthly']),
    aPerson('bo', CEO_OF_ALL, ['ceo:never']),
    aPerson('cy', CEO_OF_ALL, []),
    aPerson('pat', ['ceo:jada'], ['ceo:each-charter']),
    aPerson('out', CEO_OF_ALL, ['ceo:monthly'], { status: 'suspended' }),
  ];

  test('covers the group and the last closed month when nothing else was asked', () => {
    expect(plan(everyone, aManualRun())).toEqual([
      { report: 'ceo', scopeName: 'group', entityIds: ['jada', 'qdn', 'qos'], period: OCTOBER, recipientIds: [] },
    ]);
  });

  test('covers what was asked', () => {
    const asked = {
      requestedEntityIds: ['qos', 'jada'],
      requestedPeriod: { from: localDate('2026-08-01'), until: localDate('2026-10-01') },
    };
    expect(plan(everyone, aManualRun(asked))).toEqual([
      {
        report: 'ceo',
        scopeName: 'jada+qos',
        entityIds: ['jada', 'qos'],
        period: { from: '2026-08-01', until: '2026-10-01' },
        recipientIds: [],
      },
    ]);
  });

  test.each<[string, Partial<Run>, string[]]>([
    ['nobody', { sendTo: [] }, []],
    ['subscribers who may see all of it, at any cadence but never', { sendTo: 'subscribers' }, ['rcp_ada']],
    [
      'subscribers of the one entity asked for',
      { sendTo: 'subscribers', requestedEntityIds: ['jada'] },
      ['rcp_ada', 'rcp_pat'],
    ],
    ['those named, subscribed or not', { sendTo: ['rcp_cy', 'rcp_bo'] }, ['rcp_bo', 'rcp_cy']],
    ['those named who may see all of it', { sendTo: ['rcp_pat', 'rcp_ada'] }, ['rcp_ada']],
    ['a named one who is suspended: not', { sendTo: ['rcp_out'] }, []],
    ['a named one nobody knows: not', { sendTo: ['rcp_who'] }, []],
  ])('goes to %s', (_who, over, expected) => {
    expect(plan(everyone, aManualRun(over))[0]?.recipientIds).toEqual(expected);
  });

  test('goes to nobody when whom to send it to was never settled', () => {
    const { sendTo: _unsettled, ...run } = aManualRun();
    expect(plan(everyone, run)[0]?.recipientIds).toEqual([]);
  });

  test.each([
    ['is no longer active', ['old']],
    ['does not exist', ['nowhere']],
    ['is none', []],
  ])('goes to nobody when the entity asked for %s', (_what, requestedEntityIds) => {
    const company = [...COMPANY, anEntity('old', false)];
    const run = aManualRun({ sendTo: 'subscribers', requestedEntityIds });
    const [issue] = plan([...everyone, aPerson('no', [], ['ceo:monthly'])], run, company);
    expect(issue?.recipientIds).toEqual([]);
    expect(issue?.scopeName).toMatch(/^set-/);
  });

  test('makes one issue of each report asked for, in order of name', () => {
    expect(summary(plan(everyone, aManualRun({ requested: ['dashboard', 'ceo'] })))).toEqual([
      'ceo@group: nobody',
      'dashboard@group: nobody',
    ]);
  });
});

test('the order of recipients and entities changes nothing', () => {
  const people = [
    aPerson('ada', [...CEO_OF_ALL, 'charter-debrief:jada'], ['ceo:each-charter', 'charter-debrief:each-charter']),
    aPerson('bo', CEO_OF_ALL, ['ceo:each-charter']),
    aPerson('pat', ['ceo:jada', 'ceo:qos'], ['ceo:each-charter']),
    aPerson('quinn', ['ceo:qos', 'ceo:jada'], ['ceo:each-charter']),
    aPerson('sam', ['ceo:jada'], ['ceo:each-charter']),
  ];
  const ordinary = plan(people);
  const mixed = (length: number) => fc.shuffledSubarray([...Array(length).keys()], { minLength: length });
  fc.assert(
    fc.property(mixed(people.length), mixed(COMPANY.length), (order, companyOrder) => {
      const shuffled = order.map((i) => people[i] as Recipient);
      expect(
        plan(
          shuffled,
          aCharterRun(),
          companyOrder.map((i) => COMPANY[i] as Entity),
        ),
      ).toEqual(ordinary);
    }),
  );
});

test('nobody ever gets an issue about an entity they do not hold the report for', () => {
  const entityIds = ['jada', 'qos', 'qdn', 'group'];
  const company = [...entityIds.map((id) => anEntity(id)), anEntity('old', false)];
  const grant = fc
    .tuple(fc.constantFrom('ceo', 'charter-debrief'), fc.constantFrom(...entityIds, 'old'))
    .map((p) => p.join(':'));
  const wish = fc.constantFrom('ceo:each-charter', 'charter-debrief:each-charter', 'ceo:monthly', 'ceo:never');
  const people = fc
    .array(fc.tuple(fc.array(grant), fc.array(wish)), { maxLength: 6 })
    .map((list) => list.map(([grants, wishes], i) => aPerson(`p${i}`, grants, wishes)));
  const run = fc.oneof(
    fc.constantFrom(...entityIds, 'old').map(aCharterRun),
    fc
      .record({ requestedEntityIds: fc.subarray([...entityIds, 'old']) })
      .map((over) => aManualRun({ ...over, sendTo: 'subscribers' })),
  );
  fc.assert(
    fc.property(people, run, (recipients, of) => {
      const issues = plan(recipients, of, company);
      for (const issue of issues) {
        for (const id of issue.recipientIds) {
          const grants = recipients.find((person) => person.id === id)?.grants ?? [];
          const held = issue.entityIds.filter((e) => grants.some((g) => g.report === issue.report && g.entityId === e));
          expect(held).toEqual(issue.entityIds);
          expect(held.length).toBeGreaterThan(0);
        }
      }
      expect(new Set(issues.map((issue) => `${issue.report}@${issue.scopeName}`)).size).toBe(issues.length);
    }),
  );
});

describe('the name of a scope', () => {
  test.each([
    [['jada', 'qos'], ['jada', 'qos'], 'group'],
    [['qos', 'jada'], ['jada', 'qos'], 'group'],
    [['jada'], ['jada', 'qos'], 'jada'],
    [['qos', 'jada'], ['jada', 'qdn', 'qos'], 'jada+qos'],
    [['old'], ['jada'], 'old'],
    [['jada', 'old'], ['jada', 'qos'], 'jada+old'],
  ])('of %j within %j is %s', (some, all, name) => expect(scopeNameOf(some, all)).toBe(name));

  test('stays short however many entities there are, and still tells them apart', () => {
    const ids = Array.from({ length: 30 }, (_, i) => `entity-${i}`);
    const names = [ids.slice(0, 20), ids.slice(0, 21), ids.slice(1, 21)].map((some) => scopeNameOf(some, ids));
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^set-[a-z2-7]{20}$/);
  });

  test('is another for another set, even when entities are called group or set', () => {
    const all = ['group', 'jada', 'set', 'set-aaaaaaaaaaaaaaaaaaaa', 'qos'];
    const subsets = Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_id, i) => bits & (1 << i)));
    expect(new Set(subsets.map((some) => scopeNameOf(some, all))).size).toBe(subsets.length);
  });
});

describe('the id of a delivery', () => {
  const parts = ['charter.chr_1.1', 'ceo', 'group', 'rcp_ada'] as const;

  test('is always the same for the same mail', () => {
    expect(deliveryIdOf(...parts)).toBe(deliveryIdOf(...parts));
    // First hundred bits of SHA-256 of "charter.chr_1.1|ceo|group|1|rcp_ada", by sha256sum and base32.
    expect(deliveryIdOf(...parts)).toBe('y6rx2fz7jj4a3hwvjckk');
  });

  test('is another when the run, the report, the scope or the recipient is', () => {
    const others = [
      ['charter.chr_1.2', 'ceo', 'group', 'rcp_ada'],
      ['charter.chr_1.1', 'cfo', 'group', 'rcp_ada'],
      ['charter.chr_1.1', 'ceo', 'jada', 'rcp_ada'],
      ['charter.chr_1.1', 'ceo', 'group', 'rcp_bo'],
    ] as const;
    expect(new Set([parts, ...others].map((each) => deliveryIdOf(each[0], each[1], each[2], each[3]))).size).toBe(5);
  });

  test('is fit for an SES tag, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (run, report, scope, recipient) => {
        expect(deliveryIdOf(run, report, scope, recipient)).toMatch(/^[a-z2-7]{20}$/);
      }),
    );
  });
});

test.each([
  ['2026-11-21', OCTOBER],
  ['2026-11-01', OCTOBER],
  ['2026-10-31', { from: '2026-09-01', until: '2026-10-01' }],
  ['2027-01-01', { from: '2026-12-01', until: '2027-01-01' }],
])('on %s the last closed month is %j', (today, expected) =>
  expect(lastClosedMonth(localDate(today))).toEqual(expected),
);

test('the same completion and the same request always name the same run', () => {
  expect(completionRunKey('chr_1', 2)).toBe('charter.chr_1.2');
  expect(manualRunKey('abcdefghij')).toBe('manual.abcdefghij');
});
