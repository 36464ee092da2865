import { describe, expect, test } from 'vitest';
import { samplePortfolio } from '../../scripts/sample/portfolio.ts';
import { portfolioItems } from '../../scripts/sample/portfolio-items.ts';
import { plusDays } from '../../shared/kernel/calendar.ts';
import { decideTransition } from '../../shared/operations/lifecycle.ts';
import type { LifecycleContext } from '../../shared/operations/move.ts';
import type { Charter } from '../../shared/records/charter.ts';
import { charterSchema, checklistItemSchema, guestSchema, roleSlotSchema } from '../../shared/records/charter.ts';
import { customerSchema } from '../../shared/records/customer.ts';
import { parsed } from '../../shared/records/fields.ts';
import { journalEntrySchema } from '../../shared/records/journal.ts';
import { MONEY } from '../../shared/records/money-registry.ts';
import { priceTotals } from '../../shared/records/pricing.ts';
import { REGISTER } from '../../shared/records/registry.ts';
import { userSchema } from '../../shared/records/user.ts';
import { aDay, DAYS, PORTFOLIO, recordsOf, SAILING } from './a-sample.ts';

describe.each(DAYS)('the sample of %s at %s', (today, time) => {
  const portfolio = samplePortfolio(aDay(today, time));

  test('has no record its schema refuses, and no field nobody knows', () => {
    const { registers, users, customers, files, moneyRecords, entries } = portfolio;
    const all = [
      ...registers.map(({ kind, record }) => parsed<unknown>(REGISTER[kind].schema, record, record.id)),
      ...users.map((user) => parsed(userSchema, user, user.id)),
      ...customers.map((customer) => parsed(customerSchema, customer, customer.id)),
      ...files.map(({ charter }) => parsed(charterSchema, charter, charter.id)),
      ...files.flatMap(({ checklist }) => checklist.map((item) => parsed(checklistItemSchema, item, item.id))),
      ...files.flatMap(({ slots }) => slots.map((slot) => parsed(roleSlotSchema, slot, slot.id))),
      ...files.flatMap(({ guests }) => guests.map((guest) => parsed(guestSchema, guest, guest.id))),
      ...moneyRecords.map(({ kind, record }) => parsed<unknown>(MONEY[kind].schema, record, record.id)),
      ...entries.map((entry) => parsed(journalEntrySchema, entry, entry.id)),
    ];
    expect(all.filter((result) => !result.ok)).toEqual([]);
  });

  test('has one item per key, and every name in it belongs to somebody', () => {
    const items = portfolioItems(portfolio).flatMap((group) => group.items);
    expect(new Set(items.map((item) => `${item['pk']} ${item['sk']}`)).size).toBe(items.length);
    const known = new Set([
      ...portfolio.customers.map(({ id }) => id),
      ...portfolio.registers.map(({ record }) => record.id),
      ...portfolio.files.map(({ charter }) => charter.id),
    ]);
    const named = [
      ...portfolio.files.flatMap(({ charter }) => [charter.customerId, charter.channelId, charter.vesselId]),
      ...recordsOf(portfolio, 'lead').flatMap((lead) => (lead.charterId === undefined ? [] : [lead.charterId])),
      ...recordsOf(portfolio, 'incident').flatMap((incident) => incident.charterId ?? []),
    ];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  test('tells of nothing that is still to come', () => {
    const { entries, day, files } = portfolio;
    expect(entries.filter((entry) => entry.businessOn > day.today || entry.postedAt > day.now)).toEqual([]);
    const told = files.flatMap(({ charter, checklist, guests }) => [
      charter.updatedAt,
      ...charter.milestones.flatMap((milestone) => milestone.actualAt ?? []),
      ...checklist.flatMap((item) => item.completion?.at ?? []),
      ...guests.flatMap((guest) => guest.waiver?.at ?? []),
    ]);
    expect(told.filter((at) => at > day.now)).toEqual([]);
  });

  test('closes only what the rules would let an admin close', () => {
    const closed = portfolio.files.filter(({ charter }) => charter.lifecycle === 'closed');
    expect(closed.length).toBeGreaterThan(80);
    const refusals = closed.map((file) => {
      const charter: Charter = { ...file.charter, lifecycle: 'completed' };
      return decideTransition({ ...file, charter }, { to: 'closed' }, contextOf(charter));
    });
    expect(refusals.filter((decision) => !decision.ok)).toEqual([]);
  });

  test('confirms only what the rules would let an admin confirm', () => {
    const confirmed = portfolio.files.filter(({ charter }) => charter.lifecycle === 'confirmed');
    expect(confirmed.length).toBeGreaterThan(3);
    const refusals = confirmed.map((file) => {
      const charter: Charter = { ...file.charter, lifecycle: 'booked' };
      return decideTransition({ ...file, charter }, { to: 'confirmed' }, contextOf(charter));
    });
    expect(refusals.filter((decision) => !decision.ok)).toEqual([]);
  });

  test('keeps each boat, and the one captain, to one charter a day', () => {
    const days = portfolio.files.map(({ charter }) => charter.sailsOn);
    expect(new Set(days).size).toBe(days.length);
  });

  function contextOf(charter: Charter): LifecycleContext {
    const vessel = recordsOf(portfolio, 'vessel').find(({ id }) => id === charter.vesselId)!; // checked above
    const collects = recordsOf(portfolio, 'channel').some(({ id, collects }) => id === charter.channelId && collects);
    const actor = { name: 'an admin', userId: 'usr_admin', roles: ['admin'] } as const;
    const { now } = portfolio.day;
    return { now, actor, vessel, overlapping: [], incidentsOpen: 0, channelCollects: collects };
  }
});

test('the same day gives the same sample', () => {
  expect(samplePortfolio(aDay('2026-11-21'))).toEqual(PORTFOLIO);
});

test('a month that is long over reads the same in the samples of two days', () => {
  const trips = (today: string) =>
    samplePortfolio(aDay(today))
      .files.map(({ charter }) => charter)
      .filter(({ sailsOn }) => sailsOn.startsWith('2026-08'))
      .map(({ id, priceLines, startAt }) => ({ id, priceLines, startAt }));
  expect(trips('2026-11-21')).toEqual(trips('2026-12-24'));
  expect(trips('2026-11-21').length).toBeGreaterThan(8);
});

test('every kind of ending is there', () => {
  const count = (state: string) => PORTFOLIO.files.filter(({ charter }) => charter.lifecycle === state).length;
  expect(count('no_show')).toBeGreaterThanOrEqual(2);
  expect(count('cancelled')).toBeGreaterThanOrEqual(8);
  for (const state of ['quoted', 'held', 'booked', 'confirmed', 'completed']) expect(count(state)).toBeGreaterThan(0);
  const by = PORTFOLIO.files.flatMap(({ charter }) => charter.cancellation?.by ?? []);
  expect([...new Set(by)].sort()).toEqual(['guest', 'operator', 'weather']);
  const kept = PORTFOLIO.files.filter(({ charter }) => (charter.cancellation?.retainedCents ?? 0) > 0);
  expect(kept.some(({ charter }) => (charter.cancellation?.refundCents ?? 0) > 0)).toBe(true);
});

test('a refund after the charter, an overpayment, and a payout late and short are there, once each', () => {
  const templates = (name: string) => PORTFOLIO.entries.filter((entry) => entry.template === name);
  expect(templates('refund_after_performance')).toHaveLength(1);
  const short = templates('ota_payout').filter((entry) => entry.lines.some((line) => line.account === '5035'));
  expect(short).toHaveLength(1);
  const overpaid = PORTFOLIO.files.filter(
    ({ charter, balances }) => charter.lifecycle === 'completed' && (balances['2100'] ?? 0) < 0,
  );
  expect(overpaid).toHaveLength(1);
  expect(recordsOf(PORTFOLIO, 'incident').map(({ status }) => status)).toEqual(['closed']);
});

test('prices lie between $1,400 and $2,900, some are late, most are tipped', () => {
  const sailed = PORTFOLIO.files.filter(({ charter }) => charter.performedOn !== undefined);
  const prices = sailed.map(({ charter }) => priceTotals(charter.priceLines).charterCents);
  expect(Math.min(...prices)).toBeGreaterThan(130_000);
  expect(Math.max(...prices)).toBeLessThanOrEqual(290_000);
  const tipped = PORTFOLIO.moneyRecords.filter(
    ({ kind, record }) => kind === 'payment' && 'tipCents' in record && record.tipCents > 0,
  );
  expect(tipped.length / sailed.length).toBeGreaterThan(0.55);
  expect(tipped.length / sailed.length).toBeLessThan(0.85);
});

test('two or three charters a week lie ahead, to 45 days', () => {
  const { day, files } = PORTFOLIO;
  const ahead = files.filter(({ charter }) => charter.sailsOn > day.today).map(({ charter }) => charter.sailsOn);
  expect(ahead.length).toBeGreaterThanOrEqual(14);
  expect(ahead.length).toBeLessThanOrEqual(20);
  expect(ahead.every((on) => on <= plusDays(day.today, 45))).toBe(true);
});

test('the boats’ cap tables add up, one share in them is unsigned, and two of three key people are not prepared', () => {
  const holdings = recordsOf(PORTFOLIO, 'equity-holding');
  for (const boat of SAILING) {
    const shares = holdings.filter(({ entityId }) => entityId === boat).map(({ shareBps }) => shareBps);
    expect(shares.reduce<number>((sum, share) => sum + share, 0)).toBe(10_000);
  }
  expect(holdings.filter(({ agreementOnFile }) => !agreementOnFile)).toHaveLength(1);
  const people = recordsOf(PORTFOLIO, 'key-person');
  const prepared = people.filter(({ transitionOn, handoffOnFile }) => transitionOn !== undefined && handoffOnFile);
  expect([people.length, prepared.length]).toEqual([3, 1]);
});

test('the agency’s books begin this month, beside its clients, and nothing is recorded of subscriptions or actions', () => {
  for (const kind of ['subscription', 'action'] as const) {
    expect(recordsOf(PORTFOLIO, kind)).toEqual([]);
  }
  const days = PORTFOLIO.entries.flatMap((entry) => (entry.entityId === 'dc' ? [entry.businessOn] : []));
  expect([...new Set(days.map((on) => on.slice(0, 7)))]).toEqual(['2026-11']);
  const kept = PORTFOLIO.registers.filter(({ record }) => 'entityId' in record && record.entityId === 'dc');
  expect([...new Set(kept.map(({ kind }) => kind))].sort()).toEqual([
    'client',
    'client-contract',
    'client-cost',
    'inventory',
    'invoice',
    'work-entry',
  ]);
});

test('all mail goes to example.com', () => {
  const addresses = JSON.stringify(PORTFOLIO).match(/[\w.+-]+@[\w.-]+/g) ?? [];
  expect(addresses.length).toBeGreaterThan(100);
  expect(addresses.filter((address) => !address.endsWith('@example.com'))).toEqual([]);
});
