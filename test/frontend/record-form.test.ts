import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charterBodyOf } from '../../frontend/panels/new-charter/new-charter-model.ts';
import { everyReport, withEvery } from '../../frontend/panels/records/every-report.ts';
import type { Beginning, Typed } from '../../frontend/panels/records/form-model.ts';
import { firstTyped, recordOf, typedOf, withoutRow, withRow } from '../../frontend/panels/records/form-model.ts';
import { differences } from '../../frontend/panels/records/record-words.ts';
import { formFor } from '../../shared/forms/form-catalog.ts';
import type { FormField } from '../../shared/records/form.ts';

const ZONE = 'America/Los_Angeles';
const FROM: Beginning = { today: '2026-11-21', zone: ZONE, entityId: 'marlin', newId: (prefix) => `${prefix}_1` };
const fieldsOf = (kind: string): readonly FormField[] => formFor(kind)?.fields ?? [];
const filled = (kind: string, typed: Typed) =>
  recordOf(fieldsOf(kind), { ...firstTyped(fieldsOf(kind), FROM), ...typed }, ZONE);

describe('a filled-in form', () => {
  test('becomes the record its words mean: dollars, percent, days, ticks', () => {
    const typed = { vendor: 'Chandlery', cents: '1,234.50', account: '6130', paidFrom: '1010', receiptOnFile: 'yes' };
    expect(filled('expense', typed)).toEqual({
      ok: true,
      record: {
        entityId: 'marlin',
        on: '2026-11-21',
        vendor: 'Chandlery',
        cents: 123_450,
        account: '6130',
        paidFrom: '1010',
        receiptOnFile: true,
      },
    });
    const holding = filled('equity-holding', { holder: 'A. Owner', shareBps: '33.33 %' });
    expect(holding).toMatchObject({ ok: true, record: { shareBps: 3_333, agreementOnFile: false } });
  });

  test('tells every gap and every slip at once, by field, and is no record', () => {
    const read = filled('expense', { on: '1999-12-31', cents: 'lots' });
    expect(read).toEqual({
      ok: false,
      problems: [
        { field: 'on', message: 'Enter a day of the years 2000 to 2100.' },
        { field: 'vendor', message: 'Fill this in.' },
        { field: 'cents', message: 'Enter an amount such as 1,200.00.' },
      ],
    });
  });

  test('leaves out what need not be filled in as a whole, and asks for all of it once it is begun', () => {
    expect(filled('customer', { name: 'Ada Finch' })).toEqual({
      ok: true,
      record: { entityId: 'marlin', name: 'Ada Finch' },
    });
    const begun = { name: 'Ada Finch', 'marketingConsent.text': 'News of the season' };
    expect(filled('customer', begun)).toMatchObject({ ok: false, problems: [{ field: 'marketingConsent.at' }] });
    expect(filled('customer', { ...begun, 'marketingConsent.at': '2026-11-20T09:30' })).toMatchObject({
      record: { marketingConsent: { at: '2026-11-20T17:30:00.000Z', text: 'News of the season' } },
    });
  });

  test('counts a target in dollars or in charters, by what it is for', () => {
    const target = (metric: string, value: string) => filled('target', { metric, value });
    expect(target('revenue', '9,000')).toMatchObject({ record: { value: 900_000 } });
    expect(target('charters', '12')).toMatchObject({ record: { value: 12 } });
    expect(target('charters', '12.5')).toMatchObject({ ok: false });
  });

  test('of a charter asks for a new customer only while none is chosen', () => {
    const typed: Typed = {
      vesselId: 'ves_1',
      channelId: 'direct',
      title: 'Sail',
      day: '2026-12-01',
      time: '16:00',
      durationMin: '2.5',
      paxExpected: '4',
      departurePort: 'San Diego',
      returnPort: 'San Diego',
      'priceLines[0].text': 'Sail',
      'priceLines[0].unitCents': '1,600',
      depositCents: '800',
    };
    const withNew = filled('charter', { ...typed, 'customer.name': 'Ada' });
    expect(withNew).toMatchObject({ ok: true, record: { customer: { name: 'Ada' }, durationMin: 150 } });
    const chosen = filled('charter', { ...typed, customerId: 'cus_1' });
    expect(chosen).toMatchObject({ ok: true, record: { customerId: 'cus_1' } });
    expect(chosen.ok && 'customer' in chosen.record).toBe(false);
    expect(filled('charter', typed)).toMatchObject({
      problems: [{ field: 'customer.name', message: 'Fill this in.' }],
    });
    expect(chosen.ok && charterBodyOf(chosen.record)).toMatchObject({
      priceLines: [{ kind: 'charter', text: 'Sail', qty: 1, unitCents: 160_000, totalCents: 160_000 }],
    });
  });

  test('shows a record on file as it was typed: reading it again gives the same record', () => {
    const record = {
      entityId: 'marlin',
      name: 'Marlin',
      type: 'Sloop',
      lengthFt: 42,
      maxPax: 6,
      inspected: false,
      homePort: 'San Diego',
      turnaroundMin: 60,
      valueCents: 12_345_678,
      documents: [
        { type: 'Insurance', expiresOn: '2027-05-01' },
        { type: 'Registration', expiresOn: '2028-01-01' },
      ],
    };
    const fields = fieldsOf('vessel');
    expect(recordOf(fields, typedOf(fields, record, ZONE), ZONE)).toEqual({ ok: true, record });
  });

  test('keeps every amount to the cent, below zero too, whatever it is', () => {
    const fields = fieldsOf('bank-line');
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (cents) => {
        const line = { entityId: 'marlin', account: '1010', on: '2026-11-01', cents, memo: 'x' };
        expect(recordOf(fields, typedOf(fields, line, ZONE), ZONE)).toEqual({ ok: true, record: line });
      }),
    );
  });
});

describe('a list in a form', () => {
  const grants = fieldsOf('person').find(({ name }) => name === 'grants') as FormField & { readonly type: 'rows' };

  test('gets a row more, and the others move up when one goes', () => {
    const one = withRow({}, grants, 'grants', FROM);
    const two = withRow({ ...one, 'grants[0].report': 'ceo' }, grants, 'grants', FROM);
    const rest = withoutRow({ ...two, 'grants[1].report': 'cfo' }, 'grants', 0);
    expect(rest).toEqual({ 'grants[0].report': 'cfo', 'grants[0].entityId': 'marlin', 'grants#': '1' });
  });
});

describe('a list of reports in a form', () => {
  const rows = (name: string) =>
    fieldsOf('recipient').find((field) => field.name === name) as FormField & { readonly type: 'rows' };
  const CHOICES = [
    { id: 'ceo', text: 'CEO report', entityIds: ['jada', 'marlin'] },
    { id: 'cfo', text: 'CFO report', entityIds: ['jada', 'marlin'] },
    { id: 'rental', text: 'Rental audit', entityIds: ['house'] },
    { id: 'charter-debrief', text: 'Charter debrief', entityIds: [], isPerCharter: true },
  ];
  const lines = (name: string, typed: Typed, ...of: readonly string[]) =>
    Array.from({ length: Number(typed[`${name}#`]) }, (_, at) => of.map((one) => typed[`${name}[${at}].${one}`]));

  test('takes every report of a business in one step, and those of another beside them', () => {
    const begun = { ...withRow({}, rows('grants'), 'grants', FROM), 'grants[0].report': '' };
    const step = everyReport(rows('grants'), begun, 'grants', CHOICES);
    expect(step).toEqual({ label: 'Add every report of this business', reports: ['ceo', 'cfo'] });
    const full = withEvery(rows('grants'), begun, 'grants', step?.reports ?? []);
    expect(lines('grants', full, 'report', 'entityId')).toEqual([
      ['ceo', 'marlin'],
      ['cfo', 'marlin'],
    ]);
    expect(everyReport(rows('grants'), full, 'grants', CHOICES)).toBeUndefined();
    const jada = { ...full, 'grants#': '3', 'grants[2].report': 'cfo', 'grants[2].entityId': 'jada' };
    const more = everyReport(rows('grants'), jada, 'grants', CHOICES);
    expect(lines('grants', withEvery(rows('grants'), jada, 'grants', more?.reports ?? []), 'report').slice(2)).toEqual([
      ['cfo'],
      ['ceo'],
    ]);
  });

  test('by mail takes the reports they may see, as often as its last line says', () => {
    const named = ['ceo', 'rental', 'dashboard', 'charter-debrief'];
    const granted = Object.fromEntries([
      ['grants#', '4'],
      ...named.map((id, at) => [`grants[${at}].report`, id] as const),
    ]);
    const begun = {
      ...granted,
      'subscriptions#': '1',
      'subscriptions[0].report': 'ceo',
      'subscriptions[0].cadence': 'weekly',
    };
    const step = everyReport(rows('subscriptions'), begun, 'subscriptions', CHOICES);
    expect(step?.reports).toEqual(['rental']);
    const each = { ...begun, 'subscriptions[0].cadence': 'each-charter' };
    expect(everyReport(rows('subscriptions'), each, 'subscriptions', CHOICES)?.reports).toEqual([
      'rental',
      'charter-debrief',
    ]);
    const full = withEvery(rows('subscriptions'), begun, 'subscriptions', step?.reports ?? []);
    expect(lines('subscriptions', full, 'report', 'cadence')).toEqual([
      ['ceo', 'weekly'],
      ['rental', 'weekly'],
    ]);
  });

  test('offers nothing before there is a line, nor before its business is chosen, nor to lists of something else', () => {
    expect(everyReport(rows('grants'), {}, 'grants', CHOICES)).toBeUndefined();
    expect(everyReport(rows('grants'), { 'grants#': '1' }, 'grants', CHOICES)).toBeUndefined();
    const papers = fieldsOf('vessel').find(({ name }) => name === 'documents') as ReturnType<typeof rows>;
    expect(everyReport(papers, { 'documents#': '1' }, 'documents', CHOICES)).toBeUndefined();
  });
});

describe('two versions of a record', () => {
  test('are told apart field by field, in words', () => {
    const fields = fieldsOf('fixed-cost');
    const mine = { entityId: 'marlin', name: 'Slip', centsPerMonth: 150_000, from: '2026-01' };
    const theirs = { ...mine, centsPerMonth: 165_000, until: '2026-12' };
    expect(differences(fields, mine, theirs, (_kind, id) => id, ZONE)).toEqual([
      { label: 'A month', mine: '$1,500.00', theirs: '$1,650.00' },
      { label: 'Until (not included)', mine: '', theirs: 'Dec 2026' },
    ]);
  });
});
