import { describe, expect, test } from 'vitest';
import { samplePortfolio } from '../../scripts/sample/portfolio.ts';
import { monthToDate } from '../../shared/kernel/period.ts';
import { booksOf } from '../../shared/ledger/balances.ts';
import { parsed } from '../../shared/records/fields.ts';
import { MONEY } from '../../shared/records/money-registry.ts';
import { isCompanyKind } from '../../shared/records/register-kinds.ts';
import type { RecordKind } from '../../shared/records/registry.ts';
import { RECORD_KINDS } from '../../shared/records/registry.ts';
import type { RegisterSources, Snapshot } from '../../shared/records/snapshot.ts';
import { compose } from '../../shared/reports/compose.ts';
import { documentProblems } from '../../shared/reports/document/invariants.ts';
import { renderings } from '../../shared/reports/render/rendering.ts';
import { aDay, DAYS, recordsOf } from './a-sample.ts';

/** What a run would read of the sample: of what keeps coming, only what is open. */
function snapshotOf(portfolio: ReturnType<typeof samplePortfolio>): Snapshot {
  const { day, balances } = portfolio;
  const held = (kind: RecordKind) => recordsOf(portfolio, kind).filter((record) => isRead(kind, record));
  const registers = RECORD_KINDS.map((kind) => [kind, { state: 'read', records: held(kind) }]);
  return {
    takenAt: day.now,
    today: day.today,
    zone: day.zone,
    registers: Object.fromEntries(registers) as unknown as RegisterSources,
    balances: { state: 'read', records: balances },
    upcoming: { state: 'read', records: [] },
    openCharters: { state: 'read', records: [] },
  };
}

function isRead(kind: RecordKind, record: object): boolean {
  return isCompanyKind(kind) || kind !== 'rent-charge' || (record as { readonly status: string }).status === 'open';
}

describe.each(DAYS)('the house of the sample of %s at %s', (today, time) => {
  const portfolio = samplePortfolio(aDay(today, time));
  const audit = compose('rental', snapshotOf(portfolio), ['rental'], monthToDate(portfolio.day.today), 'Harbor Group');

  test('has money records their schemas accept, and never less than no cash', () => {
    const read = portfolio.postedMoney.map(({ kind, record }) =>
      parsed<unknown>(MONEY[kind].schema, record, record.id),
    );
    expect(read.filter((result) => !result.ok)).toEqual([]);
    const books = booksOf(portfolio.balances);
    const standing = books.months(['rental']).map((month) => books.accountThrough(['rental'], month, ['1010']));
    expect(Math.min(...standing)).toBeGreaterThan(0);
  });

  test('has an audit that is fit to issue and whose mail stays whole', () => {
    expect(documentProblems(audit)).toEqual([]);
    const html = renderings(audit, { companyName: 'Harbor Group' }).html.body;
    expect(new TextEncoder().encode(html).length).toBeLessThan(90_000);
  });

  test('is short where its story says so: rent late, repair and insurance open, deposit above the cap', () => {
    const told = JSON.stringify(audit.sections.find(({ id }) => id === 'shortfalls'));
    for (const id of ['rent-late', 'rental-ticket-old', 'rental-insurance-ending', 'tenant-deposit-wrong'])
      expect(told).toContain(`"id":"${id}"`);
    for (const id of ['improvement-as-cost', 'lease-ending', 'rental-occupancy-low'])
      expect(told).toContain(`"id":"${id}"`);
  });
});

test('tenants and guests are named nowhere in the audit', () => {
  const portfolio = samplePortfolio(aDay('2026-11-21'));
  const audit = compose('rental', snapshotOf(portfolio), ['rental'], monthToDate(portfolio.day.today), 'Harbor Group');
  const text = renderings(audit, { companyName: 'Harbor Group' }).txt.body;
  if (process.env['SEE']) process.stdout.write(text);
  expect(text).not.toMatch(/sample tenant|Sample guest/);
});
