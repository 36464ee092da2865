import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { plusMinutes } from '../../shared/kernel/calendar.ts';
import { decideTransition } from '../../shared/operations/lifecycle.ts';
import type { Decision, LifecycleContext } from '../../shared/operations/move.ts';
import type { Charter, CharterFile } from '../../shared/records/charter.ts';
import type { Lifecycle } from '../../shared/records/charter-terms.ts';
import { LIFECYCLE } from '../../shared/records/charter-terms.ts';
import {
  aCharterFile,
  aClaimedSlot,
  aContext,
  aDoneItem,
  aGuest,
  aMilestone,
  aMove,
  at,
  aVessel,
  on,
  without,
} from './a-charter.ts';

/** Something that goes right on the way, each one a guard of the lifecycle. */
const FACTS = [
  'deposit',
  'crew',
  'papers',
  'vessel-list',
  'safety-list',
  'weather',
  'waivers',
  'brief',
  'after-list',
  'admin-list',
  'report',
] as const;
type Fact = (typeof FACTS)[number];

type Step = { readonly move: Lifecycle } | { readonly fact: Fact };

const FORWARD: readonly Lifecycle[] = [
  'quoted',
  'held',
  'booked',
  'confirmed',
  'boarding',
  'underway',
  'returned',
  'completed',
];

/** Facts and moves in an order that mostly works, with any of them missing and others mixed in. */
const steps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.subarray([...FACTS], { minLength: FACTS.length - 2 }), fc.array(anyStep(), { maxLength: 12 }), fc.nat())
  .map(([facts, noise, at]) => {
    const inOrder: Step[] = [...facts.map((fact) => ({ fact })), ...FORWARD.map((move) => ({ move }))];
    return [...noise.slice(0, at % 12), ...inOrder, ...noise.slice(at % 12)];
  });

function anyStep(): fc.Arbitrary<Step> {
  return fc.oneof(
    fc.constantFrom(...LIFECYCLE).map((move) => ({ move })),
    fc.constantFrom(...FACTS).map((fact) => ({ fact })),
  );
}

interface World {
  readonly file: CharterFile;
  readonly facts: ReadonlySet<Fact>;
  readonly decisions: readonly (Decision & { readonly knowing: ReadonlySet<Fact> })[];
}

function lived(through: readonly Step[]): World {
  let world: World = { file: fileWith(aCharterFile('inquiry').charter, new Set()), facts: new Set(), decisions: [] };
  let now = at('2026-09-20T17:00:00Z');
  for (const step of through) {
    now = plusMinutes(now, 1);
    world = 'fact' in step ? learned(world, step.fact) : tried(world, step.move, now);
  }
  return world;
}

function learned(world: World, fact: Fact): World {
  const facts = new Set([...world.facts, fact]);
  return { ...world, facts, file: fileWith(world.file.charter, facts) };
}

function tried(world: World, to: Lifecycle, now: Instant): World {
  const { charter } = world.file;
  const result = decideTransition(world.file, aMove(to, charter.lifecycle), contextAt(now, world.facts));
  if (!result.ok) return world;
  const decisions = [...world.decisions, { ...result.value, knowing: world.facts }];
  // A lifted weather hold needs a new decision: the old fact is gone.
  const facts = new Set([...world.facts].filter((fact) => to !== 'weather_hold' || fact !== 'weather'));
  return { facts, decisions, file: fileWith(result.value.charter, facts) };
}

function contextAt(now: Instant, facts: ReadonlySet<Fact>): LifecycleContext {
  const expired = aVessel({ documents: [{ type: 'insurance', expiresOn: on('2026-09-29') }] });
  return aContext('inquiry', { now, vessel: facts.has('papers') ? aVessel() : expired });
}

function fileWith(charter: Charter, facts: ReadonlySet<Fact>): CharterFile {
  const lists = {
    'vessel-list': 'pre_departure_vessel',
    'safety-list': 'safety_equipment',
    'after-list': 'post_charter_vessel',
    'admin-list': 'post_charter_admin',
  } as const;
  return {
    charter: charterWith(charter, facts),
    checklist: (Object.keys(lists) as (keyof typeof lists)[]).map((fact) =>
      facts.has(fact) ? aDoneItem(lists[fact]) : without(aDoneItem(lists[fact]), 'completion'),
    ),
    slots: [aClaimedSlot(facts.has('crew') ? 'checked_in' : 'claimed')],
    guests: [facts.has('waivers') ? aGuest() : without(aGuest(), 'waiver')],
    balances: facts.has('deposit') ? { 2100: -60_000 } : {},
  };
}

function charterWith(charter: Charter, facts: ReadonlySet<Fact>): Charter {
  const finished = aCharterFile('returned').charter;
  const brief = aMilestone('safety_brief', at('2026-09-20T16:00:00Z'));
  const others = charter.milestones.filter((milestone) => milestone.name !== 'safety_brief');
  return {
    ...charter,
    milestones: facts.has('brief') ? [brief, ...others] : others,
    ...(facts.has('weather') && finished.weather ? { weather: finished.weather } : {}),
    ...(facts.has('report') && finished.postCharterReport ? { postCharterReport: finished.postCharterReport } : {}),
  };
}

test('no sequence of moves reaches completed with a guard unmet, nor past a state in between', () => {
  let completions = 0;
  fc.assert(
    fc.property(steps, (through) => {
      const { decisions } = lived(through);
      const states = decisions.map(({ charter }) => charter.lifecycle);
      if (!states.includes('completed')) return;
      completions += 1;
      const completion = decisions.find(({ charter }) => charter.lifecycle === 'completed');
      expect([...(completion?.knowing ?? [])].sort()).toEqual([...FACTS].sort());
      const path = states.slice(0, states.indexOf('completed') + 1).filter((state) => state !== 'weather_hold');
      expect([...new Set(path)]).toEqual(FORWARD);
    }),
    { numRuns: 800, seed: 20_260_930 },
  );
  expect(completions).toBeGreaterThan(50);
});

test('whatever happens, revenue is earned once more than it is taken back exactly while the charter is performed', () => {
  fc.assert(
    fc.property(steps, fc.array(anyStep(), { maxLength: 20 }), (through, after) => {
      const { decisions, file } = lived([...through, ...after]);
      const effects = decisions.flatMap((decision) => decision.effects);
      const count = (wanted: string) => effects.filter((effect) => effect === wanted).length;
      expect(count('recognise-revenue') - count('reverse-revenue')).toBe(
        file.charter.performedOn === undefined ? 0 : 1,
      );
      expect(count('recognise-revenue')).toBe(file.charter.completionSeq);
      expect(count('start-report-run')).toBe(file.charter.completionSeq);
      expect(count('book')).toBe(file.charter.bookedOn === undefined ? 0 : 1);
      expect(count('cancel')).toBeLessThanOrEqual(1);
    }),
    { numRuns: 400, seed: 20_260_930 },
  );
});

test('what goes back and what is kept always add up to what was held', () => {
  fc.assert(
    fc.property(fc.nat(5_000_000), fc.integer({ min: -100, max: 400 }), (heldCents, hoursBefore) => {
      const file = aCharterFile('booked', { balances: { 2100: -heldCents } });
      const now = plusMinutes(file.charter.startAt, -hoursBefore * 60);
      const result = decideTransition(file, aMove('cancelled'), aContext('booked', { now }));
      const { retainedCents = -1, refundCents = -1 } = (result.ok && result.value.charter.cancellation) || {};
      expect(retainedCents + refundCents).toBe(heldCents);
      expect(Math.min(retainedCents, refundCents)).toBeGreaterThanOrEqual(0);
    }),
  );
});
