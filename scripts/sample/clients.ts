import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { firstDay, localDate, monthOf, plusDays, plusMonths } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import type { Client, ClientContract, WorkEntry } from '../../shared/records/client-work.ts';
import type { SampleDay } from './sample-day.ts';
import { stampOn } from './sample-day.ts';

/** The agency's clients. Surf's domain ends in twenty days; the hotel brings more than all others. */
export function sampleClients(day: SampleDay): Client[] {
  const renewal = (kind: 'domain' | 'ssl', name: string, days: number) => ({
    kind,
    name,
    expiresOn: plusDays(day.today, days),
  });
  const client = (id: string, name: string, since: string, renewals: Client['renewals'], floor = 9_500): Client => ({
    id,
    entityId: 'dc',
    name,
    since: localDate(since),
    active: true,
    floorCentsPerHour: cents(floor),
    renewals,
    ...stampOn(day, localDate(since)),
  });
  return [
    client('hotel', 'Harborview Hotel', '2023-10-01', [renewal('domain', 'harborview.example', 210)]),
    client('bakery', 'Ocean Beach Bakery', '2024-02-01', [renewal('ssl', 'obbakery.example', 71)], 11_500),
    client('lofts', 'Kettner Lofts', '2024-06-15', [renewal('domain', 'kettner.example', 160)]),
    client('storage', 'Mission Valley Storage', '2024-03-01', []),
    client('dental', 'Tidewater Dental', '2025-01-10', [renewal('domain', 'tidewater.example', 300)]),
    client('surf', 'Pacific Surf School', '2025-05-01', [renewal('domain', 'pacsurf.example', 20)]),
  ];
}

/** What was agreed with them: storage's contract ended fifty days ago, dental's was never signed and was exceeded. */
export function sampleContracts(day: SampleDay): ClientContract[] {
  const contract = (
    id: string,
    clientId: string,
    from: string,
    of: Pick<ClientContract, 'kind'> & Partial<ClientContract>,
  ): ClientContract => ({
    id: `con_${id}`,
    entityId: 'dc',
    clientId,
    from: localDate(from),
    agentOrPrincipal: 'principal',
    signedOn: localDate(from),
    ...of,
    ...stampOn(day, localDate(from)),
  });
  const { signedOn: _, ...unsigned } = contract('dental', 'dental', '2025-01-10', {
    kind: 'retainer',
    monthlyCents: cents(80_000),
    includedMinutes: 240,
  });
  return [
    contract('hotel', 'hotel', '2023-10-01', {
      kind: 'retainer',
      monthlyCents: cents(240_000),
      includedMinutes: 1_200,
    }),
    contract('bakery', 'bakery', '2024-02-01', { kind: 'hourly', rateCentsPerHour: cents(12_500) }),
    contract('lofts', 'lofts', '2024-06-15', {
      kind: 'hosting',
      monthlyCents: cents(9_000),
      agentOrPrincipal: 'agent',
    }),
    contract('storage', 'storage', '2024-03-01', {
      kind: 'hourly',
      rateCentsPerHour: cents(11_000),
      to: plusDays(day.today, -50),
    }),
    unsigned,
    contract('surf', 'surf', '2025-05-01', { kind: 'fixed' }),
  ];
}

type Row = readonly [id: string, clientId: string, on: LocalDate, minutes: number, rate: number, note: string];

/** Work for them: last month's, which invoices name, and what nobody has invoiced. */
export function sampleWork(day: SampleDay): WorkEntry[] {
  const last = firstDay(plusMonths(monthOf(day.today), -1));
  const ago = (days: number) => plusDays(day.today, -days);
  const rows: readonly Row[] = [
    ['hotel-1', 'hotel', plusDays(last, 3), 420, 12_500, 'Booking page and photo gallery'],
    ['hotel-2', 'hotel', plusDays(last, 16), 540, 12_500, 'Menu and event calendar'],
    ['bakery-1', 'bakery', plusDays(last, 8), 240, 12_500, 'Order form'],
    ['bakery-2', 'bakery', plusDays(last, 20), 180, 12_500, 'Order form, corrections'],
    ['bakery-3', 'bakery', ago(1), 95, 12_500, 'Holiday banner'],
    ['storage-1', 'storage', ago(40), 150, 11_000, 'Unit price list'],
    ['storage-2', 'storage', ago(18), 90, 11_000, 'Search listing'],
    ['dental-1', 'dental', ago(66), 300, 10_500, 'New patient forms'],
    ['surf-1', 'surf', ago(33), 60, 10_500, 'Extra lesson page'],
  ];
  return rows.map(([id, clientId, on, minutes, rate, note]) => ({
    id: `wrk_${id}`,
    entityId: 'dc',
    clientId,
    contractId: `con_${clientId}`,
    on,
    minutes,
    rateCentsPerHour: cents(rate),
    billable: true,
    note,
    ...stampOn(day, on),
  }));
}
